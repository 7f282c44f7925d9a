private import Glibc

/// The bytes of a file, held in memory or read from disk piece by piece.
@safe package struct ByteSource: ~Copyable {
  package let count: Int
  /// All bytes where they are held in memory; empty where they lie on disk.
  let memory: [UInt8]
  /// Of the open file; -1 where the bytes are held in memory.
  private let descriptor: Int32

  /// Takes no copy.
  package init(_ bytes: [UInt8]) {
    memory = bytes
    count = bytes.count
    descriptor = -1
  }

  /// Opens a file, which must not change while it is read.
  /// - Throws: `.unreadable` also for what is no plain file: a pipe would never end.
  package init(path: String) throws(ArchiveError) {
    // Without waiting: the opening of a pipe would last until somebody writes to it.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw ArchiveError(.unreadable, detail: "cannot be opened: error \(errno) of the system")
    }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw ArchiveError(.unreadable, detail: "is no plain file")
    }
    let count = Int(status.st_size)
    var bytes: [UInt8] = []
    if count <= Self.smallBytes {
      bytes = [UInt8](repeating: 0, count: count)
      let read = Self.load(0..<count, of: descriptor, into: &bytes)
      close(descriptor)
      guard read == count else {
        throw ArchiveError(.unreadable, detail: "the disk does not give \(count) bytes")
      }
    }
    self.count = count
    memory = bytes
    self.descriptor = count <= Self.smallBytes ? -1 : descriptor
  }

  /// Bytes of a file that is read at once: less trouble than its pieces, and little to hold.
  private static let smallBytes = 256 << 10

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  var isInMemory: Bool { descriptor < 0 }

  /// Some of the bytes, cut to those that are there.
  /// - Throws: `.unreadable` where the disk does not give them.
  package func bytes(_ range: Range<Int>) throws(ArchiveError) -> [UInt8] {
    let wanted = range.clamped(to: 0..<count)
    guard descriptor >= 0 else {
      return wanted.count == count ? memory : Array(memory[wanted])
    }
    var bytes = [UInt8](repeating: 0, count: wanted.count)
    guard load(wanted, into: &bytes) == wanted.count else {
      throw ArchiveError(.unreadable, detail: "the disk does not give \(wanted.count) bytes")
    }
    return bytes
  }

  /// Fills the beginning of `buffer`, with no more than it holds.
  /// - Returns: how many bytes there are now; fewer than asked for where the file has got shorter.
  func load(_ range: Range<Int>, into buffer: inout [UInt8]) -> Int {
    Self.load(range, of: descriptor, into: &buffer)
  }

  private static func load(
    _ range: Range<Int>, of descriptor: Int32, into buffer: inout [UInt8]
  ) -> Int {
    let wanted = min(range.count, buffer.count)
    var done = 0
    while done < wanted {
      let read = unsafe buffer.withUnsafeMutableBytes { raw in
        unsafe pread(
          descriptor, raw.baseAddress.map { unsafe $0 + done }, wanted - done,
          off_t(range.lowerBound + done))
      }
      if read < 0, errno == EINTR { continue }
      guard read > 0 else { break }
      done += read
    }
    return done
  }
}

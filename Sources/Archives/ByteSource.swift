private import Glibc

/// The bytes of a file, held in memory or read from disk piece by piece.
@safe package struct ByteSource: ~Copyable {
  package let count: Int
  /// All bytes where they are held in memory; empty where they lie on disk.
  private let memory: [UInt8]
  /// Of the open file; -1 where the bytes are held in memory.
  private let descriptor: Int32

  /// Takes no copy.
  package init(_ bytes: [UInt8]) {
    self.init(count: bytes.count, memory: bytes, descriptor: -1)
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
    guard count <= Self.smallBytes else {
      self.init(count: count, memory: [], descriptor: descriptor)
      return
    }
    let file = ByteSource(count: count, memory: [], descriptor: descriptor)
    try self.init(file.bytes(0..<count))
  }

  private init(count: Int, memory: [UInt8], descriptor: Int32) {
    self.count = count
    self.memory = memory
    self.descriptor = descriptor
  }

  /// Bytes of a file that is read at once: less trouble than its pieces, and little to hold.
  private static let smallBytes = 256 << 10

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Some of the bytes, cut to those that are there.
  /// - Throws: `.unreadable` where the disk does not give them.
  package func bytes(_ range: Range<Int>) throws(ArchiveError) -> [UInt8] {
    let wanted = range.clamped(to: 0..<count)
    guard descriptor >= 0 else {
      return wanted.count == count ? memory : Array(memory[wanted])
    }
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: wanted.count) { buffer, done in
      unsafe done = load(from: wanted.lowerBound, into: UnsafeMutableRawBufferPointer(buffer))
    }
    guard bytes.count == wanted.count else {
      throw ArchiveError(.unreadable, detail: "the disk does not give \(wanted.count) bytes")
    }
    return bytes
  }

  /// A stretch that holds some of the bytes, and all where they are held in memory: no copy.
  /// - Throws: `.unreadable` where the disk does not give them.
  func stretch(_ range: Range<Int>) throws(ArchiveError) -> ZipBytes {
    guard descriptor >= 0 else { return ZipBytes(bytes: memory, start: 0) }
    let wanted = range.clamped(to: 0..<count)
    return ZipBytes(bytes: try bytes(wanted), start: wanted.lowerBound)
  }

  /// Fills the beginning of `buffer` with the bytes from `place`.
  /// - Returns: how many there are; fewer than it holds at the end, or where the disk fails.
  @unsafe func load(from place: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard let target = buffer.baseAddress, place >= 0, place < count else { return 0 }
    let wanted = min(buffer.count, count - place)
    guard descriptor >= 0 else {
      unsafe memory.withUnsafeBytes { raw in
        if let start = raw.baseAddress { unsafe memcpy(target, start + place, wanted) }
      }
      return wanted
    }
    var done = 0
    while done < wanted {
      let read = unsafe pread(descriptor, target + done, wanted - done, off_t(place + done))
      if read < 0, errno == EINTR { continue }
      guard read > 0 else { break }
      done += read
    }
    return done
  }
}

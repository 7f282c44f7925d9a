/// How far reading the inbox may run ahead of storing, and how much is stored at once.
///
/// A batch is one transaction and one wait for the disk; while it is stored the other cores read on.
struct ReadAhead {
  /// Files of a batch: waiting for the disk once for so many costs each of them next to nothing, and
  /// a run that is stopped has a fraction of a second of reading to do again.
  static let batch = 64
  /// Files that are read and not stored: three batches, of some 100 kB a form.
  static let files = 3 * batch
  /// Bytes on disk of these: an archive is some ten times as large in memory.
  static let bytes = 8 << 20

  private let sizes: [Int]
  private var started = 0
  private var bytesAhead = 0
  private(set) var stored = 0

  init(_ entries: [Inbox.Entry]) { sizes = entries.map(\.size) }

  /// The next file to read; nil while enough of them are on their way.
  mutating func next() -> Int? {
    guard started < sizes.count else { return nil }
    let size = sizes[started]
    let isFirst = started == stored
    guard isFirst || (started - stored < Self.files && bytesAhead + size <= Self.bytes) else {
      return nil
    }
    bytesAhead += size
    started += 1
    return started - 1
  }

  /// What is read next to what is stored, once it is a whole batch or nothing else is coming.
  mutating func batch(of waiting: inout [Int: [InboxReader.Read]]) -> [InboxReader.Read]? {
    var count = 0
    while count < Self.batch, waiting[stored + count] != nil { count += 1 }
    let isAll = count == started - stored
    guard count == Self.batch || (isAll && count > 0) else { return nil }
    var reads: [InboxReader.Read] = []
    for index in stored..<stored + count {
      reads += waiting.removeValue(forKey: index) ?? []
      bytesAhead -= sizes[index]
    }
    stored += count
    return reads
  }
}

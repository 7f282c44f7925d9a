/// A ZIP archive, opened for reading with libzip. Nothing is ever written by a name that it gives.
///
/// Part names are given with "/" for "\\" and without a leading "/"; they are looked up without
/// regard to the case of Latin letters, because office programs do not agree on it.
package struct Archive: ~Copyable {
  /// One file of the archive.
  package struct Part: Hashable, Sendable {
    /// The name, with "/". It may hold "..": it is a name, not a path on a disk.
    package let name: String
    /// The name with Latin letters made small: names are the same whatever the case of those.
    package let folded: String
    /// Its place in the archive's directory.
    let index: UInt64
    /// Inflated size as the directory declares it: never trusted, never allocated from.
    package let declaredSize: Int
    package let isEncrypted: Bool
    let method: UInt16

    /// False for a deflated part.
    package var isStored: Bool { method == 0 }
  }

  /// In the order of the directory; folders are left out.
  package let parts: [Part]
  /// Names that several parts have; the last of them counts.
  package let repeatedNames: [String]
  /// Bytes of something else that stand before the archive: 0 for most.
  package let junkBytes: Int
  /// Bytes of the archive as it came.
  package let byteCount: Int

  private let handle: ZipHandle
  /// The place in `parts` of each name, with Latin letters made small.
  private let positions: [String: Int]
  private let limits: ArchiveLimits
  private var inflated = 0
  /// Lent to `read` for one chunk after another, part after part.
  private var chunk: [UInt8]

  /// Opens an archive that is held in memory, without a copy.
  /// - Throws: `.notAnArchive`, `.cutOff`, `.limit`.
  package init(bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()) throws(ArchiveError) {
    try self.init(ByteSource(bytes), limits: limits)
  }

  /// Opens an archive on disk; of its parts only what is being read is held in memory.
  /// - Throws: `.notAnArchive`, `.cutOff`, `.limit`, `.unreadable`.
  package init(path: String, limits: ArchiveLimits = ArchiveLimits()) throws(ArchiveError) {
    try self.init(ByteSource(path: path), limits: limits)
  }

  /// - Throws: `.notAnArchive`, `.cutOff`, `.limit`, `.unreadable`.
  package init(
    _ source: consuming ByteSource, limits: ArchiveLimits = ArchiveLimits()
  ) throws(ArchiveError) {
    guard source.count <= limits.archiveBytes else {
      throw ArchiveError(
        .limit, detail: "\(source.count) bytes are over the limit of \(limits.archiveBytes)")
    }
    guard let end = try EndRecord.last(of: source) else {
      throw try CutArchive.error(of: source)
    }
    try end.check(in: source, limits)
    let byteCount = source.count
    let handle = try ZipHandle(ZipWindow(source, end.archive), entries: end.entries)
    self.byteCount = byteCount
    junkBytes = end.archive.lowerBound
    parts = handle.parts()
    var positions: [String: Int] = [:]
    positions.reserveCapacity(parts.count)
    var repeated: [String] = []
    for (place, part) in parts.enumerated()
    where positions.updateValue(place, forKey: part.folded) != nil {
      repeated.append(part.name)
    }
    self.positions = positions
    repeatedNames = repeated
    self.limits = limits
    // One byte more than the largest part declares, so that its end is seen with its last byte.
    let largest = parts.reduce(0) { max($0, $1.declaredSize) }
    chunk = [UInt8](repeating: 0, count: min(largest, Self.chunkBytes - 1) + 1)
    self.handle = handle
  }

  /// Whether it begins like an archive, or ends like one that has something before it.
  package static func isArchive(_ source: borrowing ByteSource) -> Bool {
    if let head = try? source.stretch(0..<4), head.isSignature(3, 4, at: 0) { return true }
    do {
      return try EndRecord.last(of: source) != nil
    } catch {
      return error.code == .cutOff
    }
  }

  /// The part of a name; of several the last, as LibreOffice and Python take it; nil for none.
  package func part(named name: String) -> Part? {
    positions[ZipName.folded(name)].map { parts[$0] }
  }

  /// The whole of a part.
  /// - Throws: as `read` does.
  package mutating func bytes(of part: Part) throws(ArchiveError) -> [UInt8] {
    var all: [UInt8] = []
    try read(part) { (chunk) throws(ArchiveError) in
      unsafe chunk.withUnsafeBufferPointer { unsafe all.append(contentsOf: $0) }
      return true
    }
    return all
  }

  /// Lends a part chunk by chunk, as it inflates, until it ends or `consume` returns false.
  ///
  /// What it declares is compared with what is there once it ends: what was lent until then may be
  /// a lie that the error tells of.
  /// - Throws: `.damagedPart`, `.encrypted`, `.unsupported`, `.limit`.
  package mutating func read(
    _ part: Part, _ consume: (borrowing Span<UInt8>) throws(ArchiveError) -> Bool
  ) throws(ArchiveError) {
    let stream = try ZipPartStream(part, of: handle)
    var count = 0
    while true {
      let produced = try stream.next(into: &chunk, after: count)
      guard produced > 0 else { break }
      count += produced
      try check(part, count, adding: produced)
      guard try consume(chunk.span.extracting(0..<produced)) else { return }
    }
    guard count == part.declaredSize else {
      throw part.damaged("holds \(count) bytes and declares \(part.declaredSize)")
    }
  }

  private mutating func check(
    _ part: Part, _ count: Int, adding produced: Int
  ) throws(ArchiveError) {
    inflated += produced
    guard count <= limits.partBytes else {
      throw ArchiveError(
        .limit, part: part.name,
        detail: "inflates to more than the limit of \(limits.partBytes) bytes")
    }
    guard inflated <= limits.totalBytes else {
      throw ArchiveError(
        .limit, part: part.name,
        detail: "all parts together inflate to more than \(limits.totalBytes) bytes")
    }
    guard count <= part.declaredSize else {
      throw part.damaged("holds more than the \(part.declaredSize) bytes it declares")
    }
  }

  /// Bytes that are inflated at a time: what fits the second cache of a small machine.
  private static let chunkBytes = 64 << 10
}

extension Archive.Part {
  func damaged(_ detail: String) -> ArchiveError {
    ArchiveError(.damagedPart, part: name, detail: detail)
  }
}

/// A ZIP archive, opened for reading. Nothing is ever written by a name that it gives.
///
/// Its directory is read by this module, so that an archive with something before or behind it is
/// read, one that breaks off says where, and lies about places and sizes are found; zlib inflates.
/// Part names are given with "/" for "\\" and without a leading "/"; they are looked up without
/// regard to the case of Latin letters, because office programs do not agree on it.
package struct Archive: ~Copyable {
  /// One file of the archive.
  package struct Part: Hashable, Sendable {
    /// The name, with "/". It may hold "..": it is a name, not a path on a disk.
    package let name: String
    var entry: ZipEntry

    /// Inflated size as the directory declares it: never trusted, never allocated from.
    package var declaredSize: Int { entry.size }
    package var isEncrypted: Bool { entry.isEncrypted }
    /// False for a deflated part.
    package var isStored: Bool { entry.method == 0 }
  }

  /// In the order of the directory; folders are left out.
  package let parts: [Part]
  /// Names that several parts have; the last of them counts.
  package let repeatedNames: [String]
  /// Bytes of something else that stand before the archive: 0 for most.
  package let junkBytes: Int
  /// Bytes of the archive as it came.
  package let byteCount: Int

  private let source: ByteSource
  private let limits: ArchiveLimits
  /// Of the names of `parts`.
  private let keys: [Int]
  private var inflater: Inflater
  private var inflated = 0
  /// Lent to `read` for one chunk after another, part after part.
  private var chunk: [UInt8]
  /// What is read from disk to be inflated; empty where the archive is held in memory.
  private var packed: [UInt8]

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
    let directory = try ZipDirectory(of: source, limits: limits)
    let inflater = try Inflater()
    parts = directory.parts
    junkBytes = directory.junkBytes
    keys = parts.map { ZipName.key($0.name) }
    repeatedNames = Self.repeated(parts, keys)
    byteCount = source.count
    self.limits = limits
    self.inflater = inflater
    chunk = [UInt8](repeating: 0, count: Self.chunkBytes)
    packed = source.isInMemory ? [] : [UInt8](repeating: 0, count: Self.chunkBytes)
    self.source = source
  }

  /// Whether it begins like an archive, or ends like one that has something before it.
  package static func isArchive(_ source: borrowing ByteSource) -> Bool {
    ZipDirectory.isLikely(source)
  }

  private static func repeated(_ parts: [Part], _ keys: [Int]) -> [String] {
    var seen: Set<Int> = []
    seen.reserveCapacity(keys.count)
    return parts.indices.filter { !seen.insert(keys[$0]).inserted }.map { parts[$0].name }
  }

  /// The part of a name; of several the last, as LibreOffice and Python take it; nil for none.
  package func part(named name: String) -> Part? {
    let key = ZipName.key(name)
    for index in keys.indices.reversed()
    where keys[index] == key && ZipName.isSame(parts[index].name, name) {
      return parts[index]
    }
    return nil
  }

  /// The whole of a part.
  /// - Throws: as `read` does.
  package mutating func bytes(of part: Part) throws(ArchiveError) -> [UInt8] {
    var all: [UInt8] = []
    try read(part) { (chunk) throws(ArchiveError) in
      all.reserveCapacity(all.count + chunk.count)
      for index in chunk.indices { all.append(chunk[index]) }
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
    let entry = part.entry
    var data = try data(of: part)
    // What is at hand and not used up: of the whole archive, or of what was read from disk.
    var ready = source.isInMemory ? data : 0..<0
    if source.isInMemory { data = data.upperBound..<data.upperBound }
    var count = 0
    var checksum: UInt32 = 0
    var isAtEnd = entry.size == 0 && entry.packedSize == 0
    inflater.reset()
    while !isAtEnd {
      if ready.isEmpty, !data.isEmpty { ready = try load(&data, part) }
      let produced: Int
      if part.isStored {
        produced = min(ready.count, Self.chunkBytes)
        isAtEnd = ready.count == produced && data.isEmpty
      } else {
        let step =
          source.isInMemory
          ? inflater.step(source.memory, ready, into: &chunk)
          : inflater.step(packed, ready, into: &chunk)
        guard let step else { throw Self.damaged(part, "cannot be inflated after \(count) bytes") }
        produced = step.produced
        isAtEnd = step.isAtEnd
        ready = ready.lowerBound + step.consumed..<ready.upperBound
        guard produced > 0 || step.consumed > 0 || isAtEnd || !data.isEmpty else {
          throw Self.damaged(part, "breaks off after \(count) bytes")
        }
      }
      count += produced
      try check(part, count, adding: produced)
      guard produced > 0 else { continue }
      let goesOn: Bool
      if part.isStored {
        let lent = ready.lowerBound..<ready.lowerBound + produced
        ready = lent.upperBound..<ready.upperBound
        if source.isInMemory {
          checksum = Inflater.checksum(checksum, source.memory, lent)
          goesOn = try consume(source.memory.span.extracting(lent))
        } else {
          checksum = Inflater.checksum(checksum, packed, lent)
          goesOn = try consume(packed.span.extracting(lent))
        }
      } else {
        checksum = Inflater.checksum(checksum, chunk, 0..<produced)
        goesOn = try consume(chunk.span.extracting(0..<produced))
      }
      guard goesOn else { return }
    }
    guard count == entry.size else {
      throw Self.damaged(part, "holds \(count) bytes and declares \(entry.size)")
    }
    guard checksum == entry.checksum else {
      throw Self.damaged(part, "does not come to its checksum")
    }
  }

  /// Bytes that are inflated at a time: what fits the second cache of a small machine.
  private static let chunkBytes = 64 << 10
}

extension Archive {
  /// Where the data of a part lie in the file, as its own head says.
  private func data(of part: Part) throws(ArchiveError) -> Range<Int> {
    let entry = part.entry
    guard !part.isEncrypted else {
      throw ArchiveError(.encrypted, part: part.name, detail: "the part is encrypted")
    }
    guard entry.method == 0 || entry.method == 8 else {
      throw ArchiveError(
        .unsupported, part: part.name,
        detail: "compression method \(ZipEntry.name(ofMethod: entry.method)) is not read")
    }
    if let fault = entry.fault { throw Self.damaged(part, fault) }
    guard !part.isStored || entry.size == entry.packedSize else {
      throw Self.damaged(part, "holds \(entry.packedSize) bytes and declares \(entry.size)")
    }
    let head =
      source.isInMemory
      ? ZipBytes(bytes: source.memory, start: 0)
      : ZipBytes(
        bytes: try source.bytes(entry.offset..<entry.offset + ZipEntry.headBytes),
        start: entry.offset)
    guard head.isSignature(3, 4, at: entry.offset),
      let nameBytes = head.number(entry.offset + 26, 2),
      let extraBytes = head.number(entry.offset + 28, 2)
    else { throw Self.damaged(part, "is not where the directory says it is") }
    let start = entry.offset + ZipEntry.headBytes + nameBytes + extraBytes
    guard start <= source.count, entry.packedSize <= source.count - start else {
      throw Self.damaged(part, "goes beyond the end of the file")
    }
    return start..<start + entry.packedSize
  }

  /// Reads from disk the next of what is to be inflated.
  private mutating func load(
    _ data: inout Range<Int>, _ part: Part
  ) throws(ArchiveError) -> Range<Int> {
    let count = source.load(data, into: &packed)
    guard count > 0 else { throw Self.damaged(part, "is not given by the disk") }
    data = data.lowerBound + count..<data.upperBound
    return 0..<count
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
      throw Self.damaged(part, "holds more than the \(part.declaredSize) bytes it declares")
    }
  }

  private static func damaged(_ part: Part, _ detail: String) -> ArchiveError {
    ArchiveError(.damagedPart, part: part.name, detail: detail)
  }
}

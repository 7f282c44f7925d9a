/// The directory at the end of a ZIP file (APPNOTE 6.3.10, 4.3.12–4.3.16), read without trust: a
/// number that it declares is compared with what is there, and nothing is allocated from it.
struct ZipDirectory {
  /// In the order of the directory; folders are left out.
  private(set) var parts: [Archive.Part] = []
  /// Bytes of something else before the archive.
  private(set) var junkBytes = 0

  /// - Throws: `.notAnArchive`, `.cutOff` naming the part, `.limit`, `.unreadable`.
  init(of source: borrowing ByteSource, limits: ArchiveLimits) throws(ArchiveError) {
    let tail = try Self.tail(of: source)
    guard let end = Self.lastEnd(in: tail) else {
      throw try CutArchive.error(of: source)
    }
    try read(end, in: source, limits)
    guard end.shift >= 0 else {
      throw ArchiveError(
        .cutOff, part: parts.first?.name ?? "",
        detail: "the file lacks \(-end.shift) bytes at its beginning or within")
    }
    markOverlaps(before: end.directory)
  }

  /// Whether a part's head stands at the beginning of a file, or a directory at its end.
  static func isLikely(_ source: borrowing ByteSource) -> Bool {
    if let head = try? source.bytes(0..<4),
      ZipBytes(bytes: head, start: 0).isSignature(3, 4, at: 0)
    {
      return true
    }
    guard let tail = try? tail(of: source) else { return false }
    return lastEnd(in: tail) != nil
  }

  /// What the record at the end says, numbers checked against the file.
  struct End {
    /// Where the directory begins in the file.
    var directory: Int
    var bytes: Int
    var entries: Int
    /// What is to be added to every place that the archive names: bytes before it; below 0 where
    /// bytes are lost.
    var shift: Int
  }

  /// Bytes of the record at the end without its comment, which has up to 65,535.
  private static let endBytes = 22
  private static let entryBytes = 46
  /// Of the record of zip64, and of the one that says where it stands.
  private static let end64Bytes = 56
  private static let locatorBytes = 20

  private static func tail(of source: borrowing ByteSource) throws(ArchiveError) -> ZipBytes {
    if source.isInMemory { return ZipBytes(bytes: source.memory, start: 0) }
    let wanted = endBytes + 0xFFFF + end64Bytes + locatorBytes
    let start = max(source.count - wanted, 0)
    return ZipBytes(bytes: try source.bytes(start..<source.count), start: start)
  }

  /// The last record that a directory stands before, as LibreOffice and Python take it; what
  /// follows it may be a comment or what mail has added.
  private static func lastEnd(in tail: ZipBytes) -> End? {
    var place = tail.end - endBytes
    let first = max(tail.start, place - 0xFFFF)
    while place >= first {
      if tail.isSignature(5, 6, at: place), let end = end(at: place, in: tail) { return end }
      place -= 1
    }
    return nil
  }

  private static func end(at place: Int, in tail: ZipBytes) -> End? {
    guard let disk = tail.number(place + 4, 2), var entries = tail.number(place + 10, 2),
      var bytes = tail.number(place + 12, 4), var start = tail.number(place + 16, 4),
      disk == 0 || disk == 0xFFFF
    else { return nil }
    var after = place
    if entries == 0xFFFF || bytes == 0xFFFF_FFFF || start == 0xFFFF_FFFF,
      let record = end64(before: place, in: tail)
    {
      guard let entries64 = tail.number(record + 32, 8), let bytes64 = tail.number(record + 40, 8),
        let start64 = tail.number(record + 48, 8)
      else { return nil }
      if entries == 0xFFFF { entries = entries64 }
      if bytes == 0xFFFF_FFFF { bytes = bytes64 }
      if start == 0xFFFF_FFFF { start = start64 }
      after = record
    }
    guard bytes <= after else { return nil }
    let directory = after - bytes
    // It ends where the record begins, whatever stands before the archive. Where something stands
    // between them (a signature), the place that the record names must do.
    if start <= directory, !tail.holds(directory, 4) || isDirectory(directory, bytes, tail) {
      return End(directory: directory, bytes: bytes, entries: entries, shift: directory - start)
    }
    if start <= directory, !tail.holds(start, 4) || isDirectory(start, bytes, tail) {
      return End(directory: start, bytes: bytes, entries: entries, shift: 0)
    }
    guard start > directory, bytes > 0, isDirectory(directory, bytes, tail) else { return nil }
    return End(directory: directory, bytes: bytes, entries: entries, shift: directory - start)
  }

  /// Whether the first record of a directory is there; an empty one has none.
  private static func isDirectory(_ place: Int, _ bytes: Int, _ tail: ZipBytes) -> Bool {
    bytes == 0 || tail.isSignature(1, 2, at: place)
  }

  /// Where the record of zip64 stands; nil where there is none.
  private static func end64(before place: Int, in tail: ZipBytes) -> Int? {
    let locator = place - locatorBytes
    guard tail.isSignature(6, 7, at: locator) else { return nil }
    let record = locator - end64Bytes
    if tail.isSignature(6, 6, at: record) { return record }
    guard let named = tail.number(locator + 8, 8), named <= record,
      tail.isSignature(6, 6, at: named)
    else { return nil }
    return named
  }

  private mutating func read(
    _ end: End, in source: borrowing ByteSource, _ limits: ArchiveLimits
  ) throws(ArchiveError) {
    guard end.entries <= limits.entries else {
      throw ArchiveError(
        .limit, detail: "\(end.entries) entries are over the limit of \(limits.entries)")
    }
    guard end.bytes <= limits.directoryBytes else {
      throw ArchiveError(
        .limit,
        detail: "a directory of \(end.bytes) bytes is over the limit of \(limits.directoryBytes)")
    }
    junkBytes = max(end.shift, 0)
    let stop = end.directory + end.bytes
    let stretch =
      source.isInMemory
      ? ZipBytes(bytes: source.memory, start: 0)
      : ZipBytes(bytes: try source.bytes(end.directory..<stop), start: end.directory)
    var place = end.directory
    var count = 0
    parts.reserveCapacity(min(end.entries, limits.entries))
    while place < stop, stretch.isSignature(1, 2, at: place) {
      guard let names = stretch.number(place + 28, 2), let extra = stretch.number(place + 30, 2),
        let comment = stretch.number(place + 32, 2),
        place + Self.entryBytes + names + extra + comment <= stop
      else { break }
      count += 1
      guard count <= limits.entries else {
        throw ArchiveError(.limit, detail: "more entries than the limit of \(limits.entries)")
      }
      if let part = part(at: place, names, extra, end.shift, in: stretch) { parts.append(part) }
      place += Self.entryBytes + names + extra + comment
    }
    guard count == end.entries else {
      throw ArchiveError(
        .notAnArchive,
        detail: "the directory declares \(end.entries) entries and holds \(count)")
    }
  }

  /// - Returns: nil for a folder.
  private func part(
    at place: Int, _ nameBytes: Int, _ extraBytes: Int, _ shift: Int, in stretch: ZipBytes
  ) -> Archive.Part? {
    guard let flags = stretch.number(place + 8, 2), let method = stretch.number(place + 10, 2),
      let checksum = stretch.number(place + 16, 4), let packed = stretch.number(place + 20, 4),
      let size = stretch.number(place + 24, 4), let offset = stretch.number(place + 42, 4)
    else { return nil }
    let start = place + Self.entryBytes - stretch.start
    let name = ZipName.text(stretch.bytes[start..<start + nameBytes])
    guard !name.isEmpty, !name.hasSuffix("/") else { return nil }
    var entry = ZipEntry(
      method: method, checksum: UInt32(checksum), packedSize: packed, size: size, offset: offset,
      nameBytes: nameBytes, isEncrypted: flags & 1 != 0)
    if packed == 0xFFFF_FFFF || size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF {
      entry.takeZip64(from: place + Self.entryBytes + nameBytes, extraBytes, in: stretch)
    }
    let (moved, isOver) = entry.offset.addingReportingOverflow(shift)
    entry.offset = isOver ? .max : moved
    return Archive.Part(name: name, entry: entry)
  }

  /// Says of every part that does not lie before the directory, or lies over another one, that it
  /// cannot be read: a few bytes that a thousand parts share inflate to any size.
  private mutating func markOverlaps(before directory: Int) {
    var misplaced: Set<Int> = []
    for index in parts.indices {
      let entry = parts[index].entry
      if entry.offset > directory || entry.packedSize > directory - entry.offset {
        parts[index].entry.fault = "is not where the directory says it is"
        misplaced.insert(index)
      }
    }
    var order = Array(parts.indices)
    let isOrdered = zip(parts, parts.dropFirst()).allSatisfy { $0.entry.offset < $1.entry.offset }
    if !isOrdered { order.sort { parts[$0].entry.offset < parts[$1].entry.offset } }
    var last: Int?
    for index in order where !misplaced.contains(index) {
      if let before = last, parts[before].entry.leastEnd > parts[index].entry.offset {
        parts[index].entry.fault = "lies over “\(parts[before].name)” in the file"
        parts[before].entry.fault =
          parts[before].entry.fault ?? "lies over “\(parts[index].name)” in the file"
        if parts[before].entry.leastEnd > parts[index].entry.leastEnd { continue }
      }
      last = index
    }
  }
}

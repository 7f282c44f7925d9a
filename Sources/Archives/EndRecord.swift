/// The record at the end of a ZIP file (APPNOTE 6.3.10, 4.3.16), looked at before libzip is given
/// the file: libzip reads no archive that has something before it, and a directory of any size, as
/// often as there are records that name one.
struct EndRecord {
  /// The bytes of the file that are the archive.
  let archive: Range<Int>
  let entries: Int
  /// Bytes of the directory.
  private let bytes: Int
  private let place: Int

  /// Bytes of the record without its comment, which has up to 65,535.
  private static let length = 22
  /// Of the record of zip64, and of the one behind it that says where it stands.
  private static let length64 = 56
  private static let locatorLength = 20
  /// Bytes at the end of an archive in which libzip looks for the record.
  private static let searchedBytes = length + 0xFFFF + locatorLength
  /// Records that libzip may try: it reads the directory anew for some. Small archives that are
  /// stored in another one have one each.
  private static let mostRecords = 64

  /// The last record that a directory stands before, as LibreOffice and Python take it; what
  /// follows it may be a comment or what mail has added. Nil where there is none.
  /// - Throws: `.unreadable`.
  static func last(of source: borrowing ByteSource) throws(ArchiveError) -> EndRecord? {
    let start = source.count - length - 0xFFFF
    let tail = try source.stretch(start - length64 - locatorLength..<source.count)
    var stop = source.count
    while let place = tail.lastSignature(5, 6, in: start..<stop) {
      if let record = try EndRecord(at: place, in: tail, of: source) { return record }
      stop = place + 3
    }
    return nil
  }

  private init?(
    at place: Int, in tail: ZipBytes, of source: borrowing ByteSource
  ) throws(ArchiveError) {
    guard var entries = tail.number(place + 10, 2), var bytes = tail.number(place + 12, 4),
      var start = tail.number(place + 16, 4), let comment = tail.number(place + 20, 2)
    else { return nil }
    var after = place
    let locator = place - Self.locatorLength
    if tail.isSignature(6, 7, at: locator) {
      after = locator - Self.length64
      guard tail.isSignature(6, 6, at: after), let entries64 = tail.number(after + 32, 8),
        let bytes64 = tail.number(after + 40, 8), let start64 = tail.number(after + 48, 8)
      else { return nil }
      (entries, bytes, start) = (entries64, bytes64, start64)
    }
    // It ends where the record begins, whatever stands before the archive.
    let directory = after - bytes
    guard bytes <= after, start <= directory else { return nil }
    let head = try source.stretch(directory..<directory + 4)
    guard bytes == 0 || head.isSignature(1, 2, at: directory) else { return nil }
    self.entries = entries
    self.bytes = bytes
    self.place = place
    archive = directory - start..<min(place + Self.length + comment, source.count)
  }

  /// Compares with the limits, and with what stands before the archive.
  /// - Throws: `.limit`; `.cutOff` where the archive is a part of one that breaks off;
  ///   `.notAnArchive` where a second record names a directory, too.
  func check(in source: borrowing ByteSource, _ limits: ArchiveLimits) throws(ArchiveError) {
    guard entries <= limits.entries else {
      throw ArchiveError(
        .limit, detail: "\(entries) entries are over the limit of \(limits.entries)")
    }
    guard bytes <= limits.directoryBytes else {
      throw ArchiveError(
        .limit,
        detail: "a directory of \(bytes) bytes is over the limit of \(limits.directoryBytes)")
    }
    if archive.lowerBound > 0, let part = try CutArchive.cutPart(of: source) {
      throw CutArchive.error(in: part, source.count)
    }
    try refuseOthers(in: source)
  }

  /// libzip tries every record and takes the one that it likes best: there must be no choice.
  private func refuseOthers(in source: borrowing ByteSource) throws(ArchiveError) {
    let searched = max(archive.upperBound - Self.searchedBytes, archive.lowerBound)
    let tail = try source.stretch(searched..<archive.upperBound)
    var next = searched
    var count = 0
    while let found = tail.nextMark(from: next), found < archive.upperBound {
      next = found + 1
      guard found != place, tail.isSignature(5, 6, at: found) else { continue }
      count += 1
      guard count < Self.mostRecords else {
        throw ArchiveError(.limit, detail: "more than \(Self.mostRecords) records of an end")
      }
      let locator = found - Self.locatorLength
      let named =
        tail.isSignature(6, 7, at: locator)
        ? tail.number(locator + 8, 8) : tail.number(found + 16, 4)
      guard let named, named < archive.count else { continue }
      let target = archive.lowerBound + named
      let head = try source.stretch(target..<target + 4)
      guard !head.isSignature(1, 2, at: target), !head.isSignature(6, 6, at: target) else {
        throw ArchiveError(.notAnArchive, detail: "two directories: which counts is not told")
      }
    }
  }
}

/// A ZIP file without its end: mail or a download lost it. Its parts are walked from the beginning
/// by their own heads, to say where it breaks off.
enum CutArchive {
  /// Bytes of a file that is walked; of a longer one is said that it breaks off, without its part.
  private static let mostBytes = 64 << 20
  /// Bytes of a part's own head before its name (APPNOTE 6.3.10, 4.3.7).
  private static let headBytes = 30

  /// - Returns: `.cutOff` with the part that is not whole, or `.notAnArchive` for anything that
  ///   does not begin like a ZIP file.
  static func error(of source: borrowing ByteSource) throws(ArchiveError) -> ArchiveError {
    let count = source.count
    guard try source.stretch(0..<4).isSignature(3, 4, at: 0) else {
      return ArchiveError(.notAnArchive, detail: "\(count) bytes without a ZIP directory")
    }
    if let part = try cutPart(of: source) { return error(in: part, count) }
    return ArchiveError(
      .cutOff, detail: "the file breaks off at byte \(count), in its directory behind the parts")
  }

  static func error(in part: String, _ count: Int) -> ArchiveError {
    ArchiveError(.cutOff, part: part, detail: "the file breaks off at byte \(count), in this part")
  }

  /// The part that is not whole, "" where not even its name is; nil where all are, or none is.
  static func cutPart(of source: borrowing ByteSource) throws(ArchiveError) -> String? {
    guard try source.stretch(0..<4).isSignature(3, 4, at: 0) else { return nil }
    guard source.count <= mostBytes else { return "" }
    let file = try source.stretch(0..<source.count)
    var place = 0
    while file.isSignature(3, 4, at: place) {
      guard let flags = file.number(place + 6, 2), let packed = file.number(place + 18, 4),
        let nameBytes = file.number(place + 26, 2), let extra = file.number(place + 28, 2),
        file.holds(place + headBytes, nameBytes)
      else { return "" }
      let nameStart = place + headBytes
      let name = ZipName.text(file.bytes[nameStart..<nameStart + nameBytes])
      let data = nameStart + nameBytes + extra
      if flags & 8 != 0, packed == 0 {
        // Its size stands behind it: the next signature ends it.
        guard let next = file.nextPart(from: data) else { return name }
        place = next
      } else {
        guard file.holds(data, packed) else { return name }
        place = data + packed
        if flags & 8 != 0 { place = file.nextPart(from: place) ?? place }
      }
    }
    return nil
  }
}

extension ZipBytes {
  /// Where the next part, or the directory, begins.
  fileprivate func nextPart(from start: Int) -> Int? {
    var place = start
    while let found = nextMark(from: place) {
      if isSignature(3, 4, at: found) || isSignature(1, 2, at: found) { return found }
      place = found + 1
    }
    return nil
  }
}

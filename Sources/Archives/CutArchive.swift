/// A ZIP file without its end: mail or a download lost it. Its parts are walked from the beginning
/// by their own heads, to say where it breaks off.
enum CutArchive {
  /// Bytes that are looked at: what breaks off later is said to break off, without its part.
  private static let mostBytes = 64 << 20

  /// - Returns: `.cutOff` with the part that is not whole, or `.notAnArchive` for anything that
  ///   does not begin like a ZIP file.
  static func error(of source: borrowing ByteSource) throws(ArchiveError) -> ArchiveError {
    let count = source.count
    let head = ZipBytes(bytes: try source.bytes(0..<min(count, 4)), start: 0)
    guard head.isSignature(3, 4, at: 0) else {
      return ArchiveError(.notAnArchive, detail: "\(count) bytes without a ZIP directory")
    }
    let file = ZipBytes(bytes: try source.bytes(0..<mostBytes), start: 0)
    var place = 0
    while file.isSignature(3, 4, at: place) {
      guard let flags = file.number(place + 6, 2), let packed = file.number(place + 18, 4),
        let nameBytes = file.number(place + 26, 2), let extra = file.number(place + 28, 2),
        file.holds(place + ZipEntry.headBytes, nameBytes)
      else { return cut(in: "", count) }
      let nameStart = place + ZipEntry.headBytes
      let name = ZipName.text(file.bytes[nameStart..<nameStart + nameBytes])
      let data = nameStart + nameBytes + extra
      if flags & 8 != 0, packed == 0 {
        // Its size stands behind it: the next signature ends it.
        guard let next = nextSignature(from: data, in: file) else {
          return cut(in: count > mostBytes ? "" : name, count)
        }
        place = next
      } else {
        guard file.holds(data, packed) else {
          return cut(in: count > mostBytes ? "" : name, count)
        }
        place = data + packed
        if flags & 8 != 0 { place = nextSignature(from: place, in: file) ?? place }
      }
    }
    return ArchiveError(
      .cutOff, detail: "the file breaks off at byte \(count), in its directory behind the parts")
  }

  private static func cut(in part: String, _ count: Int) -> ArchiveError {
    ArchiveError(.cutOff, part: part, detail: "the file breaks off at byte \(count)")
  }

  /// Where the next part, or the directory, begins.
  private static func nextSignature(from start: Int, in file: ZipBytes) -> Int? {
    var place = start
    while place + 4 <= file.end {
      guard let found = file.bytes[place...].firstIndex(of: 0x50) else { return nil }
      if file.isSignature(3, 4, at: found) || file.isSignature(1, 2, at: found) { return found }
      place = found + 1
    }
    return nil
  }
}

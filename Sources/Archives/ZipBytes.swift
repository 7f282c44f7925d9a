private import Glibc

/// Little-endian numbers at places of a file, of which some stretch is at hand.
struct ZipBytes {
  let bytes: [UInt8]
  /// Where the stretch begins in the file.
  let start: Int

  var end: Int { start + bytes.count }

  /// Whether `count` bytes from `place` of the file are at hand.
  func holds(_ place: Int, _ count: Int) -> Bool {
    place >= start && count >= 0 && place <= end && count <= end - place
  }

  /// The number of `width` bytes, up to 8, at a place of the file; nil where they are not at hand
  /// or it is over `Int.max`.
  func number(_ place: Int, _ width: Int) -> Int? {
    guard holds(place, width) else { return nil }
    var value: UInt64 = 0
    for index in (0..<width).reversed() {
      value = value << 8 | UInt64(bytes[place - start + index])
    }
    return Int(exactly: value)
  }

  /// Whether the signature "PK", `a`, `b` stands at a place of the file.
  func isSignature(_ a: UInt8, _ b: UInt8, at place: Int) -> Bool {
    guard holds(place, 4) else { return false }
    let index = place - start
    return bytes[index] == 0x50 && bytes[index + 1] == 0x4B && bytes[index + 2] == a
      && bytes[index + 3] == b
  }

  /// Where the last signature stands that lies within the range.
  func lastSignature(_ a: UInt8, _ b: UInt8, in range: Range<Int>) -> Int? {
    let searched = range.clamped(to: start..<end)
    var place = searched.upperBound - 4
    while place >= searched.lowerBound {
      if isSignature(a, b, at: place) { return place }
      place -= 1
    }
    return nil
  }

  /// Where the next "PK" stands, from a place of the stretch; nil where none does.
  func nextMark(from place: Int) -> Int? {
    var from = place - start
    while from >= 0, from + 1 < bytes.count {
      let found = unsafe bytes.withUnsafeBytes { raw -> Int? in
        guard let base = raw.baseAddress else { return nil }
        // Swift's own search looks at a byte at a time.
        return unsafe memchr(base + from, 0x50, raw.count - 1 - from).map {
          unsafe base.distance(to: $0)
        }
      }
      guard let found else { return nil }
      if bytes[found + 1] == 0x4B { return start + found }
      from = found + 1
    }
    return nil
  }
}

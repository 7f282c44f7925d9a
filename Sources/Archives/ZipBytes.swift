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
}

/// Names of a ZIP directory: bytes that are UTF-8, or say so, or are of the code page of DOS.
enum ZipName {
  /// Reads a name: UTF-8 where it is well formed, otherwise CP866, which Windows in Russian
  /// writes. "\\" becomes "/", and what stands before the first name of a path goes.
  static func text(_ bytes: ArraySlice<UInt8>) -> String {
    var clean = bytes.drop { $0 == slash || $0 == backslash }
    if clean.contains(backslash) {
      clean = ArraySlice(clean.map { $0 == backslash ? slash : $0 })
    }
    if let text = String(validating: clean, as: UTF8.self) { return text }
    var scalars = String.UnicodeScalarView()
    for byte in clean { scalars.append(cp866(byte)) }
    return String(scalars)
  }

  /// Tells names apart as office programs do: without regard to the case of Latin letters (ECMA-376,
  /// part 2, 6.2.2.3). Seeded, so that nobody makes names that are all alike.
  static func key(_ name: String) -> Int {
    var hasher = Hasher()
    for byte in name.utf8 { hasher.combine(folded(byte)) }
    return hasher.finalize()
  }

  static func isSame(_ one: String, _ other: String) -> Bool {
    one.utf8.count == other.utf8.count
      && zip(one.utf8, other.utf8).allSatisfy { folded($0) == folded($1) }
  }

  private static let slash = UInt8(ascii: "/")
  private static let backslash = UInt8(ascii: "\\")

  private static func folded(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  private static func cp866(_ byte: UInt8) -> Unicode.Scalar {
    switch byte {
    case 0x80...0xAF: scalar(0x410 + UInt16(byte - 0x80))
    case 0xE0...0xEF: scalar(0x440 + UInt16(byte - 0xE0))
    case 0xB0...0xDF: scalar(frames[Int(byte - 0xB0)])
    case 0xF0...0xFF: scalar(last[Int(byte - 0xF0)])
    default: Unicode.Scalar(byte)
    }
  }

  private static func scalar(_ value: UInt16) -> Unicode.Scalar {
    Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  private static let frames = Array(
    "░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀".utf16)
  private static let last = Array("ЁёЄєЇїЎў°∙·√№¤■\u{A0}".utf16)
}

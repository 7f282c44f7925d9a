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

  /// A name with Latin letters made small: office programs tell names apart without regard to the
  /// case of those (ECMA-376, part 2, 6.2.2.3).
  static func folded(_ name: String) -> String {
    guard name.utf8.contains(where: isCapital) else { return name }
    return String(decoding: name.utf8.map { isCapital($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  private static let slash = UInt8(ascii: "/")
  private static let backslash = UInt8(ascii: "\\")

  private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

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

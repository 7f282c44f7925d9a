/// The escapes of SpreadsheetML: `_x000D_` is a carriage return, `_x005F_` an underscore
/// (ECMA-376, 22.9.2.19).
enum XLSXText {
  /// Resolves the escapes in the bytes from a place on.
  static func decode(_ bytes: inout [UInt8], from start: Int) {
    guard start < bytes.count, bytes[start...].contains(UInt8(ascii: "_")) else { return }
    let decoded = decoded(Array(bytes[start...]))
    bytes.replaceSubrange(start..., with: decoded.utf8)
  }

  static func decoded(_ bytes: [UInt8]) -> String {
    guard bytes.contains(UInt8(ascii: "_")) else { return String(decoding: bytes, as: UTF8.self) }
    var units: [UInt16] = []
    let text = Array(String(decoding: bytes, as: UTF8.self).utf16)
    var index = 0
    while index < text.count {
      if text[index] == 0x5F, index + 6 < text.count, text[index + 1] == 0x78,
        text[index + 6] == 0x5F, text[index + 2..<index + 6].allSatisfy(Self.isHexadecimal),
        let unit = UInt16(String(decoding: text[index + 2..<index + 6], as: UTF16.self), radix: 16)
      {
        units.append(unit)
        index += 7
      } else {
        units.append(text[index])
        index += 1
      }
    }
    return String(decoding: units, as: UTF16.self)
  }

  private static func isHexadecimal(_ unit: UInt16) -> Bool {
    (0x30...0x39).contains(unit) || (0x41...0x46).contains(unit & 0xDF)
  }
}

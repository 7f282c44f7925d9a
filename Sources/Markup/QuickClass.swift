/// What a byte of UTF-8 may be in plain XML.
enum QuickClass {
  /// A character of a text that needs no further look.
  static let text: UInt8 = 1
  /// A character of an attribute's value that needs no further look.
  static let value: UInt8 = 2
  /// A character of a name; of ASCII only, other names are left to libxml2.
  static let name: UInt8 = 4
  /// A character that a name may begin with.
  static let begin: UInt8 = 8
  /// White space.
  static let space: UInt8 = 16

  static func of(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x20: text | value | space
    case 0x09: text | space
    case 0x0A, 0x0D: space
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"):
      text | value | name | begin
    case UInt8(ascii: ":"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      text | value | name
    case UInt8(ascii: "<"), UInt8(ascii: "&"): 0
    case UInt8(ascii: "]"): value
    case UInt8(ascii: "\""), UInt8(ascii: "'"): text
    case 0x21...0x7E: text | value
    // Control characters, and what begins a character of several bytes.
    default: 0
    }
  }

  static let table = (0...255).map { of(UInt8($0)) }
}

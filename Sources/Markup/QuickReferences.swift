/// The references of XML to characters (XML 1.0, 4.1 and 4.6), and its ends of lines (2.11, 3.3.3).
enum QuickReferences {
  /// The bytes with every reference replaced and every end of line as XML sees it.
  /// - Returns: false for anything but the five entities and references to characters that may be.
  static func replace(
    _ bytes: borrowing Span<UInt8>, isText: Bool, into replaced: inout [UInt8]
  ) -> Bool {
    replaced.removeAll(keepingCapacity: true)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "&"):
        guard let end = end(of: bytes, from: index + 1),
          character(bytes, index + 1..<end, &replaced)
        else { return false }
        index = end
      case 0x0D:
        replaced.append(isText ? 0x0A : 0x20)
        if index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
      case 0x0A, 0x09: replaced.append(isText ? byte : 0x20)
      default: replaced.append(byte)
      }
      index += 1
    }
    return true
  }

  /// Bytes of the longest reference: "&#x10FFFF;", zeros before it left out.
  static let longest = 10

  /// The bytes of the reference that begins at a place; nil for one that is not plain, or not whole.
  static func width(_ bytes: borrowing Span<UInt8>, at index: Int) -> Int? {
    var character: [UInt8] = []
    guard let end = end(of: bytes, from: index + 1),
      self.character(bytes, index + 1..<end, &character)
    else { return nil }
    return end - index + 1
  }

  /// Whether the reference that begins at a place could become whole with more bytes.
  static func mayContinue(_ bytes: borrowing Span<UInt8>, at index: Int) -> Bool {
    index + 1 + longest > bytes.count && end(of: bytes, from: index + 1) == nil
  }

  private static func end(of bytes: borrowing Span<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < bytes.count, index - start < longest {
      if bytes[index] == UInt8(ascii: ";") { return index }
      index += 1
    }
    return nil
  }

  private static func character(
    _ bytes: borrowing Span<UInt8>, _ range: Range<Int>, _ replaced: inout [UInt8]
  ) -> Bool {
    let name = range.map { bytes[$0] }
    if name.first == UInt8(ascii: "#") {
      guard let scalar = scalar(name.dropFirst()) else { return false }
      replaced.append(contentsOf: String(Character(scalar)).utf8)
      return true
    }
    for (entity, byte) in entities where name.elementsEqual(entity.utf8) {
      replaced.append(UInt8(ascii: byte))
      return true
    }
    return false
  }

  private static let entities: [(String, Unicode.Scalar)] = [
    ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"),
  ]

  /// Nil for what is no character of XML.
  private static func scalar(_ digits: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let isHexadecimal = digits.first == UInt8(ascii: "x")
    let digits = isHexadecimal ? digits.dropFirst() : digits
    // A sign is no digit, and Swift would take one.
    guard let first = digits.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-"),
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10),
      let scalar = Unicode.Scalar(value)
    else { return nil }
    switch value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: return scalar
    default: return nil
    }
  }
}

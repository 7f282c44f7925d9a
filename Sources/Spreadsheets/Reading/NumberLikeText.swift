/// Tells texts that a person reads as numbers: a cell of text format, or a number typed with a
/// space in it. Office programs leave such cells out of their sums.
enum NumberLikeText {
  /// The longest text that is looked at, in bytes.
  private static let limit = 40

  /// Whether the text is digits with at most one comma or point, a sign before and a percent sign
  /// behind, and spaces anywhere: «12», " 1 250", "−12,5", "40 %".
  static func matches(_ text: borrowing Span<UInt8>) -> Bool {
    guard text.count > 0, text.count <= limit, mayBegin(text[0]) else { return false }
    var digits = 0
    var points = 0
    var index = 0
    var isOver = false
    while index < text.count {
      let byte = text[index]
      if let width = spaceWidth(text, at: index) {
        index += width
        continue
      }
      if isOver { return false }
      switch byte {
      case 0x30...0x39: digits += 1
      case UInt8(ascii: ","), UInt8(ascii: "."): points += 1
      case UInt8(ascii: "-"), UInt8(ascii: "+"):
        if digits + points > 0 { return false }
      case UInt8(ascii: "%"): isOver = true
      // U+2212, the minus sign.
      case 0xE2:
        guard index + 2 < text.count, text[index + 1] == 0x88, text[index + 2] == 0x92,
          digits + points == 0
        else { return false }
        index += 2
      default: return false
      }
      index += 1
    }
    return digits > 0 && points <= 1
  }

  static func matches(_ text: String) -> Bool {
    guard let first = text.utf8.first, mayBegin(first), text.utf8.count <= limit else {
      return false
    }
    let bytes = Array(text.utf8)
    return matches(bytes.span)
  }

  private static func mayBegin(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x20, 0x2B, 0x2D, 0x2C, 0x2E, 0xC2, 0xE2: true
    default: false
    }
  }

  /// Bytes of a space, a no-break space or a narrow one; nil for anything else.
  private static func spaceWidth(_ text: borrowing Span<UInt8>, at index: Int) -> Int? {
    if text[index] == 0x20 { return 1 }
    if text[index] == 0xC2, index + 1 < text.count, text[index + 1] == 0xA0 { return 2 }
    if text[index] == 0xE2, index + 2 < text.count, text[index + 1] == 0x80,
      text[index + 2] == 0xAF || text[index + 2] == 0x89
    {
      return 3
    }
    return nil
  }
}

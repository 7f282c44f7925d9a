/// A letter that stands for a part of a date or a time, English or Russian, in either case.
enum FormatLetter: Hashable, Sendable {
  case year, month, day, hour, second
  /// "e", the year of an era; in a number it begins the exponent.
  case era

  /// - Parameter character: the bytes of one character.
  init?(_ character: borrowing Span<UInt8>) {
    switch character.count {
    case 1: self.init(unit: UInt16(character[0]))
    case 2 where character[0] < 0xE0:
      self.init(unit: UInt16(character[0] & 0x1F) << 6 | UInt16(character[1] & 0x3F))
    default: return nil
    }
  }

  /// - Parameter unit: a unit of UTF-16.
  init?(unit: UInt16) {
    switch unit {
    case 0x79, 0x59, 0x433, 0x413: self = .year  // y Y г Г
    case 0x6D, 0x4D, 0x43C, 0x41C: self = .month  // m M м М
    case 0x64, 0x44, 0x434, 0x414: self = .day  // d D д Д
    case 0x68, 0x48, 0x447, 0x427: self = .hour  // h H ч Ч
    case 0x73, 0x53, 0x441, 0x421: self = .second  // s S с С
    case 0x65, 0x45: self = .era  // e E
    default: return nil
    }
  }
}

/// The words of a format code.
enum FormatWord {
  /// Where the word for "as it is" ends that begins at `index`, nil where none does. «General» and
  /// «Основной» hold letters of dates and are none.
  static func general(_ code: borrowing Span<UInt8>, at index: Int) -> Int? {
    switch code[index] {
    case 0x47, 0x67: end(of: "general", code, index)
    case 0x53, 0x73: end(of: "standard", code, index)
    case 0xD0: end(of: "Основной", code, index) ?? end(of: "основной", code, index)
    default: nil
    }
  }

  /// Compares without regard to case where the letters are Latin.
  private static func end(
    of word: String, _ code: borrowing Span<UInt8>, _ index: Int
  ) -> Int? {
    let letters = word.utf8
    guard code.count - index >= letters.count else { return nil }
    var place = index
    for letter in letters {
      let byte = code[place]
      guard byte == letter || (byte < 0x80 && byte | 0x20 == letter) else { return nil }
      place += 1
    }
    return place
  }

  /// Whether what stands in brackets asks for hours, minutes or seconds that do not begin anew:
  /// `[h]`, `[mm]`, «[ч]».
  static func isElapsed(_ inside: borrowing Span<UInt8>) -> Bool {
    let width = inside.count > 0 && inside[0] >= 0x80 ? 2 : 1
    guard inside.count >= width, inside.count % width == 0 else { return false }
    let first = FormatLetter(inside.extracting(0..<width))
    guard first == .hour || first == .month || first == .second else { return false }
    var index = width
    while index < inside.count {
      guard FormatLetter(inside.extracting(index..<index + width)) == first else { return false }
      index += width
    }
    return true
  }
}

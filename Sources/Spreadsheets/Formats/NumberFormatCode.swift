/// What kind of value a number format of Excel shows (ECMA-376, 18.8.30 and 18.8.31), told in one
/// pass over the bytes of its code: a style sheet holds many codes and few are ever shown.
enum NumberFormatCode {
  /// UTF-16 units of the longest code that Excel takes; a longer one is no format of a form.
  static let longestCode = 255

  /// The shape of a built-in format; ids without a fixed meaning are plain.
  static func builtIn(_ id: Int) -> NumberShape {
    switch id {
    case 9, 10: .percent
    case 14...17, 27...31, 34...36, 50...54, 57, 58: .date
    case 18...21, 32, 33, 45, 47, 55, 56: .time
    case 22: .dateAndTime
    case 46: .duration
    case 5...8, 42, 44: .currency
    default: .plain
    }
  }

  /// The shape of a format code, plain for one over `longestCode`: «ДД.ММ.ГГГГ» as well as
  /// "dd.mm.yyyy". Literals in quotes, after a backslash or an underscore, colours and conditions
  /// in brackets do not count; only the first section decides.
  static func shape(of code: String) -> NumberShape {
    let text = code.utf8
    // A unit of UTF-16 takes at most three bytes, so most codes need no second count.
    guard text.count <= longestCode * 3, text.count <= longestCode || fits(code) else {
      return .plain
    }
    return shape(text.span)
  }

  private static func fits(_ code: String) -> Bool { code.utf16.count <= longestCode }

  private static func shape(_ code: borrowing Span<UInt8>) -> NumberShape {
    var scan = ShapeScan()
    var index = 0
    while index < code.count {
      let byte = code[index]
      switch byte {
      case UInt8(ascii: "\""):
        index = code.index(of: byte, from: index + 1) + 1
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"):
        index = code.index(after: index + 1)
      case UInt8(ascii: "["):
        let end = code.index(of: UInt8(ascii: "]"), from: index + 1)
        scan.bracket(code.extracting(index + 1..<end))
        index = end + 1
      case UInt8(ascii: ";"):
        return scan.shape
      default:
        if let end = FormatWord.general(code, at: index) {
          index = end
        } else {
          let end = code.index(after: index)
          scan.take(code.extracting(index..<end))
          index = end
        }
      }
    }
    return scan.shape
  }
}

/// What a section of a code has shown of itself so far.
private struct ShapeScan {
  private struct Letters {
    var hasDay = false
    var hasTime = false
    var hasMinuteOrMonth = false
    var hasAny: Bool { hasDay || hasTime || hasMinuteOrMonth }
  }

  private var latin = Letters()
  private var cyrillic = Letters()
  private var isElapsed = false
  private var isPercent = false
  private var isCurrency = false
  private var hasDigit = false

  mutating func bracket(_ inside: borrowing Span<UInt8>) {
    if FormatWord.isElapsed(inside) {
      isElapsed = true
    } else if inside.count > 0, inside[0] == UInt8(ascii: "$") {
      isCurrency = isCurrency || inside.count == 1 || inside[1] != UInt8(ascii: "-")
    }
  }

  mutating func take(_ character: borrowing Span<UInt8>) {
    guard let letter = FormatLetter(character) else { return sign(character) }
    if character.count == 1 {
      take(letter, of: &latin)
    } else if !hasDigit {
      // «0 чел.» is a number with a word behind it.
      take(letter, of: &cyrillic)
    }
  }

  private func take(_ letter: FormatLetter, of letters: inout Letters) {
    switch letter {
    case .year, .day: letters.hasDay = true
    // "0.00E+00" is a number: E counts only where no digit has been seen.
    case .era: letters.hasDay = letters.hasDay || !hasDigit
    case .hour, .second: letters.hasTime = true
    case .month: letters.hasMinuteOrMonth = true
    }
  }

  private mutating func sign(_ character: borrowing Span<UInt8>) {
    switch (character[0], character.count) {
    case (UInt8(ascii: "%"), 1): isPercent = true
    case (UInt8(ascii: "0"), 1), (UInt8(ascii: "#"), 1), (UInt8(ascii: "?"), 1): hasDigit = true
    // £ and ¥
    case (0xC2, 2): isCurrency = isCurrency || character[1] == 0xA3 || character[1] == 0xA5
    // € and ₽
    case (0xE2, 3):
      isCurrency =
        isCurrency || (character[1] == 0x82 && (character[2] == 0xAC || character[2] == 0xBD))
    default: break
    }
  }

  var shape: NumberShape {
    if isElapsed { return .duration }
    // «dd mmmm yyyy г.»: beside Latin letters the Russian ones are words.
    let letters = latin.hasAny ? latin : cyrillic
    if letters.hasDay, letters.hasTime { return .dateAndTime }
    if letters.hasTime { return .time }
    if letters.hasDay || (letters.hasMinuteOrMonth && !hasDigit) { return .date }
    if isPercent { return .percent }
    return isCurrency ? .currency : .plain
  }
}

extension Span<UInt8> {
  /// The place of the first `byte` from `start` on, or the count.
  fileprivate func index(of byte: UInt8, from start: Int) -> Int {
    var index = Swift.min(start, count)
    while index < count, self[index] != byte { index += 1 }
    return index
  }

  /// The place behind the character of UTF-8 at `index`, at most the count.
  fileprivate func index(after index: Int) -> Int {
    var next = index + 1
    while next < count, self[next] & 0xC0 == 0x80 { next += 1 }
    return Swift.min(next, count)
  }
}

/// What a format code is made of, before it is known what the section shows.
enum FormatToken: Hashable, Sendable {
  case literal(String)
  case digit(DigitPlace)
  /// A digit from 1 to 9: part of a denominator, or stands for itself.
  case figure(UInt8)
  case point, comma, percent, slash
  case exponent(showsPlus: Bool)
  /// One letter or several alike; the unit of UTF-16 tells Latin from Russian ones.
  case letters(FormatLetter, unit: UInt16, count: Int)
  case elapsed(FormatLetter, count: Int)
  /// AM/PM or, with a width of 1, A/P.
  case half(width: Int, isSmall: Bool)
  /// "General".
  case general
  /// "@".
  case text
}

extension FormatToken {
  /// What stands for a digit; nil for other tokens.
  var place: DigitPlace? {
    if case .digit(let place) = self { place } else { nil }
  }

  var isDigit: Bool { place != nil }

  var isFigure: Bool {
    if case .figure = self { true } else { false }
  }

  var isExponent: Bool {
    if case .exponent = self { true } else { false }
  }

  /// Whether it is a part of a date or a time.
  var isMoment: Bool {
    switch self {
    case .letters, .elapsed, .half: true
    case .literal, .digit, .figure, .point, .comma, .percent, .slash, .exponent, .general, .text:
      false
    }
  }

  /// A space, a no-break space or a narrow one.
  var isSpace: Bool {
    self == .literal(" ") || self == .literal("\u{A0}") || self == .literal("\u{202F}")
  }
}

/// The tokens of one section, and what its brackets said.
struct TokenizedSection: Sendable {
  var tokens: [FormatToken] = []
  var condition: FormatCondition?
  var locale: FormatLocale?
  /// Whether letters of another calendar stand in it, bare: "ggge" and "bbbb" are years of Japan
  /// and of Thailand.
  var hasEra = false

  /// Literals that stand side by side become one.
  mutating func append(literal: String) {
    if case .literal(let text)? = tokens.last {
      tokens[tokens.count - 1] = .literal(text + literal)
    } else {
      tokens.append(.literal(literal))
    }
  }
}

/// What `[$-419]` asks for (a language identifier of Windows, in hexadecimal digits).
struct FormatLocale: Hashable, Sendable {
  /// The low half; 0 where none is given.
  var identifier: UInt32
  /// Digits of another script or another calendar.
  var hasForeignDigits: Bool

  /// - Parameter text: hexadecimal digits, eight at most; an extended name such as "ru-RU".
  init?(_ text: String) {
    guard !text.isEmpty else { return nil }
    if let number = UInt32(text, radix: 16), text.utf8.count <= 8 {
      identifier = number & 0xFFFF
      // 0 and 1 are the digits of this text, calendars above 1 are not the Gregorian one.
      hasForeignDigits = number >> 24 > 1 || (number >> 16) & 0xFF > 2
      return
    }
    // "ru-RU", "en-US-u-ca-gregory", "x-sysdate".
    hasForeignDigits = false
    switch text.lowercased() {
    case "x-sysdate": identifier = 0xF800
    case "x-systime": identifier = 0xF400
    case let name where name == "ru" || name.hasPrefix("ru-"): identifier = 0x419
    case let name where name == "en" || name.hasPrefix("en-"): identifier = 0x409
    default: identifier = 0x7F
    }
  }

  /// The system's own long date stands in place of the section.
  var isSystemDate: Bool { identifier == 0xF800 }
  /// The system's own time stands in place of the section.
  var isSystemTime: Bool { identifier == 0xF400 }

  /// The language of names; nil where the reader's is meant or the language is not known.
  var language: DisplayLanguage? {
    switch identifier & 0x3FF {
    case 0x19: .russian
    case 0x09: .invariant
    default: nil
    }
  }

  /// Whether names of months in it would be shown in a wrong language.
  var isUnknownLanguage: Bool {
    language == nil && ![0, 0x400, 0x800, 0xF400, 0xF800].contains(identifier)
  }

  /// `[$-FC19]` and `[$-F419]` are Excel's marks of the genitive and of the nominative.
  var monthCase: FormatSection.MonthCase {
    switch identifier {
    case 0xFC19: .genitive
    case 0xF419: .nominative
    default: .byDay
    }
  }
}

import ExactNumbers

/// Makes the sections of a format out of the tokens of its code.
enum FormatParser {
  struct Parsed {
    var numbers: [FormatSection] = []
    /// Shows texts; nil shows them as they are.
    var text: FormatSection?
  }

  /// The most sections of a code: for positive and negative numbers, zero and text.
  static let sectionLimit = 4

  /// - Parameter code: at most `NumberFormatCode.longestCode` units.
  static func parse(_ code: [UInt16]) throws(FormatTokenizer.Misread) -> Parsed {
    var tokenized = try FormatTokenizer.sections(of: code)
    guard tokenized.count <= sectionLimit else { throw FormatTokenizer.Misread() }
    var parsed = Parsed()
    if let last = tokenized.last, tokenized.count == sectionLimit || last.tokens.contains(.text) {
      parsed.text = FormatSection(body: .text(try textPieces(last.tokens)))
      tokenized.removeLast()
    }
    for section in tokenized { parsed.numbers.append(try FormatSection(section)) }
    setConditions(&parsed.numbers)
    return parsed
  }

  /// Gives every section but the last the numbers that it takes where the code says nothing, and
  /// tells which are reached by negative numbers only.
  private static func setConditions(_ sections: inout [FormatSection]) {
    let hasOwn = sections.contains { $0.condition != nil }
    switch sections.count {
    case 2:
      if !hasOwn {
        sections[0].condition = FormatCondition(.greaterOrEqual, .zero)
      } else if sections[0].condition == nil {
        // «0;[<-5]0.0»: the first takes what the second does not.
        sections.append(sections[0])
        sections[0].condition = FormatCondition(.greaterOrEqual, .zero)
      }
    case 3:
      if sections[0].condition == nil { sections[0].condition = FormatCondition(.greater, .zero) }
      if sections[1].condition == nil { sections[1].condition = FormatCondition(.less, .zero) }
      sections[2].condition = nil
    default: break
    }
    markNegative(&sections)
  }

  /// Sets `dropsSign` from the conditions, which are tried one after another. All but
  /// the first drop the sign whatever they take: so do the office programs.
  static func markNegative(_ sections: inout [FormatSection]) {
    var takesPositive = false
    var takesZero = false
    for index in sections.indices {
      let condition = sections[index].condition
      sections[index].dropsSign =
        (takesPositive && takesZero) || condition?.takesOnlyNegatives == true
        || index > 0
      guard let condition else { continue }
      takesPositive =
        takesPositive || condition.takesAllFromZero || condition.isAboveZero
      takesZero = takesZero || condition.holds(for: .zero)
    }
  }

  /// What a section for texts shows: Russian letters are words in it, digits and parts of a date
  /// have no place beside "@".
  private static func textPieces(
    _ tokens: [FormatToken]
  ) throws(FormatTokenizer.Misread) -> [TextPiece] {
    let hasText = tokens.contains(.text)
    var pieces: [TextPiece] = []
    for token in tokens {
      switch token {
      case .text: pieces.append(.own)
      case .elapsed, .half, .exponent, .general: throw FormatTokenizer.Misread()
      case .digit where hasText: throw FormatTokenizer.Misread()
      case .letters(_, let unit, _) where hasText && unit < 0x80: throw FormatTokenizer.Misread()
      case .literal, .digit, .figure, .point, .comma, .percent, .slash, .letters:
        pieces.append(.literal(token.sign))
      }
    }
    return pieces
  }
}

extension FormatCondition {
  /// "Greater than zero" and no other.
  fileprivate var isAboveZero: Bool { relation == .greater && limit == .zero }
}

extension FormatToken {
  /// What stands in the code, for tokens that stand for themselves.
  var sign: String {
    switch self {
    case .literal(let text): text
    case .digit(.zero): "0"
    case .digit(.nothing): "#"
    case .digit(.space): "?"
    case .figure(let digit): String(digit)
    case .point: "."
    case .comma: ","
    case .percent: "%"
    case .slash: "/"
    case .letters(_, let unit, let count): spelled(unit, count)
    case .exponent(let showsPlus): showsPlus ? "E+" : "E-"
    case .half(let width, _): width == 1 ? "A/P" : "AM/PM"
    case .general, .text, .elapsed: ""
    }
  }

  /// Letters that turned out to be words: «г» behind a year of Latin letters.
  func spelled(_ unit: UInt16, _ count: Int) -> String {
    String(repeating: String(decoding: [unit], as: UTF16.self), count: count)
  }
}

extension FormatSection {
  /// Decides what the section shows: a moment if it has letters of one, else a number, else text.
  init(_ section: TokenizedSection) throws(FormatTokenizer.Misread) {
    self.init()
    condition = section.condition
    if section.locale?.isSystemDate == true {
      body = .moment([.systemDate])
      return
    }
    if section.locale?.isSystemTime == true {
      body = .moment([.systemTime])
      return
    }
    if let locale = section.locale {
      language = locale.language
      monthCase = locale.monthCase
      if locale.hasForeignDigits { throw FormatTokenizer.Misread() }
    }
    let tokens = section.withWordsSettled
    if tokens.contains(where: \.isMoment) {
      body = .moment(try MomentParser.pieces(tokens))
      if section.hasEra || (section.locale?.isUnknownLanguage == true && showsNames) {
        throw FormatTokenizer.Misread()
      }
    } else if tokens.contains(where: \.isDigit) {
      body = try DecimalParser.body(tokens)
    } else if let place = tokens.firstIndex(of: .general) {
      let before = tokens[..<place]
      let after = tokens[(place + 1)...]
      guard !after.contains(.general), !tokens.contains(.text) else {
        throw FormatTokenizer.Misread()
      }
      body = .general(
        before: before.map(\.sign).joined(), after: after.map(\.sign).joined())
    } else if tokens.contains(.text) {
      body = .general(before: "", after: "")
    } else {
      if section.hasEra { throw FormatTokenizer.Misread() }
      body = .literal(tokens.map(\.sign).joined())
    }
  }
}

extension FormatSection {
  /// Whether months or days of the week are written in words.
  var showsNames: Bool {
    guard case .moment(let pieces) = body else { return false }
    return pieces.contains { piece in
      switch piece {
      case .field(let unit, let width): unit == .weekday || (unit == .month && width > 2)
      case .monthOf: true
      case .literal, .dateSeparator, .systemDate, .systemTime: false
      }
    }
  }
}

extension TokenizedSection {
  /// The tokens with letters that are words turned into literals: Russian letters beside Latin ones
  /// («dd mmmm yyyy г.») or behind digits («0 чел.»), an E beside digits.
  fileprivate var withWordsSettled: [FormatToken] {
    let hasLatin = tokens.contains { token in
      if case .letters(let letter, let unit, _) = token { return unit < 0x80 && letter != .era }
      if case .half = token { return true }
      return false
    }
    var hasDigit = false
    return tokens.map { token in
      hasDigit = hasDigit || token.isDigit
      guard case .letters(_, let unit, let count) = token, unit >= 0x80, hasLatin || hasDigit
      else { return token }
      return .literal(token.spelled(unit, count))
    }
  }
}

import ExactNumbers

/// Cuts a source into tokens; spaces and line breaks only separate.
struct Tokenizer {
  /// What the two notations write differently.
  struct Marks {
    /// What may stand before the decimals of a number.
    var decimal: Set<Character>
    var symbols: [String: Token.Kind]
  }

  private let characters: [Character]
  private let marks: Marks
  private var index = 0

  /// Throws `tooLong` for a source over the limit.
  init(
    _ source: String, within limits: ExpressionLimits, marks: Marks
  ) throws(ExpressionError) {
    characters = Array(source)
    self.marks = marks
    guard characters.count <= limits.characters else {
      throw ExpressionError(
        .tooLong, at: limits.characters..<characters.count, expected: String(limits.characters))
    }
  }

  /// All tokens, the last one `.end`.
  mutating func tokens() throws(ExpressionError) -> [Token] {
    var tokens: [Token] = []
    while let token = try next() { tokens.append(token) }
    tokens.append(Token(kind: .end, range: index..<index, text: ""))
    return tokens
  }

  private mutating func next() throws(ExpressionError) -> Token? {
    while index < characters.count, characters[index].isWhitespace { index += 1 }
    guard index < characters.count else { return nil }
    let first = characters[index]
    if first.isDigit { return try number() }
    if first.isNameStart { return word() }
    if let close = Self.quotes[first] { return try text(until: close) }
    return try symbol()
  }

  private func token(_ kind: Token.Kind, from start: Int) -> Token {
    Token(kind: kind, range: start..<index, text: String(characters[start..<index]))
  }

  private mutating func number() throws(ExpressionError) -> Token {
    let start = index
    skipDigits()
    if index + 1 < characters.count, marks.decimal.contains(characters[index]),
      characters[index + 1].isDigit
    {
      index += 1
      skipDigits()
    }
    let text = String(characters[start..<index])
    guard let number = ExactNumber(text.replacing(",", with: ".")) else {
      throw ExpressionError(.numberTooLong, at: start..<index, found: text)
    }
    return token(.number(number), from: start)
  }

  private mutating func skipDigits() {
    while index < characters.count, characters[index].isDigit { index += 1 }
  }

  private mutating func word() -> Token {
    let start = index
    while index < characters.count, characters[index].isNamePart { index += 1 }
    let word = String(characters[start..<index])
    return token(Self.keywords[word] ?? .name(word), from: start)
  }

  /// A text in quotes; a closing quote that is written twice stands for itself.
  private mutating func text(until close: Set<Character>) throws(ExpressionError) -> Token {
    let start = index
    var text = ""
    index += 1
    while index < characters.count {
      let character = characters[index]
      index += 1
      guard close.contains(character) else {
        text.append(character)
        continue
      }
      guard index < characters.count, characters[index] == character else {
        return token(.text(text), from: start)
      }
      text.append(character)
      index += 1
    }
    throw ExpressionError(.unclosedText, at: start..<start + 1, found: String(characters[start]))
  }

  private mutating func symbol() throws(ExpressionError) -> Token {
    let start = index
    if index + 1 < characters.count,
      let kind = marks.symbols[String(characters[index...index + 1])]
    {
      index += 2
      return token(kind, from: start)
    }
    guard let kind = marks.symbols[String(characters[index])] else {
      throw ExpressionError(
        .unexpectedCharacter, at: start..<start + 1, found: String(characters[start]))
    }
    index += 1
    return token(kind, from: start)
  }

  private static let keywords: [String: Token.Kind] = [
    "and": .infix(.and), "и": .infix(.and), "or": .infix(.or), "или": .infix(.or),
    "not": .not, "не": .not, "true": .flag(true), "false": .flag(false),
  ]

  /// The quotes that open a text, each with those that may close it.
  static let quotes: [Character: Set<Character>] = [
    "\"": ["\""], "“": ["”", "“"], "”": ["”"], "„": ["“", "”"], "«": ["»"],
  ]
}

extension Tokenizer.Marks {
  // The typographic signs are what an office program makes of the typed ones.
  private static let signs: [String: Token.Kind] = [
    "+": .infix(.plus), "-": .infix(.minus), "−": .infix(.minus), "–": .infix(.minus),
    "*": .infix(.times), "×": .infix(.times), "/": .infix(.over),
    "=": .infix(.equal), "<>": .infix(.notEqual), "≠": .infix(.notEqual),
    "<": .infix(.less), "<=": .infix(.lessOrEqual), "≤": .infix(.lessOrEqual),
    ">": .infix(.greater), ">=": .infix(.greaterOrEqual), "≥": .infix(.greaterOrEqual),
    "(": .open, ")": .close, ",": .comma, ".": .dot,
  ]

  static let names = Self(decimal: ["."], symbols: signs)

  /// Decimals after a comma, arguments after a semicolon too, «…» for all that lie between.
  static let form = Self(
    decimal: [".", ","],
    symbols: signs.merging(
      [";": .comma, ":": .infix(.over), "…": .through, "..": .through],
      uniquingKeysWith: { first, _ in first }))
}

extension Character {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
  fileprivate var isNameStart: Bool { isLetter || self == "_" }
  fileprivate var isNamePart: Bool { isNameStart || isDigit }
}

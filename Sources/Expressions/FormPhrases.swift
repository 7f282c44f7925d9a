import ExactNumbers

/// The tokens of a rule without the phrases around its condition: «если … то …», «по всем строкам»,
/// «с точностью до …».
struct FormPhrases {
  private(set) var condition: [Token]
  private(set) var when: [Token]?
  private(set) var tolerance: ExactNumber?
  private(set) var scope: FormNotation.Scope?

  init(_ tokens: [Token]) throws(ExpressionError) {
    condition = tokens
    try takeScope()
    try takeTolerance()
    try takeWhen()
  }

  // MARK: по всем строкам

  private mutating func takeScope() throws(ExpressionError) {
    var index = 0
    while index + 2 < condition.count {
      guard Self.prepositions.contains(condition[index].word),
        Self.quantifiers.contains(condition[index + 1].word),
        let found = Self.scopes[condition[index + 2].word]
      else {
        index += 1
        continue
      }
      let phrase = index..<index + 3
      guard scope == nil else { throw repeated(phrase) }
      scope = found
      remove(phrase)
    }
  }

  private static let prepositions: Set<String> = ["по", "для", "в"]
  private static let quantifiers: Set<String> = ["всем", "всех", "каждой"]
  private static let scopes: [String: FormNotation.Scope] = [
    "строкам": .rows, "строк": .rows, "строках": .rows, "строки": .rows, "строке": .rows,
    "графам": .columns, "граф": .columns, "графах": .columns, "графы": .columns,
    "графе": .columns, "ячейкам": .cells, "ячеек": .cells, "ячейках": .cells,
    "ячейки": .cells, "ячейке": .cells,
  ]

  // MARK: с точностью до 0,5

  private mutating func takeTolerance() throws(ExpressionError) {
    var index = 0
    while index + 2 < condition.count {
      guard condition[index..<index + 3].map(\.word) == ["с", "точностью", "до"] else {
        index += 1
        continue
      }
      let value = condition[index + 3]
      guard case .number(let number) = value.kind else {
        throw ExpressionError(.numberExpected, at: value.range, found: value.text)
      }
      let phrase = index..<index + 4
      guard tolerance == nil else { throw repeated(phrase) }
      tolerance = number
      remove(phrase)
    }
  }

  // MARK: если … то …

  /// «если A, то B», or «B, если A».
  private mutating func takeWhen() throws(ExpressionError) {
    guard let start = condition.firstIndex(where: { $0.word == "если" }) else { return }
    if let second = condition[(start + 1)...].firstIndex(where: { $0.word == "если" }) {
      throw repeated(second..<second + 1)
    }
    let then = condition[start...].firstIndex { $0.word == "то" }
    guard start == 0 else {
      when = Self.part(condition[(start + 1)...])
      condition = Self.part(condition[..<start] + [Self.end(before: condition[start])])
      return
    }
    guard let then else {
      throw ExpressionError(.thenExpected, at: condition[0].range, found: condition[0].text)
    }
    when = Self.part(condition[1..<then] + [Self.end(before: condition[then])])
    condition = Self.part(condition[(then + 1)...])
  }

  // MARK: Cutting

  /// Without the commas and colons at both ends; the last token is `.end`.
  private static func part(_ tokens: ArraySlice<Token>) -> [Token] {
    var tokens = tokens
    while tokens.first?.isSeparator == true { tokens.removeFirst() }
    while tokens.count > 1, tokens[tokens.endIndex - 2].isSeparator {
      tokens.remove(at: tokens.endIndex - 2)
    }
    return Array(tokens)
  }

  private static func end(before token: Token) -> Token {
    Token(kind: .end, range: token.range.lowerBound..<token.range.lowerBound, text: "")
  }

  /// With the comma or colon that parts a phrase from the condition.
  private mutating func remove(_ phrase: Range<Int>) {
    condition.removeSubrange(phrase)
    if condition[phrase.lowerBound].isSeparator {
      condition.remove(at: phrase.lowerBound)
    } else if phrase.lowerBound > 0, condition[phrase.lowerBound - 1].isSeparator {
      condition.remove(at: phrase.lowerBound - 1)
    }
  }

  private func repeated(_ phrase: Range<Int>) -> ExpressionError {
    let tokens = condition[phrase]
    let first = tokens.first?.range ?? 0..<0
    return ExpressionError(
      .repeatedPhrase, at: first.lowerBound..<(tokens.last?.range ?? first).upperBound,
      found: tokens.map(\.text).joined(separator: " "))
  }
}

extension Token {
  /// A word in lower case without «ё»; empty for all else.
  var word: String {
    guard case .name(let name) = kind else { return "" }
    return name.lowercased().replacing("ё", with: "е")
  }

  fileprivate var isSeparator: Bool { [",", ";", ":"].contains(text) }
}

/// A place among the tokens of the form notation.
struct TokenCursor {
  private let tokens: [Token]
  private(set) var index = 0

  /// The last token must be `.end`.
  init(_ tokens: [Token]) { self.tokens = tokens }

  var current: Token { tokens[index] }

  /// The token `count` places on; the end beyond it.
  func ahead(_ count: Int) -> Token { tokens[min(index + count, tokens.count - 1)] }

  mutating func advance() -> Token { advance(by: 1) }

  /// The token that was current, with the range and words of all that were passed.
  mutating func advance(by count: Int) -> Token {
    var token = current
    let passed = tokens[index..<min(index + count, tokens.count)]
    token.range = token.range.lowerBound..<(passed.last ?? token).range.upperBound
    token.text = passed.map(\.text).joined(separator: " ")
    index = min(index + count, tokens.count - 1)
    return token
  }

  /// Passes «(прошлый год)».
  mutating func takeLastYear() -> Token? {
    guard current.kind == .open, ahead(3).kind == .close,
      FormVocabulary.isLastYear(ahead(1).word, ahead(2).word)
    else { return nil }
    return advance(by: 4)
  }

  /// Passes an operator in words: «не больше».
  mutating func takeComparison() -> Token? {
    for (words, infix) in FormVocabulary.comparisons
    where words.indices.allSatisfy({ ahead($0).spoken == words[$0] }) {
      var token = advance(by: words.count)
      token.kind = .infix(infix)
      return token
    }
    return nil
  }

  /// Whether cells of a form begin here.
  var isAtReference: Bool {
    isAtAxis || FormVocabulary.sheets.contains(current.word)
      || FormVocabulary.forms.contains(current.word)
  }

  /// Whether «стр.» or «гр.» stands here, its number perhaps attached: «гр5».
  var isAtAxis: Bool { current.axis != nil }
}

extension Token {
  /// The word that it is, those that the tokenizer took for operators too.
  fileprivate var spoken: String {
    switch kind {
    case .name: word
    case .infix, .not: text.lowercased()
    case .number, .text, .flag, .open, .close, .comma, .dot, .through, .node, .end: ""
    }
  }

  /// What «стр» or «гр» names, with the digits attached to it.
  var axis: (axis: FormVocabulary.Axis, digits: String)? {
    let name = word.prefix { !$0.isNumber }
    guard let axis = FormVocabulary.axes[String(name)] else { return nil }
    let digits = word.dropFirst(name.count)
    return digits.allSatisfy(\.isNumber) ? (axis, String(digits)) : nil
  }
}

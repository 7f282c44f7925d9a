/// Turns the words of the form notation into tokens that the parser knows: operators, functions,
/// and the cells that references name.
struct FormWords {
  /// A parenthesis that is open.
  private struct Open {
    /// Whether several cells may stand in it.
    var takesSeveral = false
    /// Whether one of `previous` closes with it.
    var endsLastYear = false
  }

  private var cursor: TokenCursor
  private let references: any FormReferences
  private var made: [Token] = []
  private var open: [Open] = []
  /// «(прошлый год)» was read, and what it belongs to was not.
  private var lastYear: Token?

  /// The last token must be `.end`.
  init(_ tokens: [Token], references: any FormReferences) {
    cursor = TokenCursor(tokens)
    self.references = references
  }

  mutating func read() throws(ExpressionError) -> [Token] {
    while cursor.current.kind != .end { try step() }
    if lastYear != nil { throw operandExpected() }
    made.append(cursor.current)
    return made
  }

  private mutating func step() throws(ExpressionError) {
    if let mark = cursor.takeLastYear() {
      lastYear = mark
    } else if let operation = cursor.takeComparison() {
      made.append(operation)
    } else if cursor.isAtReference {
      try readReference()
    } else if let function = FormVocabulary.functions[cursor.current.word] {
      try readFunction(function)
    } else if lastYear != nil {
      throw operandExpected()
    } else {
      readOther()
    }
  }

  private func operandExpected() -> ExpressionError {
    ExpressionError(.operandExpected, at: cursor.current.range, found: cursor.current.text)
  }

  private mutating func readOther() {
    var token = cursor.advance()
    switch token.kind {
    case .open: open.append(Open(takesSeveral: made.last.map(takesSeveral) ?? false))
    case .close:
      made.append(token)
      if open.popLast()?.endsLastYear == true { made.append(token) }
      return
    case .name:
      if let connective = FormVocabulary.connectives[token.word] { token.kind = connective }
      if FormVocabulary.values.contains(token.word) { token.kind = .name("value") }
    case .number, .text, .flag, .infix, .not, .comma, .dot, .through, .node, .end: break
    }
    made.append(token)
  }

  private func takesSeveral(_ token: Token) -> Bool {
    guard case .name(let name) = token.kind else { return false }
    return BuiltInFunction(rawValue: name)?.takesSeveral ?? false
  }

  /// «сумма(…)», or «сумма стр.01…стр.05» without parentheses.
  private mutating func readFunction(_ function: BuiltInFunction) throws(ExpressionError) {
    var token = cursor.advance()
    let mark = lastYear
    lastYear = nil
    if let mark { begin("previous", at: mark) }
    token.kind = .name(function.rawValue)
    made.append(token)
    if case .open = cursor.current.kind {
      made.append(cursor.advance())
      open.append(Open(takesSeveral: function.takesSeveral, endsLastYear: mark != nil))
      return
    }
    guard cursor.isAtReference, function.takesSeveral else { throw operandExpected() }
    made.append(Token(kind: .open, range: token.range, text: "("))
    try readReference(among: true)
    end(mark == nil ? 1 : 2)
  }

  private mutating func begin(_ function: String, at token: Token) {
    made.append(Token(kind: .name(function), range: token.range, text: token.text))
    made.append(Token(kind: .open, range: token.range, text: "("))
  }

  private mutating func end(_ count: Int) {
    let last = made.last?.range ?? 0..<0
    for _ in 0..<count { made.append(Token(kind: .close, range: last, text: ")")) }
  }

  private mutating func readReference() throws(ExpressionError) {
    try readReference(among: open.last?.takesSeveral ?? false)
  }

  /// - Parameter several: whether a list of cells has a place here.
  private mutating func readReference(among several: Bool) throws(ExpressionError) {
    let mark = lastYear
    lastYear = nil
    var reader = FormReferenceReader(cursor: cursor, dash: several ? .through : .minus)
    let reference = try reader.read()
    cursor = reader.cursor
    let nodes = try references.nodes(for: reference)
    if nodes.count > 1, !several {
      throw ExpressionError(.severalCells, at: reference.range, found: reference.text)
    }
    for (index, node) in nodes.enumerated() {
      if index > 0 { made.append(Token(kind: .comma, range: node.range, text: ",")) }
      let whole = (mark?.range.lowerBound ?? node.range.lowerBound)..<node.range.upperBound
      let cell =
        mark == nil
        ? node : SyntaxNode(.call(function: "previous", arguments: [node]), range: whole)
      made.append(Token(kind: .node(cell), range: reference.range, text: reference.text))
    }
  }
}

extension BuiltInFunction {
  /// Whether it goes over any number of values.
  package var takesSeveral: Bool {
    switch self {
    case .min, .max, .sum, .count, .distinct: true
    case .abs, .agrees: false
    }
  }
}

package import ExactNumbers

/// A rule in the notation that Russian forms print: «если стр.04 > 0, то гр.5 <= гр.4 + гр.3 с
/// точностью до 0,5 по всем строкам».
///
/// Cells are `стр.N`, `гр.N`, `стр.N гр.N`, after `лист «…»`, `форма «…»` and `(прошлый год)`
/// where need be; `стр.01…стр.05` inside a function over several. Decimals stand after a comma;
/// operators may be words («не больше», «равно»). Names of the other notation may stand among
/// them. Case and «ё» do not matter.
package struct FormNotation: Sendable, Hashable {
  /// «по всем строкам», «по всем графам», «по всем ячейкам».
  package enum Scope: Sendable, Hashable, CaseIterable {
    case rows
    case columns
    case cells
  }

  /// Without the phrases around it; its ranges count from the beginning of the whole text.
  package var condition: Expression
  /// What stands between «если» and «то»; nil without.
  package var when: Expression?
  /// What stands after «с точностью до», 0 or more; nil without.
  package var tolerance: ExactNumber?
  package var scope: Scope?

  /// - Parameter references: looks cells up; asked once, with the scope that the text names.
  package init(
    parsing source: String, limits: ExpressionLimits = .standard,
    references: (Scope?) -> any FormReferences
  ) throws(ExpressionError) {
    var tokenizer = try Tokenizer(source, within: limits, marks: .form)
    let phrases = try FormPhrases(try tokenizer.tokens())
    let cells = references(phrases.scope)
    scope = phrases.scope
    tolerance = phrases.tolerance
    condition = try Self.expression(source, phrases.condition, cells, limits)
    if let tokens = phrases.when {
      when = try Self.expression(source, tokens, cells, limits)
    }
  }

  private static func expression(
    _ source: String, _ tokens: [Token], _ cells: any FormReferences, _ limits: ExpressionLimits
  ) throws(ExpressionError) -> Expression {
    var words = FormWords(tokens, references: cells)
    let read = try words.read()
    return Expression(source: source, syntax: try Parser.parse(read, limits: limits))
  }
}

extension Expression {
  /// An expression of the form notation without phrases around it, as the tags of a rule's words
  /// have it.
  package init(
    parsingFormNotation source: String, limits: ExpressionLimits = .standard,
    references: any FormReferences
  ) throws(ExpressionError) {
    var tokenizer = try Tokenizer(source, within: limits, marks: .form)
    var words = FormWords(try tokenizer.tokens(), references: references)
    self.init(source: source, syntax: try Parser.parse(try words.read(), limits: limits))
  }
}

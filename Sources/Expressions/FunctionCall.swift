/// A call that is being evaluated, its arguments not yet: `previous(trained)` evaluates its
/// argument in another year, `sum(column)` in each row.
package struct FunctionCall {
  package struct Argument {
    package let node: SyntaxNode
    fileprivate let environment: any ExpressionEnvironment

    /// The plain name, when the argument is nothing else: "trained".
    package var name: String? {
      if case .name(let path) = node.kind, path.count == 1 { return path[0] }
      return nil
    }

    /// Its value where the call stands.
    package func value() throws(ExpressionError) -> ExpressionValue {
      try Evaluator(environment: environment).value(of: node)
    }

    /// Its value in another environment: another year, another row.
    package func value(
      in other: any ExpressionEnvironment
    ) throws(ExpressionError) -> ExpressionValue {
      try Evaluator(environment: other).value(of: node)
    }
  }

  package let name: String
  package let arguments: [Argument]
  /// Where the call stands in the source.
  package let range: Range<Int>

  init(
    name: String, arguments: [SyntaxNode], range: Range<Int>,
    environment: any ExpressionEnvironment
  ) {
    self.name = name
    self.arguments = arguments.map { Argument(node: $0, environment: environment) }
    self.range = range
  }

  /// Throws `wrongArgumentCount` unless as many arguments were given.
  package func expect(_ counts: ClosedRange<Int>) throws(ExpressionError) {
    guard !counts.contains(arguments.count) else { return }
    throw ExpressionError(
      .wrongArgumentCount, at: range, found: name,
      expected: FunctionSignature(name, counts).countText)
  }

  /// The values of all arguments where the call stands.
  package func values() throws(ExpressionError) -> [ExpressionValue] {
    var values: [ExpressionValue] = []
    for argument in arguments { values.append(try argument.value()) }
    return values
  }
}

/// A function as a pack may call it: checked when the pack is loaded, before anything is evaluated.
package struct FunctionSignature: Sendable, Hashable {
  package var name: String
  /// How many arguments it takes.
  package var arguments: ClosedRange<Int>

  package init(_ name: String, _ arguments: ClosedRange<Int>) {
    self.name = name
    self.arguments = arguments
  }

  package init(_ name: String, _ count: Int) { self.init(name, count...count) }

  /// «3», «1–2», «1…» for messages.
  package var countText: String {
    if arguments.count == 1 { return String(arguments.lowerBound) }
    if arguments.upperBound == Int.max { return "\(arguments.lowerBound)…" }
    return "\(arguments.lowerBound)–\(arguments.upperBound)"
  }
}

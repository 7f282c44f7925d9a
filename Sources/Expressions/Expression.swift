package import ExactNumbers

/// A parsed expression of the one language that rules and template tags share:
/// `trained_by_diagnosis <= trained`, `not (a = 0 and previous(a) >= 3)`. `FormNotation` reads the
/// other notation into the same tree.
///
/// Literals (12, 12.5, "text", true, false), names and dotted paths, calls, + − * /, = <> < <= >
/// >= and their typographic forms, `and` `or` `not` (и, или, не), parentheses. Arithmetic is exact.
package struct Expression: Sendable, Hashable {
  /// The text that it was parsed from.
  package let source: String
  /// What it says, whatever notation it was written in.
  package let syntax: SyntaxNode

  /// Throws with the character that is wrong, counted from 0.
  package init(
    parsing source: String, limits: ExpressionLimits = .standard
  ) throws(ExpressionError) {
    self.source = source
    syntax = try Parser.parse(source, limits: limits)
  }

  /// A tree that another notation was read into.
  package init(source: String, syntax: SyntaxNode) {
    self.source = source
    self.syntax = syntax
  }

  /// Its value; `.missing` when an operand that matters is missing. Throws for a name or function
  /// that neither the environment nor the language knows, and for values of the wrong kind.
  ///
  /// - Parameter tolerance: by how much the sides of a comparison outside calls may differ, 0 or
  ///   more; `a <> b` then holds for more than that only. Nil: not at all.
  package func evaluate(
    in environment: any ExpressionEnvironment, tolerance: ExactNumber? = nil
  ) throws(ExpressionError) -> ExpressionValue {
    try Evaluator(environment: environment, tolerance: tolerance).value(of: syntax)
  }

  /// A name that an expression uses.
  package struct Name: Sendable, Hashable {
    /// "row", "title" for `row.title`; never empty.
    package var path: [String]
    package var range: Range<Int>

    /// The name before the first point.
    package var base: String { path.first ?? "" }
  }

  /// A function that an expression calls.
  package struct Call: Sendable, Hashable {
    package var function: String
    package var argumentCount: Int
    package var range: Range<Int>
  }

  /// Every name, each time that it stands there, in the order of the source; those inside calls
  /// too.
  package var names: [Name] {
    nodes.compactMap {
      if case .name(let path) = $0.kind { return Name(path: path, range: $0.range) }
      return nil
    }
  }

  /// Every call, in the order of the source.
  package var calls: [Call] {
    nodes.compactMap {
      if case .call(let function, let arguments) = $0.kind {
        return Call(function: function, argumentCount: arguments.count, range: $0.range)
      }
      return nil
    }
  }

  private var nodes: [SyntaxNode] {
    var found: [SyntaxNode] = []
    var open = [syntax]
    while let node = open.popLast() {
      found.append(node)
      open.append(contentsOf: node.children.reversed())
    }
    return found
  }
}

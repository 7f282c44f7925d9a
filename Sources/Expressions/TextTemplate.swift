/// A sentence with `{{ … }}` tags, parsed once and filled many times. Each tag is an expression.
package struct TextTemplate: Sendable, Hashable {
  /// The text that it was parsed from.
  package let source: String
  private let parts: [Part]

  private enum Part: Sendable, Hashable {
    case text(String)
    case tag(Expression, offset: Int)
  }

  /// Throws with the character of `source` that is wrong, counted from 0.
  package init(
    parsing source: String, limits: ExpressionLimits = .standard
  ) throws(ExpressionError) {
    try self.init(parsing: source, limits: limits) { (tag) throws(ExpressionError) in
      try Expression(parsing: tag, limits: limits)
    }
  }

  /// Reads the tags by `read`: in another notation, say.
  package init(
    parsing source: String, limits: ExpressionLimits = .standard,
    tags read: (String) throws(ExpressionError) -> Expression
  ) throws(ExpressionError) {
    guard source.count <= limits.templateCharacters else {
      throw ExpressionError(
        .tooLong, at: limits.templateCharacters..<source.count,
        expected: String(limits.templateCharacters))
    }
    self.source = source
    var parts: [Part] = []
    for piece in try TagScanner.pieces(of: source) {
      switch piece {
      case .text(let text): parts.append(.text(text))
      case .tag(let tag, let offset):
        do {
          parts.append(.tag(try read(tag), offset: offset))
        } catch {
          throw error.shifted(by: offset)
        }
      }
    }
    self.parts = parts
  }

  /// An expression of a tag, and the character of `source` that its own text begins at.
  package struct Tag: Sendable, Hashable {
    package var expression: Expression
    package var offset: Int
  }

  /// The tags in their order. Ranges inside an expression count from its `offset`.
  package var tags: [Tag] {
    parts.compactMap {
      if case .tag(let expression, let offset) = $0 {
        return Tag(expression: expression, offset: offset)
      }
      return nil
    }
  }

  /// The expressions of the tags, in their order.
  package var expressions: [Expression] { tags.map(\.expression) }

  /// The text with the values in, worded by the environment. Throws as `Expression.evaluate` does,
  /// with the character of `source`.
  package func fill(
    in environment: any ExpressionEnvironment
  ) throws(ExpressionError) -> String {
    var filled = ""
    for part in parts {
      switch part {
      case .text(let text): filled += text
      case .tag(let expression, let offset):
        do {
          filled += environment.text(of: try expression.evaluate(in: environment))
        } catch {
          throw error.shifted(by: offset)
        }
      }
    }
    return filled
  }
}

package import ExactNumbers

/// A node of the syntax tree, independent of the notation that it was written in.
package struct SyntaxNode: Sendable, Hashable {
  package indirect enum Kind: Sendable, Hashable {
    case number(ExactNumber)
    case text(String)
    case flag(Bool)
    /// A name with its members: `row.title` is ["row", "title"]. Never empty.
    case name([String])
    case call(function: String, arguments: [SyntaxNode])
    case prefix(PrefixOperator, SyntaxNode)
    case infix(InfixOperator, SyntaxNode, SyntaxNode)
  }

  package var kind: Kind
  /// The characters of the source that it was written with, counted from 0.
  package var range: Range<Int>

  package init(_ kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }

  /// The nodes directly below, in the order of the source.
  package var children: [SyntaxNode] {
    switch kind {
    case .number, .text, .flag, .name: []
    case .call(_, let arguments): arguments
    case .prefix(_, let operand): [operand]
    case .infix(_, let left, let right): [left, right]
    }
  }
}

package enum PrefixOperator: String, Sendable, Hashable, CaseIterable {
  case minus = "-"
  case not
}

package enum InfixOperator: String, Sendable, Hashable, CaseIterable {
  case plus = "+"
  case minus = "-"
  case times = "*"
  case over = "/"
  case equal = "="
  case notEqual = "<>"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case and
  case or
}

import ExactNumbers

/// A word of either notation.
struct Token: Hashable {
  enum Kind: Hashable {
    case number(ExactNumber)
    case text(String)
    case flag(Bool)
    case name(String)
    case infix(InfixOperator)
    case not
    case open
    case close
    case comma
    case dot
    /// «…» between two numbers of the form notation.
    case through
    /// Cells of a form that were looked up already.
    case node(SyntaxNode)
    case end
  }

  var kind: Kind
  var range: Range<Int>
  /// As it stands in the source, for messages.
  var text: String
}

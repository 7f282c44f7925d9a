import ExactNumbers

/// A word of the notation with names: `trained_by_diagnosis <= trained`.
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
    case end
  }

  var kind: Kind
  var range: Range<Int>
  /// As it stands in the source, for messages.
  var text: String
}

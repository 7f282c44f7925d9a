import ExactNumbers

/// How a language of formulas writes what differs from one to another.
protocol FormulaNotation {
  static var separator: String { get }
  static func flag(_ truth: Bool) -> String
  static func text(_ text: String) -> String
  static func cell(_ reference: NewReference) -> String
  static func range(_ range: NewRange) -> String
}

extension NewFormula {
  /// The formula without "=", with no more parentheses than it needs.
  func text<Notation: FormulaNotation>(in notation: Notation.Type) -> String {
    switch self {
    case .number(let number): return number.description
    case .text(let text): return Notation.text(NewText.clean(text))
    case .flag(let truth): return Notation.flag(truth)
    case .cell(let reference): return Notation.cell(reference)
    case .range(let range): return Notation.range(range)
    case .call(let name, let arguments):
      let list = arguments.map { $0.text(in: notation) }.joined(separator: Notation.separator)
      return name + "(" + list + ")"
    case .infix(let left, let operation, let right):
      // Operators of one rank are reckoned from the left.
      return left.text(in: notation, atLeast: operation.rank) + operation.rawValue
        + right.text(in: notation, atLeast: operation.rank + 1)
    case .minus(let operand):
      return "-" + operand.text(in: notation, atLeast: Self.signRank)
    }
  }

  private func text<Notation: FormulaNotation>(
    in notation: Notation.Type, atLeast lowest: Int
  ) -> String {
    let own = text(in: notation)
    return rank < lowest ? "(" + own + ")" : own
  }

  private static let signRank = 5

  /// How tightly it binds (ECMA-376, 18.17.2.2; OpenFormula, 5.5).
  private var rank: Int {
    switch self {
    case .number(let number): number.isNegative ? Self.signRank : Self.signRank + 1
    case .text, .flag, .cell, .range, .call: Self.signRank + 1
    case .infix(_, let operation, _): operation.rank
    case .minus: Self.signRank
    }
  }
}

extension NewFormula.Operator {
  fileprivate var rank: Int {
    switch self {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: 1
    case .joined: 2
    case .plus, .minus: 3
    case .times, .over: 4
    }
  }
}

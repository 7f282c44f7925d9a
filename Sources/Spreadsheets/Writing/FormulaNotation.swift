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
    var text = ""
    write(to: &text, in: notation)
    return text
  }

  /// Appends: a sheet of checks has formulas of thousands of pieces.
  private func write<Notation: FormulaNotation>(to text: inout String, in notation: Notation.Type) {
    switch self {
    case .number(let number): text += number.description
    case .text(let own): text += Notation.text(NewText.clean(own))
    case .flag(let truth): text += Notation.flag(truth)
    case .cell(let reference): text += Notation.cell(reference)
    case .range(let range): text += Notation.range(range)
    case .call(let name, let arguments):
      text += name
      text += "("
      for (index, argument) in arguments.enumerated() {
        if index > 0 { text += Notation.separator }
        argument.write(to: &text, in: notation)
      }
      text += ")"
    case .infix(let left, let operation, let right):
      // Operators of one rank are reckoned from the left.
      left.write(to: &text, in: notation, atLeast: operation.rank)
      text += operation.rawValue
      right.write(to: &text, in: notation, atLeast: operation.rank + 1)
    case .minus(let operand):
      text += "-"
      operand.write(to: &text, in: notation, atLeast: Self.signRank)
    }
  }

  private func write<Notation: FormulaNotation>(
    to text: inout String, in notation: Notation.Type, atLeast lowest: Int
  ) {
    guard rank < lowest else { return write(to: &text, in: notation) }
    text += "("
    write(to: &text, in: notation)
    text += ")"
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

extension String {
  /// In the quotes of both notations, those within doubled.
  var inFormulaQuotes: String {
    guard utf8.contains(UInt8(ascii: "\"")) else { return "\"" + self + "\"" }
    return "\"" + replacing("\"", with: "\"\"") + "\""
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

import ExactNumbers
import Spreadsheets

extension NewFormula {
  static func whole(_ number: Int) -> NewFormula { .number(ExactNumber(number)) }
  static let nothing = NewFormula.text("")
  static let noBreakSpace = NewFormula.text("\u{A0}")

  static func when(
    _ condition: NewFormula, _ then: NewFormula, else other: NewFormula
  ) -> NewFormula {
    switch condition {
    case .flag(true): then
    case .flag(false): other
    case .number, .text, .cell, .range, .call, .infix, .minus:
      .call("IF", [condition, then, other])
    }
  }

  /// The first case whose condition is true; conditions after it are not looked at.
  static func first(
    _ cases: [(condition: NewFormula, then: NewFormula)], else other: NewFormula
  ) -> NewFormula {
    cases.reversed().reduce(other) { .when($1.condition, $1.then, else: $0) }
  }

  static func all(_ conditions: [NewFormula]) -> NewFormula {
    let open = conditions.filter { $0 != .flag(true) }
    if open.contains(.flag(false)) { return .flag(false) }
    return open.count > 1 ? .call("AND", open) : open.first ?? .flag(true)
  }

  static func any(_ conditions: [NewFormula]) -> NewFormula {
    let open = conditions.filter { $0 != .flag(false) }
    if open.contains(.flag(true)) { return .flag(true) }
    return open.count > 1 ? .call("OR", open) : open.first ?? .flag(false)
  }

  /// Texts put together.
  static func joined(_ parts: [NewFormula]) -> NewFormula {
    guard let first = parts.first else { return .nothing }
    return parts.dropFirst().reduce(first) { .infix($0, .joined, $1) }
  }

  static func isNumber(_ formula: NewFormula) -> NewFormula { .call("ISNUMBER", [formula]) }

  static func contains(_ text: NewFormula, _ part: String) -> NewFormula {
    isNumber(.call("FIND", [.text(part), text]))
  }

  /// Every old text of the pairs replaced by its new one, one after another.
  func replacing(_ pairs: [(old: String, new: String)]) -> NewFormula {
    pairs.reduce(self) { .call("SUBSTITUTE", [$0, .text($1.old), .text($1.new)]) }
  }

  static func + (a: NewFormula, b: NewFormula) -> NewFormula { .infix(a, .plus, b) }
  static func - (a: NewFormula, b: NewFormula) -> NewFormula { .infix(a, .minus, b) }
  static func * (a: NewFormula, b: NewFormula) -> NewFormula { .infix(a, .times, b) }
  static func / (a: NewFormula, b: NewFormula) -> NewFormula { .infix(a, .over, b) }
}

extension NewFormula {
  /// Whether office programs take it. Lengths are counted from above: every name with its sheet's.
  func fits(_ limits: CheckLimits) -> Bool {
    characters <= limits.characters && levels <= limits.levels && isWithin(limits)
  }

  private var children: [NewFormula] {
    switch self {
    case .number, .text, .flag, .cell, .range: []
    case .call(_, let arguments): arguments
    case .infix(let left, _, let right): [left, right]
    case .minus(let operand): [operand]
    }
  }

  private var characters: Int {
    let own =
      switch self {
      case .number(let number): number.description.count
      case .text(let text): text.count + text.count { $0 == "\"" } + 2 + text.count / 50
      case .flag: 7
      case .cell(let cell): (cell.sheet?.count ?? 0) + 16
      case .range(let range): (range.sheet?.count ?? 0) + 30
      case .call(let name, let arguments): name.count + 2 + arguments.count
      case .infix: 4
      case .minus: 3
      }
    return children.reduce(own) { $0 + $1.characters }
  }

  private var levels: Int {
    let below = children.map(\.levels).max() ?? 0
    if case .call = self { return below + 1 }
    return below
  }

  private func isWithin(_ limits: CheckLimits) -> Bool {
    switch self {
    case .call(_, let arguments) where arguments.count > limits.arguments: false
    case .number, .text, .flag, .cell, .range, .call, .infix, .minus:
      children.allSatisfy { $0.isWithin(limits) }
    }
  }
}

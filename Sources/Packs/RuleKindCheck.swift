import Expressions
import Monitoring

/// Works out the kinds and units of a condition, and notes what does not go together: a text beside
/// a number, a flag in a sum, «чел.» beside «%».
///
/// Sums and comparisons keep to one unit; products and ratios have none.
struct RuleKindCheck {
  /// The kind of a field, or of `value`.
  let kind: (String) -> RuleKind
  /// Notes a fault at a character.
  let note: (PackFault.Problem, Int) -> Void

  /// Notes what is wrong with a condition, which must be true or false as a whole.
  func checkCondition(_ node: SyntaxNode) { expect(.flag, of: node) }

  /// The kind that was found, so that no node is asked twice: that would double the work at each
  /// level of a sum.
  @discardableResult
  private func expect(_ needed: RuleKind, of node: SyntaxNode) -> RuleKind {
    let found = kind(of: node)
    expect(needed, found, of: node)
    return found
  }

  private func expect(_ needed: RuleKind, _ found: RuleKind, of node: SyntaxNode) {
    guard found != .unknown, found.name != needed.name else { return }
    let error = ExpressionError(
      .wrongType, at: node.range, found: found.name, expected: needed.name)
    note(.badExpression(error), node.range.lowerBound)
  }

  private func kind(of node: SyntaxNode) -> RuleKind {
    switch node.kind {
    case .number: return .number(unit: nil)
    case .text: return .text
    case .flag: return .flag
    case .name(let path): return path.count == 1 ? kind(path[0]) : .text
    case .call(let function, let arguments): return kind(of: function, arguments)
    case .prefix(.not, let operand):
      expect(.flag, of: operand)
      return .flag
    case .prefix(.minus, let operand): return common([operand])
    case .infix(let infix, let left, let right): return kind(of: infix, left, right)
    }
  }

  private func kind(
    of infix: InfixOperator, _ left: SyntaxNode, _ right: SyntaxNode
  ) -> RuleKind {
    switch infix {
    case .and, .or:
      expect(.flag, of: left)
      expect(.flag, of: right)
      return .flag
    case .plus, .minus: return common([left, right])
    case .times, .over:
      for side in [left, right] { expect(.number(unit: nil), of: side) }
      return .number(unit: nil)
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      _ = common([left, right])
      return .flag
    case .equal, .notEqual:
      let first = kind(of: left)
      let second = kind(of: right)
      if first.isNumber, second.isNumber {
        _ = common([(left, first), (right, second)])
      } else if first != .unknown {
        expect(first, second, of: right)
      }
      return .flag
    }
  }

  private func kind(of function: String, _ arguments: [SyntaxNode]) -> RuleKind {
    if let builtIn = BuiltInFunction(rawValue: function) {
      switch builtIn {
      case .abs, .min, .max, .sum: return common(arguments)
      case .count, .distinct: return .number(unit: nil)
      case .agrees:
        let kinds = arguments.map { ($0, expect(.number(unit: nil), of: $0)) }
        if arguments.count == 3 { _ = common(Array(kinds[1...])) }
        return .flag
      }
    }
    switch function {
    case Vocabulary.rulePrevious.name:
      for inner in arguments.compactMap(\.previousCall) {
        note(.previousTwice, inner.range.lowerBound)
      }
      return arguments.first.map(kind(of:)) ?? .unknown
    case Vocabulary.ruleCell.name:
      return arguments.first.map(kind(of:)) ?? .unknown
    case Vocabulary.ruleNonzero.name, Vocabulary.ruleUnchanged.name: return .number(unit: nil)
    default: return .unknown
    }
  }

  private func common(_ nodes: [SyntaxNode]) -> RuleKind {
    common(nodes.map { ($0, expect(.number(unit: nil), of: $0)) })
  }

  /// The number that several numbers of one unit make.
  private func common(_ nodes: [(node: SyntaxNode, kind: RuleKind)]) -> RuleKind {
    var unit: String?
    for (node, kind) in nodes {
      guard let other = kind.unit else { continue }
      if let unit, unit != other {
        note(.wrongUnit(other, beside: unit), node.range.lowerBound)
      }
      unit = unit ?? other
    }
    return .number(unit: unit)
  }
}

extension SyntaxNode {
  /// The first call of `previous` in the expression. Every node is asked once.
  fileprivate var previousCall: SyntaxNode? {
    if case .call(Vocabulary.rulePrevious.name, _) = kind { return self }
    for child in children {
      if let call = child.previousCall { return call }
    }
    return nil
  }
}

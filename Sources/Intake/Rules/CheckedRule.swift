import Expressions
import Monitoring

/// A rule with what its findings need of it, worked out once for all units.
struct CheckedRule: Sendable {
  /// Cells that a condition names: a field, in one row of its table where that is said.
  struct Operand: Sendable, Hashable {
    /// "value" for the field of the scope.
    let name: String
    let member: MemberCode?
  }

  let rule: Rule
  /// What the condition names, in its order, each once.
  let operands: [Operand]
  /// The names and calls of condition and messages by the text that they are known by.
  let leaves: [(key: String, expression: Expression)]

  init(_ rule: Rule) {
    self.rule = rule
    operands = rule.condition.syntax.operands.reduce(into: []) { operands, operand in
      if !operands.contains(operand) { operands.append(operand) }
    }
    let words = [rule.russian, rule.english].compactMap { $0 }
    let expressions = [rule.condition] + words.flatMap(\.message.expressions)
    leaves = expressions.flatMap(\.syntax.leaves).reduce(into: []) { leaves, leaf in
      guard !leaves.contains(where: { $0.key == leaf.key }) else { return }
      leaves.append((leaf.key, Expression(source: leaf.key, syntax: leaf.node)))
    }
  }
}

extension SyntaxNode {
  fileprivate var operands: [CheckedRule.Operand] {
    switch kind {
    case .name(let path): [.init(name: path[0], member: nil)]
    case .call(Vocabulary.ruleCell.name, let arguments): Self.cell(arguments)
    case .number, .text, .flag: []
    case .call, .prefix, .infix: children.flatMap(\.operands)
    }
  }

  private static func cell(_ arguments: [SyntaxNode]) -> [CheckedRule.Operand] {
    guard arguments.count == 2, case .name(let path) = arguments[0].kind,
      case .text(let member) = arguments[1].kind
    else { return arguments.flatMap(\.operands) }
    return [.init(name: path[0], member: MemberCode(rawValue: member))]
  }
}

import ExactNumbers
import Expressions
import Findings
import Monitoring

/// The values that a rule's words name, by what stands in their tags: "trained",
/// "previous(staff_total)", "row.title". So a finding carries values, and is worded where it is
/// shown.
struct RuleArguments {
  let rule: CheckedRule
  let place: RuleScene

  var values: [String: FindingValue] {
    var values: [String: FindingValue] = [:]
    for (key, expression) in rule.leaves where !isPersonal(expression.syntax) {
      // What cannot be evaluated alone (a column's name inside a call) is not printed alone.
      guard let value = try? expression.evaluate(in: place) else { continue }
      values[key] = FindingValue(value)
    }
    return values
  }

  /// Whether a personal field is named anywhere in it: such values stay out of findings.
  private func isPersonal(_ node: SyntaxNode) -> Bool {
    switch node.kind {
    case .name(let path):
      path.first.flatMap(place.column(named:)).map { place.form.fields[$0].isPersonal } ?? false
    case .call(_, let arguments): arguments.contains(where: isPersonal)
    case .prefix, .infix: node.children.contains(where: isPersonal)
    case .number, .text, .flag: false
    }
  }
}

extension SyntaxNode {
  /// The names and calls of an expression, each with the text that it is known by.
  var leaves: [(key: String, node: SyntaxNode)] {
    switch kind {
    case .name(let path): [(path.joined(separator: "."), self)]
    case .call(let function, let arguments):
      [(Self.key(function, arguments), self)] + arguments.flatMap(\.leaves)
    case .number, .text, .flag: []
    case .prefix, .infix: children.flatMap(\.leaves)
    }
  }

  /// «previous(staff_total)», «cell(teachers,"physics")»; what is neither a name, a text nor a
  /// call inside is left out.
  static func key(_ function: String, _ arguments: [SyntaxNode]) -> String {
    let names = arguments.map { argument in
      switch argument.kind {
      case .name(let path): path.joined(separator: ".")
      case .text(let text): "\"\(text)\""
      case .call(let function, let arguments): key(function, arguments)
      case .number, .flag, .prefix, .infix: "…"
      }
    }
    return "\(function)(\(names.joined(separator: ",")))"
  }
}

extension FindingValue {
  /// Nil for what has no value of its own: a missing operand, a column, a row.
  fileprivate init?(_ value: ExpressionValue) {
    switch value {
    case .number(.decimal(let number)): self = .number(number)
    case .number(.ratio(let fraction)):
      guard let rounded = fraction.rounded(toDecimals: 2) else { return nil }
      self = .number(rounded)
    case .text(let text): self = .text(text)
    case .flag(let flag): self = .text(flag ? "да" : "нет")
    case .missing, .list, .record: return nil
    }
  }
}

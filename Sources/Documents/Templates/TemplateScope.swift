import ExactNumbers
import Expressions
import Wording

/// What names mean at one place of a template: the data, and the variables of the loops around.
struct TemplateScope: ExpressionEnvironment {
  private var root: TemplateRecord
  /// From the outermost to the innermost loop.
  private var variables: [(name: String, value: TemplateValue)] = []

  init(_ root: TemplateRecord) { self.root = root }

  /// Inside a turn of a loop: `variable` is the element; `loop.number` counts from 1, `loop.first`
  /// and `loop.last` say where it stands.
  func turn(of variable: String, _ number: Int, in list: [TemplateRecord]) -> TemplateScope {
    var scope = self
    let loop: TemplateRecord = [
      "number": .number(ExactNumber(number + 1)), "first": .flag(number == 0),
      "last": .flag(number == list.count - 1),
    ]
    scope.variables.append(("loop", .record(loop)))
    scope.variables.append((variable, .record(list[number])))
    return scope
  }

  /// What a path stands for; nil when there is no such name.
  func lookUp(_ path: [String]) -> TemplateValue? {
    guard let name = path.first else { return nil }
    var value = variables.last { $0.name == name }?.value ?? root[name]
    for member in path.dropFirst() {
      switch value {
      case .record(let record)?: value = record[member]
      case .missing?: return .missing
      case .text?, .number?, .flag?, .list?, .block?, nil: return nil
      }
    }
    return value
  }

  /// The known path nearest to one that is not.
  func suggestion(for path: [String]) -> String? {
    for count in (0..<path.count).reversed() {
      let known = Array(path.prefix(count))
      let names: [String]
      if known.isEmpty {
        names = Array(root.values.keys) + variables.map(\.name)
      } else if case .record(let record)? = lookUp(known) {
        names = Array(record.values.keys)
      } else {
        continue
      }
      return Suggestion.nearest(to: path[count], among: names).map {
        (known + [$0]).joined(separator: ".")
      }
    }
    return nil
  }

  func value(of name: String) -> ExpressionValue? {
    lookUp([name]).map(Self.expressionValue)
  }

  func value(of name: String, member path: [String]) -> ExpressionValue? {
    lookUp([name] + path).map(Self.expressionValue)
  }

  /// Lists and records go in as shells: expressions count them and ask whether they are empty, and
  /// members are found by `value(of:member:)`.
  private static func expressionValue(_ value: TemplateValue) -> ExpressionValue {
    switch value {
    case .text(let text): .text(text)
    case .number(let number): .exact(number)
    case .flag(let flag): .flag(flag)
    case .list(let list): .list(list.map { _ in .record([:]) })
    case .record, .block: .record([:])
    case .missing: .missing
    }
  }
}

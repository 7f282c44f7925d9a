/// What an expression is evaluated in: it resolves names and calls, and words values.
///
/// Only `value(of:)` is needed. A name that it does not know is an error, never a missing value:
/// a misspelt rule must not look like one that passed.
package protocol ExpressionEnvironment {
  /// The value of a name; nil when there is no such name.
  func value(of name: String) -> ExpressionValue?

  /// The value of a member, `row.title` as `value(of: "row", member: ["title"])`; nil when there
  /// is none. By default it is looked up in the record that `name` stands for; an environment over
  /// large records finds it without making them.
  func value(of name: String, member path: [String]) -> ExpressionValue?

  /// The value of a call; nil when the environment has no such function, and then the language's
  /// own are tried (`BuiltInFunction`). By default it has none.
  func value(of call: FunctionCall) throws(ExpressionError) -> ExpressionValue?

  /// How a value is printed where a `{{ tag }}` stands; `plainText` by default.
  func text(of value: ExpressionValue) -> String
}

extension ExpressionEnvironment {
  package func value(of name: String, member path: [String]) -> ExpressionValue? {
    guard var value = value(of: name) else { return nil }
    for member in path {
      switch value {
      case .record(let record):
        guard let next = record[member] else { return nil }
        value = next
      case .missing: return .missing
      case .number, .text, .flag, .list: return nil
      }
    }
    return value
  }

  package func value(of call: FunctionCall) throws(ExpressionError) -> ExpressionValue? { nil }

  package func text(of value: ExpressionValue) -> String { value.plainText }
}

/// Names with fixed values.
package struct NamedValues: ExpressionEnvironment, Sendable {
  package var values: [String: ExpressionValue]

  package init(_ values: [String: ExpressionValue]) { self.values = values }

  package func value(of name: String) -> ExpressionValue? { values[name] }
}

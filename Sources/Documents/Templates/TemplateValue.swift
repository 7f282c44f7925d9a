package import ExactNumbers

/// What a name in a template stands for.
package enum TemplateValue: Sendable, Hashable {
  case text(String)
  /// Printed with the decimals that it has, in Russian: «1 234,5».
  case number(ExactNumber)
  /// For `if` only.
  case flag(Bool)
  /// For `for` and `count`; as a condition: whether there is anything in it.
  case list([TemplateRecord])
  /// For paths: `school.name`.
  case record(TemplateRecord)
  /// For `block` only.
  case block(Block)
  /// A name that is known and has no value here. As a condition it is false; printing it is a
  /// fault, because a silent blank in a signed document is worse than none.
  case missing
}

/// Values by name. Names are Latin letters, digits and underlines.
package struct TemplateRecord: Sendable, Hashable, ExpressibleByDictionaryLiteral {
  package var values: [String: TemplateValue]

  package init(_ values: [String: TemplateValue] = [:]) {
    self.values = values
  }

  /// Of two equal names the later counts.
  package init(dictionaryLiteral elements: (String, TemplateValue)...) {
    values = Dictionary(elements) { $1 }
  }

  package subscript(name: String) -> TemplateValue? {
    get { values[name] }
    set { values[name] = newValue }
  }
}

extension TemplateValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral
{
  package init(stringLiteral value: String) { self = .text(value) }
  package init(booleanLiteral value: Bool) { self = .flag(value) }
  package init(integerLiteral value: Int) { self = .number(ExactNumber(value)) }
}

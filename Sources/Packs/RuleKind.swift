import Expressions
import Monitoring

/// What a value of a rule is, as far as it can be said before there are values.
enum RuleKind: Equatable {
  /// Nil unit: a number that any unit goes with, such as 3 or a ratio.
  case number(unit: String?)
  case text
  case flag
  /// Not known: a name that is not declared, fields of several kinds, a column.
  case unknown

  init(_ field: Catalogue.FieldInfo) {
    switch field.kind {
    case .count, .number: self = .number(unit: field.unit)
    case .percent: self = .number(unit: field.unit ?? "%")
    case .text, .choice, .date: self = .text
    case .yesNo: self = .flag
    case .identity, nil: self = .unknown
    }
  }

  /// What the fields of a scope have in common.
  init(common fields: [Catalogue.FieldInfo]) {
    let kinds = fields.map(RuleKind.init)
    guard let first = kinds.first else {
      self = .unknown
      return
    }
    if kinds.allSatisfy({ $0 == first }) {
      self = first
    } else {
      self = kinds.allSatisfy(\.isNumber) ? .number(unit: nil) : .unknown
    }
  }

  var isNumber: Bool {
    if case .number = self { return true }
    return false
  }

  var unit: String? {
    if case .number(let unit) = self { return unit }
    return nil
  }

  /// As `ExpressionError` names it.
  var name: String {
    switch self {
    case .number: ExpressionValue.Kind.number.rawValue
    case .text: ExpressionValue.Kind.text.rawValue
    case .flag: ExpressionValue.Kind.flag.rawValue
    case .unknown: ExpressionValue.Kind.missing.rawValue
    }
  }
}

import Expressions
import Monitoring
import Wording

/// What the tags of a text see at one occasion: the names that `Sentence` lists, and the functions
/// `plural(n, one, few, many)` and `number(n)`. Numbers are worded in Russian.
///
/// A name whose value is hidden in this edition or not known is missing; a text that names one is
/// not said. (`{{ if … }}` is not part of sentences, so every name counts.)
struct SentenceNames: ExpressionEnvironment {
  /// Nil where nothing fired: only the periods are known then.
  let occasion: Occasion?
  let pack: SystemPack
  let edition: Edition
  let register: UnitRegister
  let period: Period

  /// The filled text; nil when it names something that is missing. Throws `AdviceError` where the
  /// text itself is wrong.
  func fill(_ template: TextTemplate, of code: String) throws -> String? {
    do {
      for name in template.expressions.flatMap(\.names)
      where value(of: name.base) == ExpressionValue.missing {
        return nil
      }
      return try template.fill(in: self)
    } catch {
      throw AdviceError(code: .badText, text: code, reason: "\(error)")
    }
  }

  func value(of name: String) -> ExpressionValue? {
    guard let name = Name(rawValue: name) else { return nil }
    return value(name) ?? .missing
  }

  func value(of call: FunctionCall) throws(ExpressionError) -> ExpressionValue? {
    switch call.name {
    case "plural":
      try call.expect(4...4)
      let values = try call.values()
      guard let number = values[0].exactNumber, case .text(let one) = values[1],
        case .text(let few) = values[2], case .text(let many) = values[3]
      else { return .missing }
      return .text(Language.ru.plural(number, one, few, many))
    case "number":
      try call.expect(1...1)
      return try call.values().first?.exactNumber.map { .text(Language.ru.number($0)) } ?? .missing
    default: return nil
    }
  }

  func text(of value: ExpressionValue) -> String {
    if let number = value.exactNumber { return Language.ru.number(number) }
    return value.plainText
  }

  private enum Name: String {
    case period
    case previousPeriod = "previous_period"
    case nextPeriod = "next_period"
    case value, previous, change, target
    case numerator, denominator
    case coverageGiven = "coverage_given"
    case coverageExpected = "coverage_expected"
    case lowest, highest
    case lowestUnit = "lowest_unit"
    case highestUnit = "highest_unit"
    case unitName = "unit_name"
  }

  private func value(_ name: Name) -> ExpressionValue? {
    switch name {
    case .period: .text(label(period))
    case .previousPeriod: previousPeriod.map { .text(label($0)) }
    case .nextPeriod: period.next.map { .text(label($0)) }
    case .value: (occasion?.address).flatMap(worded)
    case .previous: previousAddress.flatMap(worded) ?? previousTogether
    case .change: change.map { .text($0) }
    case .target: target.map { .text($0) }
    case .numerator: known.map { .exact($0.numerator) }
    case .denominator: (known?.denominator).map { .exact($0) }
    case .coverageGiven: shown.map { .whole($0.coverage.given) }
    case .coverageExpected: shown.map { .whole($0.coverage.expected) }
    case .lowest: lowest.flatMap(worded)
    case .highest: highest.flatMap(worded)
    // An end that is hidden must not be named either.
    case .lowestUnit: lowest.flatMap { worded($0) == nil ? nil : unitName($0.unit) }
    case .highestUnit: highest.flatMap { worded($0) == nil ? nil : unitName($0.unit) }
    case .unitName: (occasion?.address.unit).flatMap(unitName)
    }
  }
}

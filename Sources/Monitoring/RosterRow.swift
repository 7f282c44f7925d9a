import ExactNumbers
package import Expressions
package import Wording

/// One person's row while a condition is evaluated over it.
///
/// Columns are known by their codes: text, numbers, true and false; a choice is the code of its
/// member, several choices are a list of codes; a date is the number YYYYMMDD, so that dates
/// compare. `reference_date` is the day that ages are reckoned on.
package struct RosterRow: ExpressionEnvironment, Sendable {
  package static let referenceDate = "reference_date"

  /// `age(date)`: full years on the reference date, missing outside `ages`; the birthday itself
  /// counts, one of 29 February comes on 1 March in a common year. `years_since(date)`: full years
  /// since then, missing for a date to come. `date("2021-09-01")`: that day. `has(column, "code")`:
  /// whether the choice, or one of the choices, is that member.
  package static let functions = [
    FunctionSignature("age", 1), FunctionSignature("years_since", 1),
    FunctionSignature("date", 1), FunctionSignature("has", 2),
  ]

  package var values: [ColumnCode: ExpressionValue]
  package var day: CalendarDate
  /// Full years that a person of the roster may have.
  package var ages: ClosedRange<Int>

  package init(
    _ values: [ColumnCode: ExpressionValue], on day: CalendarDate, ages: ClosedRange<Int>
  ) {
    self.values = values
    self.day = day
    self.ages = ages
  }

  package func value(of name: String) -> ExpressionValue? {
    name == Self.referenceDate ? .date(day) : values[ColumnCode(rawValue: name)]
  }

  package func value(of call: FunctionCall) throws(ExpressionError) -> ExpressionValue? {
    guard let function = Self.functions.first(where: { $0.name == call.name }) else { return nil }
    try call.expect(function.arguments)
    let values = try call.values()
    if values.contains(.missing) { return .missing }
    switch call.name {
    case "age": return try years(values[0], call).filtered { ages.contains($0) }
    case "years_since": return try years(values[0], call).filtered { $0 >= 0 }
    case "date": return try date(values[0], call)
    case _: return try has(values[0], values[1], call)
    }
  }

  private func years(
    _ value: ExpressionValue, _ call: FunctionCall
  ) throws(ExpressionError) -> Int {
    guard let date = value.date else { throw Self.wrong(value, in: call, needed: .number) }
    return date.fullYears(on: day)
  }

  private func date(
    _ value: ExpressionValue, _ call: FunctionCall
  ) throws(ExpressionError) -> ExpressionValue {
    guard case .text(let text) = value, let date = CalendarDate(iso: text) else {
      throw Self.wrong(value, in: call, needed: .text)
    }
    return .date(date)
  }

  private func has(
    _ choices: ExpressionValue, _ member: ExpressionValue, _ call: FunctionCall
  ) throws(ExpressionError) -> ExpressionValue {
    guard case .text = member else { throw Self.wrong(member, in: call, needed: .text) }
    switch choices {
    case .list(let elements): return .flag(elements.contains(member))
    case .text: return .flag(choices == member)
    case .number, .flag, .missing, .record:
      throw Self.wrong(choices, in: call, needed: .text)
    }
  }

  private static func wrong(
    _ value: ExpressionValue, in call: FunctionCall, needed: ExpressionValue.Kind
  ) -> ExpressionError {
    ExpressionError(
      .wrongType, at: call.range, found: value.kind.rawValue, expected: needed.rawValue)
  }
}

extension ExpressionValue {
  /// A day as the number YYYYMMDD.
  package static func date(_ date: CalendarDate) -> Self {
    .whole(date.year * 10_000 + date.month * 100 + date.day)
  }

  /// The day of a number YYYYMMDD; nil for any other value.
  package var date: CalendarDate? {
    guard let number = exactNumber?.wholeValue, number > 0 else { return nil }
    return CalendarDate(
      year: Int(number) / 10_000, month: Int(number) / 100 % 100, day: Int(number) % 100)
  }
}

extension CalendarDate {
  /// Full years from this day to `day`; below 0 when `day` is earlier.
  package func fullYears(on day: CalendarDate) -> Int {
    let isReached = (month, self.day) <= (day.month, day.day)
    return day.year - year - (isReached ? 0 : 1)
  }
}

extension Int {
  /// The number where it is one of those that may be; missing otherwise.
  fileprivate func filtered(_ isPossible: (Int) -> Bool) -> ExpressionValue {
    isPossible(self) ? .whole(self) : .missing
  }
}

import ExactNumbers
import Expressions
import Wording

/// The functions of tags beside those of the language.
enum TemplateFunction: String, CaseIterable {
  /// `plural(n, "школа", "школы", "школ")`: the form of the word alone.
  case plural
  /// `number(x)`, `number(x, decimals)`: «1 234,5».
  case number
  /// `percent(x)`, `percent(x, decimals)`: «37,5 %», the value being in percent.
  case percent
  /// `date(text)`: ISO 8601 as «28 января 2021 г.».
  case date
  /// `upper(text)`: in capitals.
  case upper
  /// `capital(text)`: with a first capital.
  case capital
}

extension TemplateScope {
  func value(of call: FunctionCall) throws(ExpressionError) -> ExpressionValue? {
    guard let function = TemplateFunction(rawValue: call.name) else { return nil }
    switch function {
    case .plural: try call.expect(4...4)
    case .number, .percent: try call.expect(1...2)
    case .date, .upper, .capital: try call.expect(1...1)
    }
    let values = try call.values()
    if values.contains(.missing) { return .missing }
    switch function {
    case .plural:
      let number = try Self.number(values[0], call)
      let forms = try Self.texts(values.dropFirst(), call)
      return .text(Language.ru.plural(number.exactRounded, forms[0], forms[1], forms[2]))
    case .number:
      return .text(try Self.worded(values, call))
    case .percent:
      return .text(Language.ru.measured(try Self.worded(values, call), in: "%"))
    case .date:
      let text = try Self.texts(values[...], call)[0]
      guard let date = CalendarDate(iso: text) else {
        throw ExpressionError(.wrongType, at: call.range, found: "text", expected: "date")
      }
      return .text(Language.ru.longDate(date))
    case .upper:
      return .text(try Self.texts(values[...], call)[0].uppercased())
    case .capital:
      return .text(Typography.capitalized(try Self.texts(values[...], call)[0]))
    }
  }

  private static func worded(
    _ values: [ExpressionValue], _ call: FunctionCall
  ) throws(ExpressionError) -> String {
    let number = try number(values[0], call)
    guard values.count > 1 else { return number.russian }
    let decimals = try Self.number(values[1], call).exactRounded.wholeValue ?? 0
    return Language.ru.number(number.fraction, decimals: max(0, min(decimals, 9)))
  }

  private static func number(
    _ value: ExpressionValue, _ call: FunctionCall
  ) throws(ExpressionError) -> ExpressionNumber {
    guard let number = value.number else { throw wrong(value, "number", call) }
    return number
  }

  private static func texts(
    _ values: ArraySlice<ExpressionValue>, _ call: FunctionCall
  ) throws(ExpressionError) -> [String] {
    var texts: [String] = []
    for value in values {
      guard case .text(let text) = value else { throw wrong(value, "text", call) }
      texts.append(text)
    }
    return texts
  }

  private static func wrong(
    _ value: ExpressionValue, _ expected: String, _ call: FunctionCall
  ) -> ExpressionError {
    ExpressionError(
      .wrongType, at: call.range, found: value.kind.rawValue, expected: expected)
  }
}

extension ExpressionNumber {
  /// As documents print it: a decimal with the decimals that it has, a ratio with one.
  var russian: String {
    switch self {
    case .decimal(let number): Language.ru.number(number)
    case .ratio(let fraction): Language.ru.number(fraction, decimals: 1)
    }
  }

  /// What a word beside the printed number agrees with.
  fileprivate var exactRounded: ExactNumber {
    switch self {
    case .decimal(let number): number
    case .ratio(let fraction): fraction.rounded(toDecimals: 1) ?? .zero
    }
  }
}

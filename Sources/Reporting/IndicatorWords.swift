import ExactNumbers
import Monitoring
import Wording

/// The values of one indicator in words. The only place of this module that rounds a value.
struct IndicatorWords {
  private let target: Fraction?
  private let unit: String

  init(_ indicator: Indicator?) {
    target = (indicator?.target?.atLeast).map(Fraction.init)
    unit = indicator?.unit ?? ""
  }

  /// «37,5 %»; a count without its unit, which stands in the heading.
  func value(_ value: IndicatorValue) -> String {
    guard let exact = value.exact else { return CellWords.noData }
    return switch value.kind {
    case .share:
      Language.ru.percent(exact, decimals: decimals(for: value))
    case .count: Language.ru.number(value.numerator)
    }
  }

  /// «37,5 % (6 из 16)»; the break may come before the bracket.
  func valueWithTerms(_ value: IndicatorValue) -> String {
    guard let denominator = value.denominator else { return self.value(value) }
    let space = Mark.noBreakSpace
    let numerator = Language.ru.number(value.numerator)
    return self.value(value)
      + " (\(numerator)\(space)из\(space)\(Language.ru.number(denominator)))"
  }

  /// «6 / 16»; for a count its number.
  func terms(_ value: IndicatorValue) -> String {
    guard !value.isPercentOnly else { return CellWords.noData }
    let numerator = Language.ru.number(value.numerator)
    guard let denominator = value.denominator else { return numerator }
    let space = Mark.noBreakSpace
    return "\(numerator)\(space)/\(space)\(Language.ru.number(denominator))"
  }

  /// The value with its unit: «37,5 %», «12 ед.».
  func measured(_ value: IndicatorValue) -> String {
    switch value.kind {
    case .share: self.value(value)
    case .count: Language.ru.measured(self.value(value), in: unit)
    }
  }

  /// As a sentence has it: «37,5 % (6 из 16)», «12 ед.».
  func phrase(_ value: IndicatorValue) -> String {
    switch value.kind {
    case .share: valueWithTerms(value)
    case .count: measured(value)
    }
  }

  /// A change with its sign: «+3,2 п. п.»; of a count «+4 (+12,5 %)».
  /// No more decimals than `printed`, where one of the values is known as it was printed only.
  func change(
    _ difference: Fraction, relative: Fraction?, kind: Indicator.Kind, printed: Int? = nil
  ) -> String {
    switch kind {
    case .share:
      let decimals = min(ValueWords.shareDecimals, printed ?? ValueWords.shareDecimals)
      return Language.ru.points(difference, decimals: decimals, sign: .always)
    case .count:
      let pieces = Language.ru.number(difference, decimals: 0, sign: .always)
      guard let relative else { return pieces }
      let percent = Language.ru.percent(
        relative, decimals: ValueWords.shareDecimals, sign: .always)
      return "\(pieces) (\(percent))"
    }
  }

  /// What a chart draws: the value as it is printed.
  func drawn(_ value: IndicatorValue) -> ExactNumber? {
    switch value.kind {
    case .share: value.exact?.rounded(toDecimals: decimals(for: value))
    case .count: value.state == .known ? value.numerator : nil
    }
  }

  private func decimals(for value: IndicatorValue) -> Int {
    if value.isPercentOnly, let imported = value.imported {
      return min(ValueWords.shareDecimals, imported.decimals)
    }
    guard let exact = value.exact, let target else { return ValueWords.shareDecimals }
    return Language.decimals(for: exact, against: target, atLeast: ValueWords.shareDecimals)
  }
}

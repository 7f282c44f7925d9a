import ExactNumbers
import Expressions
import Monitoring
import Wording

extension SentenceNames {
  /// The value that the occasion speaks of; nil when the edition does not show it.
  var shown: IndicatorValue? { (occasion?.address).flatMap { edition[$0]?.value } }

  /// The same, when it is known.
  var known: IndicatorValue? { shown.flatMap { $0.state == .known ? $0 : nil } }

  /// The period that a change is counted from: that of the edition's comparison, otherwise the one
  /// before among the edition's.
  var previousPeriod: Period? {
    (occasion?.address).flatMap { edition.comparison($0)?.before }
      ?? edition.periods.last { $0 < period }
  }

  /// Where the value of `previousPeriod` stands: under the unit's own code, or under that of the one
  /// unit that it continues. Nil when no such value is known, and for a merger: it is compared with
  /// the sum of several, which stands nowhere.
  var previousAddress: ValueAddress? {
    guard let address = occasion?.address, let before = previousPeriod else { return nil }
    var earlier = address.period(before)
    let units = register.earlier(of: address.unit, in: before, to: address.period)
    guard units.isWhole, let one = units.units.first, units.units.count == 1 else { return nil }
    earlier.unit = one
    return edition[earlier]?.value?.exact == nil ? nil : earlier
  }

  /// What those gave together whom a merger continues, in the words of `worded`: the value less its
  /// change. Nil for all others, and where the edition shows no change.
  var previousTogether: ExpressionValue? {
    guard let address = occasion?.address, let before = previousPeriod,
      register.earlier(of: address.unit, in: before, to: address.period).units.count > 1,
      let now = known, let exact = now.exact,
      let difference = edition.comparison(address)?.difference
    else { return nil }
    let indicator = pack.indicator(address.indicator)
    switch now.kind {
    case .share: return .text(percent(exact - difference, against: indicator?.target))
    case .count:
      return .text(measured(Language.ru.number(exact - difference, decimals: 0), indicator))
    }
  }

  var lowest: ValueAddress? { occasion?.trigger == .gap ? occasion?.others.first : nil }
  var highest: ValueAddress? {
    guard occasion?.trigger == .gap, let others = occasion?.others, others.count > 1 else {
      return nil
    }
    return others.last
  }

  /// «37,5 %», «12 ед.»; nil when it is hidden or not known.
  func worded(_ address: ValueAddress) -> ExpressionValue? {
    guard let value = edition[address]?.value, let exact = value.exact else { return nil }
    let indicator = pack.indicator(address.indicator)
    let text =
      switch value.kind {
      case .share where value.isPercentOnly:
        Language.ru.percent(
          exact, decimals: min(Self.decimals, value.imported?.decimals ?? Self.decimals))
      case .share: percent(exact, against: indicator?.target)
      case .count: measured(Language.ru.number(value.numerator), indicator)
      }
    return .text(text)
  }

  /// Without a sign: «3,2 п. п.», «4 ед. (25,0 %)».
  var change: String? {
    guard let address = occasion?.address, let comparison = edition.comparison(address),
      let difference = comparison.difference, let indicator = pack.indicator(address.indicator)
    else { return nil }
    switch indicator.kind {
    case .share:
      return Language.ru.points(
        difference, decimals: min(Self.decimals, comparison.printedDecimals ?? Self.decimals),
        sign: .never)
    case .count:
      let pieces = measured(
        Language.ru.number(difference, decimals: 0, sign: .never), indicator)
      guard let relative = comparison.relative else { return pieces }
      let percent = Language.ru.percent(relative, decimals: Self.decimals, sign: .never)
      return "\(pieces) (\(percent))"
    }
  }

  /// As the regulation writes it: «20 %».
  var target: String? {
    guard let indicator = (occasion?.address.indicator).flatMap(pack.indicator),
      let target = indicator.target
    else { return nil }
    return measured(Language.ru.number(target.atLeast), indicator)
  }

  func unitName(_ code: UnitCode) -> ExpressionValue? {
    register[code].map { .text($0.name(in: period).short) }
  }

  /// «2021», «2020/21».
  func label(_ period: Period) -> String { pack.periodKind.short(period) }

  /// A share never prints as a target that it misses.
  private func percent(_ exact: Fraction, against target: Indicator.Target?) -> String {
    let decimals = target.map {
      Language.decimals(for: exact, against: Fraction($0.atLeast), atLeast: Self.decimals)
    }
    return Language.ru.percent(exact, decimals: decimals ?? Self.decimals)
  }

  private func measured(_ number: String, _ indicator: Indicator?) -> String {
    Language.ru.measured(number, in: indicator?.unit ?? "")
  }

  /// Decimals of shares and of their changes in sentences.
  private static var decimals: Int { 1 }
}

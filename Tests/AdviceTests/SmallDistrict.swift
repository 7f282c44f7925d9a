import Advice
import ExactNumbers
import Monitoring

/// A municipality of two schools over 2020 and 2021, filled value by value.
struct SmallDistrict {
  static let root: UnitCode = "district"
  static let first: UnitCode = "school-1"
  static let second: UnitCode = "school-2"

  private var values: [ValueAddress: PublishedValue] = [:]
  private var comparisons: [ValueAddress: Comparison] = [:]
  private var signals: [Signal] = []
  private let periods = [2020, 2021].compactMap(Period.init(year:))

  /// The current year.
  var period: Period { periods[1] }

  func address(
    _ indicator: IndicatorCode, _ unit: UnitCode = root, _ breakdown: Breakdown = .whole,
    year: Int = 2021
  ) -> ValueAddress {
    ValueAddress(
      indicator: indicator, unit: unit, breakdown: breakdown,
      period: year == 2020 ? periods[0] : periods[1])
  }

  /// A share when `denominator` is given, otherwise a count.
  mutating func set(
    _ address: ValueAddress, _ numerator: Int, of denominator: Int? = nil,
    state: IndicatorValue.State = .known, given: Int = 2
  ) {
    var coverage = Coverage()
    coverage.expected = 2
    coverage.given = given
    let value = IndicatorValue(
      address: address, kind: denominator == nil ? .count : .share, state: state,
      numerator: ExactNumber(numerator), denominator: denominator.map { ExactNumber($0) },
      coverage: coverage)
    values[address] = PublishedValue(address: address, showing: .shown(value))
  }

  mutating func suppress(_ address: ValueAddress) {
    values[address] = PublishedValue(address: address, showing: .suppressed)
  }

  mutating func compare(
    _ address: ValueAddress, _ difference: Fraction, relative: Fraction? = nil,
    _ verdict: Comparison.Verdict
  ) {
    comparisons[address.term(.change)] = Comparison(
      address: address.term(.change), before: periods[0], difference: difference,
      relative: relative, verdict: verdict)
  }

  mutating func fire(_ trigger: Trigger, _ address: ValueAddress, ends: [ValueAddress] = []) {
    signals.append(Signal(trigger: trigger, address: address, ends: ends))
  }

  func adviser(_ pack: SystemPack, _ audience: Edition.Audience = .internal) -> Adviser {
    Adviser(
      pack: pack,
      edition: Edition(
        audience: audience, periods: periods, values: values, comparisons: comparisons,
        signals: signals),
      register: register, period: period)
  }

  private var register: UnitRegister {
    let unit = { (code: UnitCode, number: Int, level: MemberCode, name: String) in
      Unit(
        code: code, number: number, names: [Unit.Name(full: name, short: name)], level: level)
    }
    return UnitRegister(
      root: unit(Self.root, 0, "municipality", "Район"),
      units: [unit(Self.first, 1, "school", "СОШ № 1"), unit(Self.second, 2, "school", "СОШ № 2")])
  }
}

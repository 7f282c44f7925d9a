import ExactNumbers
import Monitoring

/// A value in the making: the sum over units of what they added, and how many added nothing.
/// The order of the units does not matter.
struct Tally {
  private(set) var coverage = Coverage()
  private var numerator = ExactSum()
  private var denominator = ExactSum()
  private var fits = true

  mutating func add(_ addend: Addend) {
    coverage.expected += 1
    switch addend {
    case .given(let part, let whole):
      coverage.given += 1
      fits = numerator.add(part) && fits
      if let whole { fits = denominator.add(whole) && fits }
    case .missing: coverage.missing += 1
    case .notApplicable: coverage.notApplicable += 1
    case .unreadable: coverage.unreadable += 1
    case .withheld: coverage.withheld += 1
    }
  }

  /// What units together gave of a series; nil for no units, and when a part of it is not known,
  /// since a school cannot be compared with half of itself.
  static func base(
    _ units: [Int], series: Int, period: Int, in grid: Grid, addend: (Int) -> Addend
  ) throws -> IndicatorValue? {
    var tally = Tally()
    for unit in units { tally.add(addend(grid.cell(series: series, unit: unit, period: period))) }
    guard tally.coverage.isComplete, let first = units.first else { return nil }
    let one = grid.series[series]
    return try tally.value(
      at: one.address(unit: grid.units[first].code, period: grid.periods[period]),
      kind: one.indicator.kind)
  }

  /// The value at `address`; throws `AnalysisError.overflow` when a sum does not fit.
  func value(at address: ValueAddress, kind: Indicator.Kind) throws -> IndicatorValue {
    guard fits, let part = numerator.total, let whole = denominator.total else {
      throw AnalysisError(
        .overflow, address: address.description,
        reason: "the sum over \(coverage.given) units needs more than 18 digits")
    }
    return IndicatorValue(
      address: address, kind: kind, state: state(kind: kind, denominator: whole),
      numerator: part, denominator: kind == .share ? whole : nil, coverage: coverage)
  }

  private func state(kind: Indicator.Kind, denominator: ExactNumber) -> IndicatorValue.State {
    if coverage.given > 0 {
      // Only denominators below 0, which rules refuse, can cancel out to 0.
      return kind == .share && denominator.isZero ? .notApplicable : .known
    }
    // What was given and waits to be mended is no lack of data, be it an error or not a value.
    if coverage.withheld + coverage.unreadable > 0 { return .withheld }
    let isNobodyConcerned =
      coverage.notApplicable > 0 && coverage.notApplicable == coverage.expected
    return isNobodyConcerned ? .notApplicable : .noData
  }
}

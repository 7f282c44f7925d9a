import Monitoring

/// The values that signed tables of earlier years brought: of such a year there are no others.
struct ImportedValues: Sendable {
  /// Oldest first.
  let periods: [Period]
  private let values: [ValueAddress: IndicatorValue]

  init(_ values: [IndicatorValue]) {
    periods = Set(values.map(\.address.period)).sorted()
    self.values = Dictionary(
      values.map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
  }

  subscript(address: ValueAddress) -> IndicatorValue? { values[address.term(.value)] }

  /// What a unit adds to sums; nil for a period that was not imported. A percentage without its
  /// counts adds nothing: it is missing there.
  func addend(of cell: Int, in grid: Grid) -> Addend? {
    let place = grid.place(of: cell)
    guard periods.contains(place.period) else { return nil }
    let address = grid.series(of: cell).address(unit: place.unit, period: place.period)
    guard let value = values[address], value.state == .known, !value.isPercentOnly else {
      return .missing
    }
    return .given(numerator: value.numerator, denominator: value.denominator)
  }

  /// What units together gave in a period that was taken over; nil when a part of it is not known.
  func base(
    _ units: [Int], series: Int, period: Int, in grid: Grid
  ) throws -> IndicatorValue? {
    let one = grid.series[series]
    // A percentage without its counts can be compared, but with nothing be summed.
    if units.count == 1, let unit = units.first {
      return self[one.address(unit: grid.units[unit].code, period: grid.periods[period])]
    }
    return try Tally.base(units, series: series, period: period, in: grid) { cell in
      addend(of: cell, in: grid) ?? .missing
    }
  }
}

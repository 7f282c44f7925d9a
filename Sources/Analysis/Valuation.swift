import Monitoring

/// The values of all units and of the root.
struct Valuation {
  private(set) var all: [ValueAddress: IndicatorValue] = [:]

  /// A unit has a value where it existed and the indicator is shown for units; the root always.
  init(grid: Grid, addends: [Addend]) throws {
    for (position, period) in grid.periods.enumerated() {
      let expected = grid.expectedUnits(in: position)
      for (index, series) in grid.series.enumerated() {
        var whole = Tally()
        for unit in expected {
          let addend = addends[grid.cell(series: index, unit: unit, period: position)]
          whole.add(addend)
          guard !series.indicator.isMunicipalOnly else { continue }
          var own = Tally()
          own.add(addend)
          try store(own, of: series, unit: grid.units[unit].code, period: period)
        }
        try store(whole, of: series, unit: grid.register.root.code, period: period)
      }
    }
  }

  subscript(address: ValueAddress) -> IndicatorValue? { all[address] }

  private mutating func store(
    _ tally: Tally, of series: Series, unit: UnitCode, period: Period
  ) throws {
    let address = series.address(unit: unit, period: period)
    all[address] = try tally.value(at: address, kind: series.indicator.kind)
  }
}

import Monitoring

/// The values of all units and of the root.
struct Valuation {
  private(set) var all: [ValueAddress: IndicatorValue] = [:]

  /// A unit has a value where it existed and the indicator is shown for units; the root always. Of
  /// an imported period there is what its table says, and nothing is summed.
  init(grid: Grid, addends: [Addend], imported: ImportedValues) throws {
    for (position, period) in grid.periods.enumerated() {
      guard !imported.periods.contains(period) else {
        take(imported, of: position, in: grid)
        continue
      }
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

  private mutating func take(_ imported: ImportedValues, of position: Int, in grid: Grid) {
    let units = grid.expectedUnits(in: position).map { grid.units[$0].code }
    for series in grid.series {
      let shown = series.indicator.isMunicipalOnly ? [] : units
      for unit in [grid.register.root.code] + shown {
        let address = series.address(unit: unit, period: grid.periods[position])
        if let value = imported[address] { all[address] = value }
      }
    }
  }

  private mutating func store(
    _ tally: Tally, of series: Series, unit: UnitCode, period: Period
  ) throws {
    let address = series.address(unit: unit, period: period)
    all[address] = try tally.value(at: address, kind: series.indicator.kind)
  }
}

import Monitoring

/// The values of all units, of the units above them, and of the root.
struct Valuation {
  private(set) var all: [ValueAddress: IndicatorValue] = [:]

  /// A unit has a value where it existed and the indicator is shown for units, a unit above others
  /// where any of them existed; the root always. Of an imported period there is what its table says,
  /// and nothing is summed.
  init(grid: Grid, addends: [Addend], imported: ImportedValues) throws {
    for (position, period) in grid.periods.enumerated() {
      guard !imported.periods.contains(period) else {
        take(imported, of: position, in: grid)
        continue
      }
      let expected = grid.expectedUnits(in: position)
      let nodes = grid.nodes.map { (node: $0, units: grid.expectedUnits(of: $0, in: position)) }
      for (index, series) in grid.series.enumerated() {
        func sum(over units: [Int]) -> Tally {
          var tally = Tally()
          for unit in units {
            tally.add(addends[grid.cell(series: index, unit: unit, period: position)])
          }
          return tally
        }
        for (node, units) in nodes
        where !units.isEmpty || node.code == grid.register.root.code {
          try store(sum(over: units), of: series, unit: node.code, period: period)
        }
        guard !series.indicator.isMunicipalOnly else { continue }
        for unit in expected {
          try store(sum(over: [unit]), of: series, unit: grid.units[unit].code, period: period)
        }
      }
    }
  }

  subscript(address: ValueAddress) -> IndicatorValue? { all[address] }

  private mutating func take(_ imported: ImportedValues, of position: Int, in grid: Grid) {
    let units = grid.expectedUnits(in: position).map { grid.units[$0].code }
    for series in grid.series {
      let shown = series.indicator.isMunicipalOnly ? [] : units
      for unit in grid.nodes.map(\.code) + shown {
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

import ExactNumbers
import Monitoring

/// Compares every value with that of the period before, exactly.
struct Comparer {
  let grid: Grid
  let addends: [Addend]
  let values: Valuation
  let imported: ImportedValues
  let thresholds: SystemPack.Thresholds

  /// None for the first period. The root and what stands between it and the units are compared with
  /// themselves in the period before, a unit
  /// with the sum of the units that it continues.
  func comparisons() throws -> [ValueAddress: Comparison] {
    var found: [ValueAddress: Comparison] = [:]
    for period in grid.periods.indices.dropFirst() {
      let lineages = grid.expectedUnits(in: period).map {
        (unit: $0, lineage: Lineage(of: $0, from: period - 1, to: period, in: grid))
      }
      for (index, series) in grid.series.enumerated() {
        for node in grid.nodes.map(\.code) {
          let before = values[series.address(unit: node, period: grid.periods[period - 1])]
          add(&found, series, unit: node, period: period, before: before, isComparable: true)
        }
        guard !series.indicator.isMunicipalOnly else { continue }
        for (unit, lineage) in lineages {
          add(
            &found, series, unit: grid.units[unit].code, period: period,
            before: try base(lineage, series: index, before: period - 1),
            isComparable: lineage.isWhole)
        }
      }
    }
    return found
  }

  /// The sum of what a unit continues; nil for a new unit, and when a part of it is not known.
  private func base(_ lineage: Lineage, series: Int, before: Int) throws -> IndicatorValue? {
    if imported.periods.contains(grid.periods[before]) {
      return try imported.base(lineage.base, series: series, period: before, in: grid)
    }
    return try Tally.base(lineage.base, series: series, period: before, in: grid) { addends[$0] }
  }

  private func add(
    _ found: inout [ValueAddress: Comparison], _ series: Series, unit: UnitCode, period: Int,
    before: IndicatorValue?, isComparable: Bool
  ) {
    let address = series.address(unit: unit, period: grid.periods[period])
    guard let now = values[address] else { return }
    let earlier = grid.periods[period - 1]
    let isRedefined = series.indicator.breaks.contains {
      $0 > earlier && $0 <= grid.periods[period]
    }
    // Half of a district is no word on its change.
    let isHalfKnown = now.coverage.isMostlyLacking || before?.coverage.isMostlyLacking ?? false
    let change = isHalfKnown ? nil : Change(from: before, to: now)
    found[address.term(.change)] =
      isComparable && !isRedefined
      ? Comparison(
        address: address.term(.change), before: earlier, difference: change?.difference,
        relative: change?.relative, verdict: change?.verdict(thresholds) ?? .noData,
        printedDecimals: change?.printedDecimals)
      : Comparison(
        address: address.term(.change), before: earlier, difference: nil, relative: nil,
        verdict: .notComparable)
  }
}

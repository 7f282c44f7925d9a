import Monitoring

/// Whose values of the period before a unit is compared with.
struct Lineage {
  /// Positions of the units that it continues, itself among them, as far as they existed then.
  let base: [Int]
  /// False when part of that base lives on elsewhere: in a unit that did not close, or in another
  /// that continues it too. Then the difference would say nothing.
  let isWhole: Bool

  init(of unit: Int, from before: Int, to period: Int, in grid: Grid) {
    let code = grid.units[unit].code
    let base = grid.register.lineage(of: code)
      .compactMap { grid.position(of: $0) }
      .filter { grid.isExpected(unit: $0, period: before) }
      .sorted()
    self.base = base
    isWhole = base.allSatisfy { part in
      guard part != unit else { return true }
      let isGone = !grid.isExpected(unit: part, period: period)
      let partCode = grid.units[part].code
      return isGone
        && !grid.expectedUnits(in: period).contains { other in
          other != unit && grid.units[other].succeeds.contains(partCode)
        }
    }
  }
}

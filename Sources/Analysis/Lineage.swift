import Monitoring

/// Whose values of the period before a unit is compared with: `EarlierUnits`, by position.
struct Lineage {
  /// Positions in the order of the register.
  let base: [Int]
  let isWhole: Bool

  init(of unit: Int, from before: Int, to period: Int, in grid: Grid) {
    let earlier = grid.register.earlier(
      of: grid.units[unit].code, in: grid.periods[before], to: grid.periods[period])
    base = earlier.units.compactMap { grid.position(of: $0) }
    isWhole = earlier.isWhole
  }
}

package import Monitoring

/// The way from a printed value back to the cells that it is made of.
package struct Trace: Sendable {
  /// One side of a unit's share, or its count.
  package struct Term: Sendable, Hashable {
    package var key: Observation.Key
    /// What is counted, in the pack's words.
    package var description: String
    /// What the form says there, with file, sheet, cell and raw text; nil when no form does.
    package var observation: Observation?
  }

  package enum State: String, Sendable, Hashable, CaseIterable {
    /// It is in the sum.
    case given
    case missing
    case notApplicable
    case unreadable
    case withheld
  }

  /// What one unit adds.
  package struct Contribution: Sendable, Hashable {
    package var unit: UnitCode
    package var state: State
    package var numerator: Term
    /// Nil for a count.
    package var denominator: Term?
  }

  package let address: ValueAddress
  package let indicator: Indicator
  package let formula: Indicator.Formula
  /// Every unit that could have given it, in the order of the register.
  package let contributions: [Contribution]
  /// What those units add up to: the value at `address`.
  package let value: IndicatorValue
  /// For the term `.change`: the units that it is compared with, and their period. Empty and nil
  /// otherwise, and for the first period.
  package let before: [Contribution]
  package let beforePeriod: Period?
  /// What the units of `before` add up to; nil where `before` is empty.
  package let beforeValue: IndicatorValue?

  /// A value of a signed table: the way ends at its cell.
  ///
  /// Throws `AnalysisError.unknownAddress` when the pack has no such value.
  package init(of address: ValueAddress, imported: IndicatorValue, pack: SystemPack) throws {
    guard let one = Self.series(of: address, in: pack).first else {
      throw Self.unknown(address, "the pack has no such indicator and breakdown")
    }
    self.address = address
    indicator = one.indicator
    formula = one.formula
    (contributions, before, beforePeriod, beforeValue) = ([], [], nil, nil)
    value = imported
  }

  private static func series(of address: ValueAddress, in pack: SystemPack) -> [Series] {
    Series.all(of: pack).filter {
      $0.indicator.code == address.indicator && $0.breakdown == address.breakdown
    }
  }

  /// Walks back from `address`. `observation` looks a current observation up; `imported` are the
  /// values of signed tables, with which a change may be reckoned.
  ///
  /// Throws `AnalysisError.unknownAddress` when pack, register and periods have no such value,
  /// and whatever `observation` throws.
  package init(
    of address: ValueAddress, pack: SystemPack, register: UnitRegister, periods: [Period],
    imported: [IndicatorValue] = [], observation: (Observation.Key) throws -> Observation?
  ) throws {
    let series = Self.series(of: address, in: pack)
    let tables = ImportedValues(imported)
    let grid = Grid(register: register, periods: periods + tables.periods, series: series)
    guard let one = series.first else {
      throw Self.unknown(address, "the pack has no such indicator and breakdown")
    }
    guard let period = grid.position(of: address.period) else {
      throw Self.unknown(address, "the campaign has no period \(address.period)")
    }
    let walk = Walk(series: one, grid: grid)
    self.address = address
    indicator = one.indicator
    formula = one.formula
    contributions = try walk.contributions(
      of: try walk.units(of: address), in: period, observation: observation)
    value = try walk.value(
      of: contributions, at: address.term(.value), kind: one.indicator.kind)
    guard address.term == .change, period > 0 else {
      before = []
      beforePeriod = nil
      beforeValue = nil
      return
    }
    let base = walk.base(of: address, from: period - 1, to: period)
    if tables.periods.contains(grid.periods[period - 1]) {
      before = []
      beforePeriod = grid.periods[period - 1]
      beforeValue =
        grid.node(address.unit) != nil
        ? tables[one.address(unit: address.unit, period: grid.periods[period - 1])]
        : try tables.base(base, series: 0, period: period - 1, in: grid)
      return
    }
    before = try walk.contributions(of: base, in: period - 1, observation: observation)
    let earlier = grid.periods[period - 1]
    beforePeriod = earlier
    beforeValue = try walk.value(
      of: before, at: address.term(.value).period(earlier), kind: one.indicator.kind)
  }

  static func unknown(_ address: ValueAddress, _ reason: String) -> AnalysisError {
    AnalysisError(.unknownAddress, address: address.description, reason: reason)
  }
}

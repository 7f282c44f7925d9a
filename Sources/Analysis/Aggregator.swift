package import Monitoring

/// Reckons every indicator of a pack from observations, in one pass and whatever their order.
///
/// ```swift
/// var aggregator = Aggregator(pack: pack, register: register, periods: periods)
/// try store.forEachObservation(fields: aggregator.fields) { aggregator.add($0) }
/// let results = try aggregator.results()
/// ```
package struct Aggregator: Sendable {
  /// A form of a unit that was not expected in the period: its numbers are in no sum.
  package struct Stray: Sendable, Hashable {
    package var unit: UnitCode
    package var period: Period
  }

  /// The fields that indicators are made of; all others may be left out of the stream.
  package let fields: Set<FieldCode>
  /// Units that handed numbers in without being expected.
  package private(set) var strays: Set<Stray> = []

  private let pack: SystemPack
  private let grid: Grid
  private let slots: [FieldKey: [Slot]]
  private var sides: [Side?]
  /// Cells that were given twice with different contents: these count as unreadable.
  private var disputed: Set<Int> = []
  private let imported: ImportedValues

  private struct FieldKey: Hashable {
    var field: FieldCode
    var breakdown: Breakdown
  }

  /// Where a field goes: a series, as its numerator or its denominator.
  private struct Slot {
    var series: Int
    var isDenominator: Bool
  }

  /// `periods` in any order; units and indicators in the order of register and pack. `imported` are
  /// values of signed tables: their periods have no others, and observations of them are left out.
  package init(
    pack: SystemPack, register: UnitRegister, periods: [Period], imported: [IndicatorValue] = []
  ) {
    self.pack = pack
    self.imported = ImportedValues(imported)
    grid = Grid(
      register: register, periods: periods + self.imported.periods, series: Series.all(of: pack))
    var slots: [FieldKey: [Slot]] = [:]
    for (index, series) in grid.series.enumerated() {
      let part = FieldKey(field: series.formula.numerator.field, breakdown: series.breakdown)
      slots[part, default: []].append(Slot(series: index, isDenominator: false))
      if let field = series.formula.denominator?.field {
        let whole = FieldKey(field: field, breakdown: series.breakdown)
        slots[whole, default: []].append(Slot(series: index, isDenominator: true))
      }
    }
    self.slots = slots
    fields = Set(slots.keys.map(\.field))
    sides = Array(repeating: nil, count: grid.cellCount * 2)
  }

  /// Takes one current observation in. The same observation twice changes nothing; two that
  /// contradict each other count as unreadable.
  package mutating func add(_ observation: Observation) {
    let key = observation.key
    guard let slots = slots[FieldKey(field: key.field, breakdown: key.breakdown)],
      !imported.periods.contains(key.period), let period = grid.position(of: key.period)
    else { return }
    guard let unit = grid.position(of: key.unit), grid.isExpected(unit: unit, period: period)
    else {
      strays.insert(Stray(unit: key.unit, period: key.period))
      return
    }
    let side = Side(observation.state)
    for slot in slots {
      let cell =
        grid.cell(series: slot.series, unit: unit, period: period) * 2
        + (slot.isDenominator ? 1 : 0)
      if let other = sides[cell], other != side { disputed.insert(cell) }
      sides[cell] = side
    }
  }

  /// Everything that follows from what was taken in. Throws `AnalysisError.overflow`.
  package func results() throws -> ResultSet {
    let addends = (0..<grid.cellCount).map { cell in
      if let addend = imported.addend(of: cell, in: grid) { return addend }
      let numerator = side(cell * 2)
      return grid.series(of: cell).formula.denominator == nil
        ? Addend(numerator) : Addend(numerator, over: side(cell * 2 + 1))
    }
    let values = try Valuation(grid: grid, addends: addends, imported: imported)
    let comparisons = try Comparer(
      grid: grid, addends: addends, values: values, imported: imported,
      thresholds: pack.thresholds
    ).comparisons()
    return ResultSet(
      periods: grid.periods, values: values.all, comparisons: comparisons,
      signals: SignalFinder(
        grid: grid, values: values, comparisons: comparisons, thresholds: pack.thresholds
      ).signals())
  }

  private func side(_ cell: Int) -> Side {
    disputed.contains(cell) ? .unreadable : sides[cell] ?? .missing
  }
}

package import ExactNumbers
package import Monitoring

/// All values of a result set as flat rows: what `svodka results` prints.
package struct ResultTable: Sendable, Hashable {
  package struct Row: Sendable, Hashable {
    package var indicator: IndicatorCode
    package var unit: UnitCode
    package var breakdown: Breakdown
    package var period: Period
    package var kind: Indicator.Kind
    /// Nil unless the value is known.
    package var numerator: ExactNumber?
    /// Nil unless the value is a known share.
    package var denominator: ExactNumber?
    /// The share in percent or the count, exact; nil unless the value is known.
    package var value: Fraction?
    package var given: Int
    package var expected: Int
    package var state: IndicatorValue.State
    /// Where it was taken over from; nil for a value reckoned from forms.
    package var imported: IndicatorValue.Imported?
    /// What it was when it was signed, where that was something else.
    package var revision: Revision?
  }

  /// By indicator in the pack's order, then by unit (the root first, then what stands between
  /// it and the units, then these, in the register's order),
  /// breakdown (the whole first, then the dictionary's order) and period, oldest first.
  package let rows: [Row]

  package init(_ results: ResultSet, pack: SystemPack, register: UnitRegister) {
    let units = [register.root.code] + register.nodes.map(\.unit.code) + register.units.map(\.code)
    let series = Dictionary(grouping: Series.all(of: pack), by: \.position)
    rows = pack.indicators.indices.flatMap { position in
      units.flatMap { unit in
        (series[position] ?? []).flatMap { one in
          results.periods.compactMap { period in
            results.values[one.address(unit: unit, period: period)].map { value in
              Row(value, revision: results.revisions[value.address])
            }
          }
        }
      }
    }
  }
}

extension ResultTable.Row {
  /// The row of one value.
  package init(_ value: IndicatorValue, revision: Revision? = nil) {
    let isKnown = value.state == .known && !value.isPercentOnly
    self.init(
      indicator: value.address.indicator, unit: value.address.unit,
      breakdown: value.address.breakdown, period: value.address.period, kind: value.kind,
      numerator: isKnown ? value.numerator : nil,
      denominator: isKnown ? value.denominator : nil, value: value.exact,
      given: value.coverage.given, expected: value.coverage.expected, state: value.state,
      imported: value.imported, revision: revision)
  }
}

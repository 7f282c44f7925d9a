import Monitoring

/// One indicator by one breakdown, over all units and periods: a line of the result table.
struct Series: Sendable, Hashable {
  /// The indicator's place in the pack.
  var position: Int
  var indicator: Indicator
  var formula: Indicator.Formula
  var breakdown: Breakdown

  /// Every series of a pack: indicators in its order, the whole before the breakdowns, those in
  /// the order of the dictionary. A dimension that the pack does not know has no series.
  static func all(of pack: SystemPack) -> [Series] {
    pack.indicators.enumerated().flatMap { position, indicator in
      let formulas =
        indicator.formulas.filter { $0.dimension == nil }
        + indicator.formulas.filter { $0.dimension != nil }
      return formulas.flatMap { formula in
        breakdowns(of: formula, in: pack).map {
          Series(position: position, indicator: indicator, formula: formula, breakdown: $0)
        }
      }
    }
  }

  /// The observation that a unit's side of the formula is.
  func key(_ term: Indicator.Term, unit: UnitCode, period: Period) -> Observation.Key {
    Observation.Key(unit: unit, period: period, field: term.field, breakdown: breakdown)
  }

  func address(unit: UnitCode, period: Period) -> ValueAddress {
    ValueAddress(indicator: indicator.code, unit: unit, breakdown: breakdown, period: period)
  }

  private static func breakdowns(
    of formula: Indicator.Formula, in pack: SystemPack
  ) -> [Breakdown] {
    guard let dimension = formula.dimension else { return [.whole] }
    return pack.classifier(dimension)?.members.map { Breakdown(dimension, $0.code) } ?? []
  }
}

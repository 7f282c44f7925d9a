/// The units whose values of an earlier period, taken together, are those of a unit.
///
/// Rules, the grey values on issued forms, sentences and comparisons of results all ask here.
package struct EarlierUnits: Sendable, Hashable {
  /// In the order of the register: the unit itself and those that it continues, as far as they
  /// existed then. Empty for a unit that nobody went before.
  package var units: [UnitCode]
  /// False when part of them lives on elsewhere: in a unit that did not close, or in another that
  /// continues it too. Then nothing can be said of what was the unit's own.
  package var isWhole: Bool
}

extension UnitRegister {
  /// Whose values of `before` are those of a unit of `period`. What stands above the units that hand
  /// in goes before itself.
  package func earlier(of code: UnitCode, in before: Period, to period: Period) -> EarlierUnits {
    guard let place = positions[code], place < units.count else {
      return EarlierUnits(units: [code], isWhole: true)
    }
    let base = lineage(of: code).compactMap { positions[$0] }
      .filter { $0 < units.count && units[$0].exists(in: before) }.sorted()
    let isWhole = base.allSatisfy { part in
      part == place
        || !units[part].exists(in: period)
          && !units.contains { other in
            other.code != code && other.succeeds.contains(units[part].code)
              && other.exists(in: period)
          }
    }
    return EarlierUnits(units: base.map { units[$0].code }, isWhole: isWhole)
  }
}

package import Findings
import GRDB
package import Monitoring

/// A unit's form for a period.
package struct UnitPeriod: Sendable, Hashable {
  package var unit: UnitCode
  package var period: Period

  package init(unit: UnitCode, period: Period) {
    self.unit = unit
    self.period = period
  }
}

extension Store {
  /// Puts what the rules found in a unit's current values in the place of what they found before,
  /// in one transaction: the findings, and the values that open errors withhold.
  ///
  /// `rules` names the rules as `FileReading.reader` names a reader. Returns false when nothing
  /// changed. Throws `StoreError.contradiction` for a withheld value of another unit or period.
  @discardableResult
  package func replaceRuleFindings(
    unit: UnitCode, period: Period, findings: [Finding], withheld: [Observation.Key],
    accepted: [Observation.Key: Decision] = [:], notEvaluated: Int = 0, rules: String,
    basis: String? = nil
  ) throws -> Bool {
    let place = UnitPeriod(unit: unit, period: period)
    let said = CheckedForm(
      place: place, basis: basis, findings: findings, withheld: withheld, accepted: accepted,
      notEvaluated: notEvaluated)
    return try replaceRuleFindings([said], rules: rules).first ?? false
  }

  /// The same of many forms, in one transaction.
  @discardableResult
  package func replaceRuleFindings(_ forms: [CheckedForm], rules: String) throws -> [Bool] {
    let rows = try forms.map(CheckedRows.init)
    return try write { db in try rows.map { try $0.replace(db, rules: rules) } }
  }

  /// How many times a rule could not be evaluated over a unit's form, because an operand is
  /// missing; 0 before the rules have run.
  package func notEvaluated(unit: UnitCode, period: Period) throws -> Int {
    try read { db in
      try Int.fetchOne(
        db.cachedStatement(
          sql: "SELECT not_evaluated FROM rule_run WHERE unit = ? AND period = ?"),
        arguments: [unit.rawValue, period.year]) ?? 0
    }
  }

  /// The forms whose current values these rules have not run over yet, or whose values of this
  /// period or the one before, decisions about them, or what rules found in the one before have
  /// changed since: after a kill between storing and checking, or under a changed pack. By unit and
  /// period; a closed one needs none.
  ///
  /// - Parameter lineage: a unit and those that it continues, itself first.
  package func unchecked(
    rules: String, lineage: (UnitCode) -> [UnitCode] = { [$0] }
  ) throws -> [UnitPeriod] {
    try uncheckedForms(rules: rules, lineage: lineage).map(\.place)
  }

  /// What the rules would run over now, to be kept with what they find: whatever is stored
  /// meanwhile makes another of it.
  package func basis(of place: UnitPeriod, lineage: [UnitCode]) throws -> String {
    try read { try RuleBases($0).basis(of: place, lineage: lineage) }
  }

  /// The same as `unchecked` with what the rules would run over.
  package func uncheckedForms(
    rules: String, lineage: (UnitCode) -> [UnitCode] = { [$0] }
  ) throws -> [UncheckedForm] {
    try read { db in
      let closed = Set(try Int.fetchAll(db, sql: "SELECT period FROM frozen"))
      let bases = try RuleBases(db)
      return try bases.places.compactMap { place in
        guard !closed.contains(place.period.year) else { return nil }
        let run = try RuleRun(db, of: place)
        let basis = bases.basis(of: place, lineage: lineage(place.unit))
        guard run?.rules != rules || run?.basis != basis else { return nil }
        return UncheckedForm(place: place, basis: basis)
      }
    }
  }
}

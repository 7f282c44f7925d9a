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
    accepted: [Observation.Key: Decision] = [:], notEvaluated: Int = 0, rules: String
  ) throws -> Bool {
    if let stray = withheld.first(where: { $0.unit != unit || $0.period != period }) {
      throw StoreError(
        .contradiction, path: "\(unit), \(period)",
        reason: "its rules withhold \(stray.field) of \(stray.unit), \(stray.period)")
    }
    let keys = Set(withheld).sorted { ($0.field, $0.breakdown) < ($1.field, $1.breakdown) }
    var digest = Digest()
    for finding in findings { digest.add(try FindingRow(finding)) }
    for key in keys {
      digest.add(key.field.rawValue)
      digest.add(key.breakdown.description)
    }
    let counted = accepted.sorted {
      ($0.key.field, $0.key.breakdown) < ($1.key.field, $1.key.breakdown)
    }
    for (key, decision) in counted {
      digest.add(key.field.rawValue)
      digest.add(key.breakdown.description)
      digest.add("\(decision.number)")
    }
    digest.add("\(notEvaluated)")
    let said = digest.text
    return try write { db in
      let place = UnitPeriod(unit: unit, period: period)
      let basis = try RuleRun.basis(db, of: place)
      let before = try RuleRun(db, of: place)
      guard before?.rules != rules || before?.basis != basis || before?.digest != said else {
        return false
      }
      try db.cachedStatement(sql: "DELETE FROM rule_run WHERE unit = ? AND period = ?")
        .execute(arguments: [unit.rawValue, period.year])
      try db.cachedStatement(
        sql: """
          INSERT INTO rule_run (unit, period, rules, basis, digest, not_evaluated)
          VALUES (?, ?, ?, ?, ?, ?)
          """
      ).execute(arguments: [unit.rawValue, period.year, rules, basis, said, notEvaluated])
      let run = db.lastInsertedRowID
      for finding in findings {
        let owner: [(any DatabaseValueConvertible)?] = [run]
        try db.cachedStatement(
          sql: """
            INSERT INTO rule_finding (run, \(FindingRow.columns))
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        ).execute(arguments: StatementArguments(owner + (try FindingRow(finding)).values))
      }
      for key in keys {
        try db.cachedStatement(sql: "INSERT INTO withholding VALUES (?, ?, ?)")
          .execute(arguments: [run, key.field.rawValue, key.breakdown.description])
      }
      for (key, decision) in counted {
        try db.cachedStatement(sql: "INSERT INTO accepted_value VALUES (?, ?, ?, ?)")
          .execute(arguments: [
            run, key.field.rawValue, key.breakdown.description, decision.number,
          ])
      }
      return before?.digest != said
    }
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
  /// period or the one before, or decisions about them, have changed since: after a kill between
  /// storing and checking, or under a changed pack. By unit and period; a closed one needs none.
  package func unchecked(rules: String) throws -> [UnitPeriod] {
    try read { db in
      let closed = Set(try Int.fetchAll(db, sql: "SELECT period FROM frozen"))
      var places: [UnitPeriod] = []
      for stored in try StoredSubmission.current(db) {
        let place = UnitPeriod(unit: stored.submission.unit, period: stored.submission.period)
        guard places.last != place, !closed.contains(place.period.year) else { continue }
        let run = try RuleRun(db, of: place)
        let basis = try RuleRun.basis(db, of: place)
        if run?.rules != rules || run?.basis != basis {
          places.append(place)
        }
      }
      return places
    }
  }
}

/// One run of the rules over a unit's form.
private struct RuleRun {
  var rules: String
  var basis: String
  var digest: String

  init?(_ db: Database, of place: UnitPeriod) throws {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT rules, basis, digest FROM rule_run WHERE unit = ? AND period = ?"),
      arguments: [place.unit.rawValue, place.period.year])
    guard let row else { return nil }
    (rules, basis, digest) = (row[0], row[1], row[2])
  }

  /// The submissions that rules of this form see: those of the period, and of the one before; and
  /// the last line of the journal about each.
  static func basis(_ db: Database, of place: UnitPeriod) throws -> String {
    try [place.period, place.period.previous].map { period in
      guard let period else { return "" }
      let current = try StoredSubmission.current(db, unit: place.unit, period: period)
        .map { String($0.id) }.joined(separator: ",")
      let line = try Int.fetchOne(
        db.cachedStatement(sql: "SELECT max(id) FROM journal WHERE unit = ? AND period = ?"),
        arguments: [place.unit.rawValue, period.year])
      return line.map { "\(current) j\($0)" } ?? current
    }.joined(separator: "|")
  }
}

package import Findings
import GRDB
package import Monitoring

/// What the rules found in one unit's form.
package struct CheckedForm: Sendable {
  package var place: UnitPeriod
  /// What they ran over, see `UncheckedForm`; nil: over what counts when this is stored.
  package var basis: String?
  package var findings: [Finding]
  /// The values that open errors withhold, of this unit and period.
  package var withheld: [Observation.Key]
  /// The values that count in spite of one.
  package var accepted: [Observation.Key: Decision]
  package var notEvaluated: Int

  package init(
    place: UnitPeriod, basis: String?, findings: [Finding], withheld: [Observation.Key],
    accepted: [Observation.Key: Decision], notEvaluated: Int
  ) {
    self.place = place
    self.basis = basis
    self.findings = findings
    self.withheld = withheld
    self.accepted = accepted
    self.notEvaluated = notEvaluated
  }
}

/// What is stored of a checked form, made ready before the transaction.
struct CheckedRows {
  private let form: CheckedForm
  private let findings: [FindingRow]
  private let withheld: [Observation.Key]
  private let accepted: [(key: Observation.Key, value: Decision)]
  private let digest: String

  /// - Throws: `StoreError.contradiction` for a withheld value of another unit or period.
  init(_ form: CheckedForm) throws {
    let place = form.place
    let isStray = { (key: Observation.Key) in
      key.unit != place.unit || key.period != place.period
    }
    if let stray = form.withheld.first(where: isStray) {
      throw StoreError(
        .contradiction, path: "\(place.unit), \(place.period)",
        reason: "its rules withhold \(stray.field) of \(stray.unit), \(stray.period)")
    }
    self.form = form
    findings = try form.findings.map(FindingRow.init)
    withheld = Set(form.withheld).sorted {
      ($0.field, $0.breakdown) < ($1.field, $1.breakdown)
    }
    accepted = form.accepted.sorted {
      ($0.key.field, $0.key.breakdown) < ($1.key.field, $1.key.breakdown)
    }
    var digest = Digest()
    for row in findings { digest.add(row) }
    for key in withheld {
      digest.add(key.field.rawValue)
      digest.add(key.breakdown.description)
    }
    for (key, decision) in accepted {
      digest.add(key.field.rawValue)
      digest.add(key.breakdown.description)
      digest.add("\(decision.number)")
    }
    digest.add("\(form.notEvaluated)")
    self.digest = digest.text
  }

  /// Puts this in the place of what the rules found before. In a closed period nothing is replaced:
  /// what counts in it stays.
  /// - Returns: false when that said the same.
  func replace(_ db: Database, rules: String) throws -> Bool {
    let place = form.place
    guard try !Store.isFrozen(place.period, db) else { return false }
    let basis = try form.basis ?? RuleBases(db).basis(of: place, lineage: [place.unit])
    let before = try RuleRun(db, of: place)
    guard before?.rules != rules || before?.basis != basis || before?.digest != digest else {
      return false
    }
    try db.cachedStatement(sql: "DELETE FROM rule_run WHERE unit = ? AND period = ?")
      .execute(arguments: [place.unit.rawValue, place.period.year])
    try db.cachedStatement(
      sql: """
        INSERT INTO rule_run (unit, period, rules, basis, digest, not_evaluated)
        VALUES (?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      place.unit.rawValue, place.period.year, rules, basis, digest, form.notEvaluated,
    ])
    try insert(db, run: db.lastInsertedRowID)
    return before?.digest != digest
  }

  private func insert(_ db: Database, run: Int64) throws {
    for finding in findings {
      let owner: [(any DatabaseValueConvertible)?] = [run]
      try db.cachedStatement(
        sql: """
          INSERT INTO rule_finding (run, \(FindingRow.columns))
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """
      ).execute(arguments: StatementArguments(owner + finding.values))
    }
    for key in withheld {
      try db.cachedStatement(sql: "INSERT INTO withholding VALUES (?, ?, ?)")
        .execute(arguments: [run, key.field.rawValue, key.breakdown.description])
    }
    for (key, decision) in accepted {
      try db.cachedStatement(sql: "INSERT INTO accepted_value VALUES (?, ?, ?, ?)")
        .execute(arguments: [
          run, key.field.rawValue, key.breakdown.description, decision.number,
        ])
    }
  }
}

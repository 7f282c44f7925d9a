package import Findings
import GRDB
package import Monitoring

extension Store {
  /// All that is to be said of a unit's form: what was found when it was read, what rules found,
  /// and `submission.undecided` when it is not known which of several files counts.
  package func findings(unit: UnitCode, period: Period) throws -> [Finding] {
    try read { db in
      try Self.findings(
        db, of: UnitPeriod(unit: unit, period: period),
        try Standings(db, unit: unit, period: period))
    }
  }

  /// The same of every unit and period of which a form came, in one consistent view.
  package func findings() throws -> [UnitPeriod: [Finding]] {
    try read { db in
      let groups = Dictionary(grouping: try Standings(db).submissions) { stored in
        UnitPeriod(unit: stored.submission.unit, period: stored.submission.period)
      }
      var found: [UnitPeriod: [Finding]] = [:]
      for (place, submissions) in groups {
        found[place] = try Self.findings(db, of: place, Standings(submissions: submissions))
      }
      return found
    }
  }

  private static func findings(
    _ db: Database, of place: UnitPeriod, _ standings: Standings
  ) throws -> [Finding] {
    var found: [Finding] = []
    for stored in standings.submissions {
      switch stored.standing {
      case .superseded, .closed: continue
      case .current, .undecided:
        // By the reading, for which there is an index.
        found += try findings(
          db, sql: "FROM reading_finding WHERE reading = ? AND submission = ? ORDER BY id",
          arguments: [stored.reading, stored.id])
      }
    }
    found += standings.undecided.map(\.finding)
    // What rules found belongs to values that counted then and do not now.
    guard standings.submissions.contains(where: { $0.standing == .current }) else { return found }
    return try found
      + findings(
        db,
        sql: """
          FROM rule_finding WHERE run = (SELECT id FROM rule_run WHERE unit = ? AND period = ?)
          ORDER BY id
          """, arguments: [place.unit.rawValue, place.period.year])
  }

  /// What the newest reading of a file found, before and after it was bound; without rules.
  package func findings(ofFile hash: String) throws -> [Finding] {
    try read { db in
      try Self.findings(
        db,
        sql: """
          FROM reading_finding WHERE reading = (
            SELECT reading FROM reading_pass WHERE hash = ? ORDER BY id DESC LIMIT 1)
          ORDER BY id
          """, arguments: [hash])
    }
  }

  private static func findings(
    _ db: Database, sql: String, arguments: StatementArguments
  ) throws -> [Finding] {
    try Row.fetchAll(
      db.cachedStatement(sql: "SELECT \(FindingRow.columns) \(sql)"), arguments: arguments
    ).map(FindingRow.finding)
  }
}

/// Files of one unit, period and form of which none is known to be the newest.
struct UndecidedFiles {
  var submissions: [StoredSubmission]

  /// `submission.undecided`: names no file as right.
  var finding: Finding {
    let one = submissions.first?.submission
    return Finding(
      code: "submission.undecided", severity: .error,
      key: FindingKey(
        unit: one?.unit.rawValue ?? "", period: one?.period.description ?? "",
        form: one?.form.rawValue ?? ""),
      arguments: [
        "unit": .text(one?.unit.rawValue ?? ""),
        "period": .text(one?.period.description ?? ""),
        "places": .list(submissions.map(\.submission.fileName)),
        "dates": .moments(submissions.map { $0.submission.modified ?? "–" }),
      ],
      origins: submissions.map {
        Origin(file: $0.submission.fileName, hash: $0.submission.fileHash)
      })
  }
}

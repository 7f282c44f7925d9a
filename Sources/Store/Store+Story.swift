import GRDB
package import Monitoring

/// A file that came for a unit's form.
package struct Arrival: Sendable, Hashable {
  package var submission: StoredSubmission
  /// The fields of values that it says otherwise than the version before, a field as often as it
  /// has such values; nil for the first version.
  package var changed: [FieldCode]?
}

/// A person's word on which of several files counts.
package struct FileChoice: Sendable, Hashable {
  package var unit: UnitCode
  package var period: Period
  package var form: FormCode
  /// SHA-256 of the file that counts.
  package var hash: String
  package var author: String
  package var reason: String
  /// ISO 8601, UTC.
  package var at: String
}

extension Store {
  /// Every version of every form with what it changed, by unit, period, form and version; only of
  /// one unit or period when these are given.
  package func arrivals(unit: UnitCode? = nil, period: Period? = nil) throws -> [Arrival] {
    try read { db in
      var arrivals: [Arrival] = []
      for stored in try Standings(db, unit: unit, period: period).submissions {
        let before = arrivals.last?.submission
        let isNext = before.map { $0.isOfForm(of: stored) } ?? false
        arrivals.append(
          Arrival(
            submission: stored,
            changed: isNext ? try before.map { try Self.differences(db, $0, stored) } : nil))
      }
      return arrivals
    }
  }

  /// Every choice between files, oldest first.
  package func choices() throws -> [FileChoice] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT unit, period, form, hash, author, reason, chosen FROM choice ORDER BY id
          """
      ).compactMap { row in
        Period(year: row[1]).map { period in
          FileChoice(
            unit: UnitCode(rawValue: row[0]), period: period, form: FormCode(rawValue: row[2]),
            hash: row[3], author: row[4], reason: row[5], at: row[6])
        }
      }
    }
  }

  /// The fields of values that two versions say otherwise: «46,0» says what 46 says, and an empty
  /// cell as little as none. A number stands in plain decimal (`ExactNumber.description`).
  private static func differences(
    _ db: Database, _ old: StoredSubmission, _ new: StoredSubmission
  ) throws -> [FieldCode] {
    func values(_ place: Int) -> String {
      """
      SELECT field, breakdown, state, kind,
        CASE WHEN kind = 'number' AND instr(value, '.') THEN rtrim(rtrim(value, '0'), '.')
          ELSE value END
      FROM observation WHERE submission = ?\(place) AND state <> 'missing'
      """
    }
    return try String.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT field FROM (
            SELECT field, breakdown FROM (\(values(1)) EXCEPT \(values(2)))
            UNION SELECT field, breakdown FROM (\(values(2)) EXCEPT \(values(1))))
          """), arguments: [old.id, new.id]
    ).map(FieldCode.init(rawValue:))
  }
}

extension StoredSubmission {
  fileprivate func isOfForm(of other: StoredSubmission) -> Bool {
    submission.unit == other.submission.unit && submission.period == other.submission.period
      && submission.form == other.submission.form
  }
}

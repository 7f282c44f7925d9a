import GRDB
package import Monitoring

extension Store {
  /// The current observations of a unit and period as they were read: what rules run on.
  package func observationsAsRead(unit: UnitCode, period: Period) throws -> [Observation] {
    try read { db in
      var found: [Observation] = []
      let reader = try ObservationReader(db)
      for submission in try StoredSubmission.current(db, unit: unit, period: period) {
        try reader.forEach(of: submission) { found.append($0) }
      }
      return found
    }
  }

  /// Whether the current forms of a unit and period say anything in one of these fields.
  package func hasObservations(
    of fields: Set<FieldCode>, unit: UnitCode, period: Period
  ) throws -> Bool {
    try read { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT 1 FROM observation WHERE submission = ? AND field = ? AND state <> 'missing' LIMIT 1
          """)
      return try StoredSubmission.current(db, unit: unit, period: period).contains { submission in
        try fields.contains { field in
          try Row.fetchOne(statement, arguments: [submission.id, field.rawValue]) != nil
        }
      }
    }
  }

  /// The current observations of a unit and period as they count: what an open error names is
  /// withheld.
  package func observations(unit: UnitCode, period: Period) throws -> [Observation] {
    try read { db in
      var found: [Observation] = []
      let submissions = try StoredSubmission.current(db, unit: unit, period: period)
      try Self.forEach(db, in: submissions, fields: nil) { found.append($0) }
      return found
    }
  }

  /// One current observation as it counts; nil when no current form says anything of it.
  package func observation(_ key: Observation.Key) throws -> Observation? {
    try read { db in
      var found: Observation?
      let submissions = try StoredSubmission.current(db, unit: key.unit, period: key.period)
      try Self.forEach(db, in: submissions, fields: [key.field]) {
        if $0.key == key { found = $0 }
      }
      return found
    }
  }

  /// Calls `body` with every current observation as it counts, ordered by unit, period, form,
  /// field and breakdown, one at a time; only of these fields and periods when any are named.
  package func forEachObservation(
    fields: Set<FieldCode>? = nil, periods: Set<Period>? = nil,
    _ body: (Observation) throws -> Void
  ) throws {
    try read { db in
      let submissions = try StoredSubmission.current(db).filter {
        periods?.contains($0.submission.period) ?? true
      }
      try Self.forEach(db, in: submissions, fields: fields, body)
    }
  }

  private static func forEach(
    _ db: Database, in submissions: [StoredSubmission], fields: Set<FieldCode>?,
    _ body: (Observation) throws -> Void
  ) throws {
    let reader = try ObservationReader(db)
    for submission in submissions {
      let withheld = try Withholding.keys(
        db, unit: submission.submission.unit, period: submission.submission.period)
      try reader.forEach(of: submission, fields: fields) { observation in
        guard case .given(let value) = observation.state, withheld.contains(observation.key) else {
          return try body(observation)
        }
        var counted = observation
        counted.state = .withheld(value)
        try body(counted)
      }
    }
  }
}

/// What rules withhold.
enum Withholding {
  /// The values of a unit and period that an open error of a rule names.
  static func keys(
    _ db: Database, unit: UnitCode, period: Period
  ) throws -> Set<Observation.Key> {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT w.field, w.breakdown FROM rule_run r JOIN withholding w ON w.run = r.id
          WHERE r.unit = ? AND r.period = ?
          """), arguments: [unit.rawValue, period.year])
    return Set(
      rows.map {
        Observation.Key(
          unit: unit, period: period, field: FieldCode(rawValue: $0[0]),
          breakdown: Breakdown($0[1] as String) ?? .whole)
      })
  }
}

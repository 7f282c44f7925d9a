import GRDB
package import Monitoring

extension Store {
  /// The current observations of a unit and period as they were read.
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

  /// The current observations of a unit and period as they were read and as the office put them
  /// right: what rules run on.
  package func observationsToCheck(unit: UnitCode, period: Period) throws -> [Observation] {
    try read { try Self.observationsToCheck($0, UnitPeriod(unit: unit, period: period)) }
  }

  /// The same of many units, in their order and in one consistent view.
  package func observationsToCheck(_ places: [UnitPeriod]) throws -> [[Observation]] {
    try read { db in try places.map { try Self.observationsToCheck(db, $0) } }
  }

  private static func observationsToCheck(
    _ db: Database, _ place: UnitPeriod
  ) throws -> [Observation] {
    var found: [Observation] = []
    let reader = try ObservationReader(db)
    for submission in try StoredSubmission.current(db, unit: place.unit, period: place.period) {
      var decisions = try OfficeDecisions(db, of: submission)
      try reader.forEach(of: submission) { found.append(decisions.applied(to: $0)) }
      found += decisions.rest
    }
    return found
  }

  /// The units and periods whose current forms say anything in one of these fields.
  package func places(saying fields: Set<FieldCode>) throws -> Set<UnitPeriod> {
    guard !fields.isEmpty else { return [] }
    return try read { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT 1 FROM observation WHERE submission = ? AND field = ? AND state <> 'missing' LIMIT 1
          """)
      let saying = try StoredSubmission.current(db).filter { stored in
        try fields.contains { field in
          try Row.fetchOne(statement, arguments: [stored.id, field.rawValue]) != nil
        }
      }
      return Set(
        saying.map { UnitPeriod(unit: $0.submission.unit, period: $0.submission.period) })
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

  /// The current observations of a unit and period as they count: corrected by the office, what an
  /// open error names and what was sent back withheld.
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
    let decided = try decidedPlaces(db)
    for submission in submissions {
      let owner = submission.submission
      let marks = try RuleMarks(db, unit: owner.unit, period: owner.period)
      var decisions = OfficeDecisions.none
      if decided.contains(UnitPeriod(unit: owner.unit, period: owner.period)) {
        decisions = try OfficeDecisions(db, of: submission)
      }
      let isReturned = decisions.isReturned
      try reader.forEach(of: submission, fields: fields) { observation in
        try body(
          marks.applied(to: decisions.applied(to: observation), isReturned: isReturned))
      }
      for observation in decisions.rest where fields?.contains(observation.key.field) ?? true {
        try body(marks.applied(to: observation, isReturned: isReturned))
      }
    }
  }
}

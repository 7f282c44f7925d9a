import GRDB
package import Monitoring

/// A version of a unit's form, as the register lists it.
package struct StoredVersion: Sendable, Hashable {
  package var unit: UnitCode
  package var form: FormCode
  /// From 1.
  package var number: Int
  /// Path below the inbox.
  package var file: String
  /// When it was first stored, however often it was read anew.
  package var received: String
}

/// What the register of forms asks of the store, each for all units of a period in one query.
extension Store {
  /// When each unit's first version of each form was first stored. A file that was read anew keeps
  /// its day; a file that turned out to be another unit's is not counted.
  package func arrivals(in period: Period) throws -> [UnitCode: [FormCode: String]] {
    try versions(in: period).reduce(into: [:]) { arrivals, version in
      let first = arrivals[version.unit]?[version.form] ?? version.received
      arrivals[version.unit, default: [:]][version.form] = min(first, version.received)
    }
  }

  /// Every version of every form of a period, by unit, form and version. A file that turned out to
  /// be another unit's is none of this one's versions.
  package func versions(in period: Period) throws -> [StoredVersion] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT s.unit, s.form, s.version, max(s.name), min(s.received) FROM submission s
          WHERE s.period = ? AND EXISTS (
            SELECT 1 FROM submission n
            WHERE n.unit = s.unit AND n.period = s.period AND n.form = s.form AND n.hash = s.hash
              AND n.reading = (
                SELECT p.reading FROM reading_pass p WHERE p.hash = n.hash ORDER BY p.id DESC LIMIT 1))
          GROUP BY s.unit, s.form, s.hash
          ORDER BY s.unit, s.form, s.version
          """, arguments: [period.year]
      ).map { row in
        StoredVersion(
          unit: UnitCode(rawValue: row[0]), form: FormCode(rawValue: row[1]), number: row[2],
          file: row[3], received: row[4])
      }
    }
  }

  /// The texts that current forms of a period give in these fields, as they were read; of several
  /// rows the first.
  package func texts(
    of fields: Set<FieldCode>, in period: Period
  ) throws -> [UnitCode: [FieldCode: String]] {
    guard !fields.isEmpty else { return [:] }
    return try read { db in
      var texts: [UnitCode: [FieldCode: String]] = [:]
      let marks = Array(repeating: "?", count: fields.count).joined(separator: ", ")
      let wanted = fields.sorted().map(\.rawValue)
      for row in try Row.fetchAll(
        db,
        sql: """
          SELECT s.unit, o.field, o.value FROM current s JOIN observation o ON o.submission = s.id
          WHERE s.period = ? AND o.field IN (\(marks)) AND o.kind = 'text' AND o.value IS NOT NULL
          ORDER BY s.unit, o.field, o.breakdown DESC
          """, arguments: StatementArguments([period.year]) + StatementArguments(wanted))
      {
        texts[UnitCode(rawValue: row[0]), default: [:]][FieldCode(rawValue: row[1])] = row[2]
      }
      return texts
    }
  }

  /// The decisions about a period's forms that hold: those that were not withdrawn, oldest first.
  package func decisions(in period: Period) throws -> [UnitCode: [JournalEntry]] {
    var decisions: [UnitCode: [JournalEntry]] = [:]
    for line in Journal(try journal(period: period)).holding {
      if let unit = line.unit { decisions[unit, default: []].append(line) }
    }
    return decisions
  }
}

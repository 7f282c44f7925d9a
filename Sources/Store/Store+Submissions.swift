import GRDB
package import Monitoring

/// A file that lay in the inbox, under one of its names.
package struct SeenFile: Sendable, Hashable {
  /// Path below the inbox.
  package var name: String
  package var hash: String
  /// Bytes.
  package var size: Int
  /// When it was first seen under this name.
  package var seen: String
  /// When its bytes were first seen, under whatever name.
  package var came: String
  /// The verdict of its newest reading; nil when it was only noted.
  package var verdict: String?
  /// Where its copy is kept, below the campaign's folder; nil for what was left alone.
  package var path: String?
  /// Units and periods that its newest reading was bound to.
  package var submissions: Int
  /// False when another file came later under the same name.
  package var isLatest: Bool
}

extension Store {
  /// Every version of every form, by unit, period, form and version; only of one unit or period
  /// when these are given.
  package func submissions(
    unit: UnitCode? = nil, period: Period? = nil
  ) throws -> [StoredSubmission] {
    try read { try Standings($0, unit: unit, period: period).submissions }
  }

  /// Every file that was ever seen, in the order in which they came.
  package func filesSeen() throws -> [SeenFile] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT g.name, f.hash, f.size, g.seen, f.first_seen, r.verdict, f.path,
            (SELECT count(*) FROM submission s WHERE s.reading = r.id),
            g.id = (SELECT max(n.id) FROM sighting n WHERE n.name = g.name)
          FROM sighting g JOIN file f ON f.hash = g.hash
          LEFT JOIN reading r ON r.id = (
            SELECT p.reading FROM reading_pass p WHERE p.hash = f.hash ORDER BY p.id DESC LIMIT 1)
          ORDER BY g.id
          """
      ).map {
        SeenFile(
          name: $0[0], hash: $0[1], size: $0[2], seen: $0[3], came: $0[4], verdict: $0[5],
          path: $0[6], submissions: $0[7], isLatest: $0[8])
      }
    }
  }

  /// Notes that a file lay in the inbox under this name, for files that need no reading since
  /// `isStored`. Writes nothing when that is known.
  package func note(name: String, hash: String, size: Int, now: String) throws {
    let path = received.path(of: hash)
    try write { db in
      try ReadingWriter(
        db: db, reading: FileReading(name: name, hash: hash, size: size, verdict: "", reader: ""),
        now: now
      ).noteFile(path: path)
    }
  }

  /// Records that a person says which file of a unit, period and form counts. Of the files that
  /// have come so far the others are set aside; one that comes later is compared with this one.
  package func choose(
    hash: String, unit: UnitCode, period: Period, form: FormCode, author: String, reason: String,
    now: String
  ) throws {
    try write { db in
      guard try !Self.isFrozen(period, db) else {
        throw StoreError(.closed, path: period.description, reason: "the period is closed")
      }
      let among = try Row.fetchOne(
        db,
        sql: """
          SELECT max(version), max(hash = ?4) FROM submission
          WHERE unit = ?1 AND period = ?2 AND form = ?3
          """, arguments: [unit.rawValue, period.year, form.rawValue, hash])
      guard let among, among[1] as Bool? == true else {
        throw StoreError(
          .contradiction, path: "\(unit), \(period), \(form)", reason: "has no file \(hash)")
      }
      try db.execute(
        sql: """
          INSERT INTO choice (unit, period, form, hash, among, author, reason, chosen)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          unit.rawValue, period.year, form.rawValue, hash, among[0] as Int, author, reason, now,
        ])
    }
  }
}

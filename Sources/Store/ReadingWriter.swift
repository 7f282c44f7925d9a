import Findings
import GRDB
import Monitoring

/// Writes one reading inside the transaction of `Store.append`.
struct ReadingWriter {
  let db: Database
  let reading: FileReading
  let now: String

  /// Notes the file and the name that it lay under; `path` is where its copy is kept.
  func noteFile(path: String?) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO file (hash, path, size, first_seen) VALUES (?, ?, ?, ?)
        ON CONFLICT (hash) DO UPDATE SET path = excluded.path
        WHERE path IS NULL AND excluded.path IS NOT NULL
        """
    ).execute(arguments: [reading.hash, path, reading.size, now])
    if reading.custody.holdsPersons {
      try db.cachedStatement(sql: "UPDATE file SET holds_persons = 1 WHERE hash = ?")
        .execute(arguments: [reading.hash])
    }
    let last = try String.fetchOne(
      db.cachedStatement(sql: "SELECT hash FROM sighting WHERE name = ? ORDER BY id DESC LIMIT 1"),
      arguments: [reading.name])
    guard last != reading.hash else { return }
    try db.cachedStatement(sql: "INSERT INTO sighting (name, hash, seen) VALUES (?, ?, ?)")
      .execute(arguments: [reading.name, reading.hash, now])
  }

  /// The newest reading of this file: its row, what it said and who read it; nil for the first.
  func newest() throws -> (id: Int64, digest: String, reader: String)? {
    try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT r.id, r.digest, p.reader FROM reading_pass p JOIN reading r ON r.id = p.reading
          WHERE p.hash = ? ORDER BY p.id DESC LIMIT 1
          """), arguments: [reading.hash]
    ).map { ($0[0], $0[1], $0[2]) }
  }

  /// Says that `reader` got the reading `id` from this file.
  func pass(_ id: Int64) throws {
    try db.cachedStatement(
      sql: "INSERT INTO reading_pass (hash, reading, reader, passed) VALUES (?, ?, ?, ?)"
    ).execute(arguments: [reading.hash, id, reading.reader, now])
  }

  /// Writes the reading with all that hangs on it and makes it the file's newest.
  func write(_ ready: ReadyReading) throws {
    try db.cachedStatement(
      sql: "INSERT INTO reading (hash, verdict, digest, read) VALUES (?, ?, ?, ?)"
    ).execute(arguments: [reading.hash, reading.verdict, ready.digest, now])
    let id = db.lastInsertedRowID
    try write(reading.findings, reading: id, submission: nil)
    for (contents, rows) in zip(reading.submissions, ready.rows) {
      let submission = try write(contents.submission, reading: id)
      try ObservationWriter(db).write(rows, of: submission)
      try write(contents.findings, reading: id, submission: submission)
    }
    try pass(id)
  }

  private func write(_ submission: Submission, reading id: Int64) throws -> Int64 {
    try db.cachedStatement(
      sql: """
        INSERT INTO submission (reading, hash, name, unit, period, form, form_version, version,
          producer, modified, modified_seconds, received)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7,
          coalesce(
            (SELECT max(version) FROM submission
             WHERE unit = ?4 AND period = ?5 AND form = ?6 AND hash = ?2),
            (SELECT max(version) + 1 FROM submission WHERE unit = ?4 AND period = ?5 AND form = ?6),
            1),
          ?8, ?9, ?10, ?11)
        """
    ).execute(arguments: [
      id, submission.fileHash, submission.fileName, submission.unit.rawValue,
      submission.period.year, submission.form.rawValue, submission.formVersion,
      submission.producer, submission.modified,
      submission.modified.flatMap { Instant($0)?.seconds }, now,
    ])
    return db.lastInsertedRowID
  }

  private func write(_ findings: [Finding], reading: Int64, submission: Int64?) throws {
    for finding in findings {
      let owner: [(any DatabaseValueConvertible)?] = [reading, submission]
      try db.cachedStatement(
        sql: """
          INSERT INTO reading_finding (reading, submission, \(FindingRow.columns))
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """
      ).execute(arguments: StatementArguments(owner + (try FindingRow(finding)).values))
    }
  }
}

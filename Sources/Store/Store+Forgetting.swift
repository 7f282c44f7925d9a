import Foundation
import GRDB

/// A file with rows of persons that the store has seen.
package struct PersonsFile: Sendable, Hashable {
  package var hash: String
  /// Bytes.
  package var size: Int
  /// Where its copy is kept, below the campaign's folder; nil when none is.
  package var path: String?
  /// Under which names it lay in the inbox.
  package var names: [String]
}

/// A line of the journal of what was destroyed.
package struct ForgottenFile: Sendable, Hashable {
  package var hash: String
  /// Bytes.
  package var size: Int
  /// Where it lay, below the campaign's folder.
  package var path: String
  /// When it was destroyed: the `now` of that call.
  package var forgotten: String

  package init(hash: String, size: Int, path: String, forgotten: String) {
    self.hash = hash
    self.size = size
    self.path = path
    self.forgotten = forgotten
  }
}

extension Store {
  /// Whether the file with this hash is known to hold rows of persons.
  package func holdsPersons(hash: String) throws -> Bool {
    try read { try Self.holdsPersons(hash: hash, $0) }
  }

  static func holdsPersons(hash: String, _ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT holds_persons FROM file WHERE hash = ?"),
      arguments: [hash]) ?? false
  }

  /// Whether a copy of this file was destroyed: then none is kept again.
  package func isForgotten(hash: String) throws -> Bool {
    try read { db in
      try Bool.fetchOne(
        db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM forgotten WHERE hash = ?)"),
        arguments: [hash]) ?? false
    }
  }

  /// Every file that holds rows of persons, by hash, whether a copy is kept or not.
  package func personsFiles() throws -> [PersonsFile] {
    let rows = try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT f.hash, f.size, f.path, (
            SELECT group_concat(name, char(10)) FROM (
              SELECT DISTINCT name FROM sighting g WHERE g.hash = f.hash ORDER BY name))
          FROM file f WHERE f.holds_persons ORDER BY f.hash
          """
      ).map {
        (
          hash: $0[0] as String, size: $0[1] as Int, path: $0[2] as String?,
          names: $0[3] as String?
        )
      }
    }
    return rows.map { row in
      PersonsFile(
        hash: row.hash, size: row.size, path: received.path(of: row.hash) ?? row.path,
        names: (row.names ?? "").split(separator: "\n").map(String.init))
    }
  }

  /// Destroys the kept copy of a file and what earlier readings of it left, and notes it in the
  /// journal. The hash and the counts of its newest reading stay.
  /// - Returns: the journal's line; nil when no copy was kept.
  package func forget(_ file: PersonsFile, now: String) throws -> ForgottenFile? {
    guard let path = file.path else { return nil }
    try received.remove(file.hash)
    let line = ForgottenFile(hash: file.hash, size: file.size, path: path, forgotten: now)
    try write { db in
      try db.execute(sql: "UPDATE file SET path = NULL WHERE hash = ?", arguments: [file.hash])
      try Self.dropEarlierReadings(db, of: file.hash)
      try Self.insert(line, db)
    }
    return line
  }

  /// Notes in the journal what was destroyed elsewhere than in `received/`.
  package func noteForgotten(_ line: ForgottenFile) throws {
    try write { try Self.insert(line, $0) }
  }

  /// The journal, oldest first.
  package func forgottenFiles() throws -> [ForgottenFile] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT hash, size, path, forgotten FROM forgotten ORDER BY id")
        .map { ForgottenFile(hash: $0[0], size: $0[1], path: $0[2], forgotten: $0[3]) }
    }
  }

  private static func insert(_ line: ForgottenFile, _ db: Database) throws {
    try db.execute(
      sql: "INSERT INTO forgotten (hash, size, path, forgotten) VALUES (?, ?, ?, ?)",
      arguments: [line.hash, line.size, line.path, line.forgotten])
  }

  /// What a file said when it was not yet known as a roster may quote its cells.
  private static func dropEarlierReadings(_ db: Database, of hash: String) throws {
    let earlier = """
      SELECT id FROM reading WHERE hash = ?1 AND id <> (
        SELECT reading FROM reading_pass WHERE hash = ?1 ORDER BY id DESC LIMIT 1)
      """
    // What a closed period stands on stays: its counts, not the words that were found.
    let free = """
      \(earlier) AND id NOT IN (
        SELECT s.reading FROM submission s JOIN frozen f ON f.period = s.period
        WHERE s.id <= f.submission)
      """
    for sql in [
      "DELETE FROM reading_finding WHERE reading IN (\(earlier))",
      """
      DELETE FROM observation WHERE submission IN (
        SELECT id FROM submission WHERE reading IN (\(free)))
      """,
      "DELETE FROM submission WHERE reading IN (\(free))",
      "DELETE FROM reading_pass WHERE reading IN (\(free))",
      "DELETE FROM reading WHERE id IN (\(free))",
    ] {
      try db.execute(sql: sql, arguments: [hash])
    }
  }
}

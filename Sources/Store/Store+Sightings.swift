import GRDB
package import Monitoring

/// A form of a file that lay in the inbox under a name of its own.
package struct SeenForm: Sendable, Hashable {
  /// Path below the inbox.
  package var name: String
  /// The name under which the same bytes lay there before; nil where they came for the first time.
  package var earlier: String?
  package var unit: UnitCode
  package var period: Period
  /// SHA-256.
  package var hash: String
}

extension Store {
  /// The forms of the files that were first seen under their names at a moment, by its stamp, in
  /// the order in which they came.
  package func formsSeen(at stamp: String) throws -> [SeenForm] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          WITH first AS (SELECT hash, min(id) AS id FROM sighting GROUP BY hash)
          SELECT g.name, e.name, s.unit, s.period, s.hash
          FROM sighting g JOIN submission s ON s.reading = (
            SELECT p.reading FROM reading_pass p WHERE p.hash = g.hash ORDER BY p.id DESC LIMIT 1)
          LEFT JOIN first f ON f.hash = g.hash AND f.id < g.id
          LEFT JOIN sighting e ON e.id = f.id
          WHERE g.seen = ? ORDER BY g.id, s.id
          """, arguments: [stamp]
      ).compactMap { row in
        Period(year: row[3]).map { period in
          SeenForm(
            name: row[0], earlier: row[1], unit: UnitCode(rawValue: row[2]), period: period,
            hash: row[4])
        }
      }
    }
  }
}

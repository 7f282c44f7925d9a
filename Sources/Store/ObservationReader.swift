import Findings
import GRDB
import Monitoring

/// Reads the observations of submissions back, by field and breakdown.
struct ObservationReader {
  private let db: Database
  private let statement: GRDB.Statement

  init(_ db: Database) throws {
    self.db = db
    statement = try db.cachedStatement(
      sql: """
        SELECT field, breakdown, state, kind, value, sheet, cell, raw, decimals, file, hash
        FROM observation WHERE submission = ? ORDER BY field, breakdown
        """)
  }

  /// The observations of a submission as they were read, without what rules withhold; only of
  /// these fields when any are named.
  func forEach(
    of submission: StoredSubmission, fields: Set<FieldCode>? = nil,
    _ body: (Observation) throws -> Void
  ) throws {
    let owner = submission.submission
    // The rows of a table are those of its other columns too.
    var breakdowns: [String: Breakdown] = [:]
    let rows = try Row.fetchCursor(statement, arguments: [submission.id])
    while let row = try rows.next() {
      let field = FieldCode(rawValue: row[0])
      if let fields, !fields.contains(field) { continue }
      let text: String = row[1]
      guard let breakdown = breakdowns[text] ?? Breakdown(text),
        let state = ObservationRow.state(row[2], kind: row[3], value: row[4])
      else {
        throw DatabaseError(
          resultCode: .SQLITE_CORRUPT,
          message: "\(field) of \(owner.unit), \(owner.period) has no readable state")
      }
      breakdowns[text] = breakdown
      let sheet: String? = row[5]
      try body(
        Observation(
          key: Observation.Key(
            unit: owner.unit, period: owner.period, field: field,
            breakdown: breakdown),
          state: state,
          origin: sheet.map {
            Origin(
              file: row[9] ?? owner.fileName, hash: row[10] ?? owner.fileHash, sheet: $0,
              cell: row[6], rawText: row[7], decimals: row[8])
          }))
    }
  }
}

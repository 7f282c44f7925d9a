import GRDB

/// Writes the observations of a submission inside a transaction.
struct ObservationWriter {
  private let statement: GRDB.Statement

  init(_ db: Database) throws {
    statement = try db.cachedStatement(
      sql: "INSERT INTO observation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
  }

  func write(_ rows: [ObservationRow], of submission: Int64) throws {
    for row in rows { try write(row, of: submission) }
  }

  /// There are as many values as places: that need not be looked at for each of a hundred rows.
  private func write(_ row: ObservationRow, of submission: Int64) throws {
    statement.setUncheckedArguments([
      submission, row.field, row.breakdown, row.state, row.kind, row.value, row.sheet, row.cell,
      row.raw, row.decimals, row.file, row.hash,
    ])
    try statement.execute()
  }
}

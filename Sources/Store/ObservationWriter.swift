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

  /// Binds each column by itself: an array of arguments, checked and copied, takes longer than
  /// SQLite does, and a form has more than a hundred rows.
  private func write(_ row: ObservationRow, of submission: Int64) throws {
    // Resets the statement and clears what was bound before.
    statement.setUncheckedArguments([])
    bind(submission, 1)
    bind(row.field, 2)
    bind(row.breakdown, 3)
    bind(row.state, 4)
    bind(row.kind, 5)
    bind(row.value, 6)
    bind(row.sheet, 7)
    bind(row.cell, 8)
    bind(row.raw, 9)
    bind(row.decimals, 10)
    bind(row.file, 11)
    bind(row.hash, 12)
    try statement.execute()
  }

  /// What is not there stays null.
  private func bind(_ value: (some StatementBinding)?, _ column: CInt) {
    _ = unsafe value?.bind(to: statement.sqliteStatement, at: column)
  }
}

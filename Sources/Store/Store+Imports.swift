import ExactNumbers
import Findings
import GRDB
package import Monitoring

/// The results of an earlier year, taken over from a signed table.
package struct ImportedResults: Sendable, Hashable {
  /// Who took them over, when and why; its hash is that of the kept file.
  package var entry: JournalEntry
  /// The file's name, as it was given.
  package var file: String
  /// By address; each knows its cell.
  package var values: [IndicatorValue]
}

extension Store {
  /// Takes over the values of a signed table, whose file was kept before, in one transaction.
  ///
  /// - Returns: the line of the journal.
  /// - Throws: `StoreError.contradiction` for a period that has forms and no import that holds: what
  ///   can be traced to its cells is not replaced by what cannot.
  @discardableResult
  package func importResults(
    _ values: [IndicatorValue], of period: Period, file: String, hash: String, author: String,
    reason: String, now: String
  ) throws -> Int {
    guard path(of: hash) != nil else {
      throw StoreError(.contradiction, path: file, reason: "was not kept before it was imported")
    }
    return try write { db in
      let isHeld = try Self.held(db).contains { $0.period == period }
      guard try isHeld || !Self.hasForms(period, db) else {
        throw StoreError(
          .contradiction, path: period.description, reason: "has forms, and is reckoned from them")
      }
      let line = try Self.append(
        JournalEntry(
          at: now, author: author, reason: reason, act: .importResults(hash: hash), period: period),
        db)
      try db.execute(
        sql: "INSERT INTO imported_table VALUES (?, ?)", arguments: [line, file])
      let statement = try db.cachedStatement(
        sql: "INSERT INTO imported_value VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      for value in values {
        guard let imported = value.imported else { continue }
        try statement.execute(arguments: [
          line, value.address.description, value.kind.rawValue, value.state.rawValue,
          value.numerator.description, value.denominator?.description,
          imported.percent?.description, imported.decimals, imported.origin.sheet,
          imported.origin.cell, imported.origin.rawText,
        ])
      }
      return line
    }
  }

  /// The newest import of each period that was not taken back, also of one whose forms come later:
  /// signed results do not vanish because a school sends last year's blank. Oldest period first.
  package func imports() throws -> [ImportedResults] {
    try read { db in try Self.held(db).map { try Self.imported($0.entry, db) } }
  }

  private static func held(_ db: Database) throws -> [(period: Period, entry: JournalEntry)] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT id, \(JournalRow.columns) FROM journal WHERE unit IS NULL ORDER BY id")
    let held = Journal(try rows.map(JournalRow.entry)).holding.filter(\.act.isImport)
    let newest = Dictionary(held.map { ($0.period, $0) }, uniquingKeysWith: { _, last in last })
    return newest.values.compactMap { entry in
      entry.period.map { (period: $0, entry: entry) }
    }.sorted { $0.period < $1.period }
  }

  /// Takes an import back by a line of its own.
  /// - Returns: the line of the journal.
  /// - Throws: `StoreError.contradiction` for a line that is none of an import, or taken back.
  @discardableResult
  package func withdrawImport(
    _ line: Int, author: String, reason: String, now: String
  ) throws -> Int {
    try write { db in
      let entry = try Self.withdrawable(line, db, kind: \.isImport)
      return try Self.insert(
        JournalEntry(
          at: now, author: author, reason: reason, act: .withdraw(line), period: entry.period), db)
    }
  }

  /// Whether any form of a period came, whatever became of it.
  package func hasForms(_ period: Period) throws -> Bool {
    try read { try Self.hasForms(period, $0) }
  }

  private static func hasForms(_ period: Period, _ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM submission WHERE period = ?)",
      arguments: [period.year]) ?? false
  }

  private static func imported(_ entry: JournalEntry, _ db: Database) throws -> ImportedResults {
    let name = try String.fetchOne(
      db, sql: "SELECT name FROM imported_table WHERE journal = ?", arguments: [entry.number])
    var hash = ""
    if case .importResults(let kept) = entry.act { hash = kept }
    let values = try Row.fetchAll(
      db,
      sql: """
        SELECT address, kind, state, numerator, denominator, percent, decimals, sheet, cell, raw
        FROM imported_value WHERE journal = ? ORDER BY address
        """, arguments: [entry.number]
    ).map { row in
      try value(row, line: entry.number, file: name ?? "", hash: hash)
    }
    return ImportedResults(entry: entry, file: name ?? "", values: values)
  }

  private static func value(
    _ row: Row, line: Int, file: String, hash: String
  ) throws -> IndicatorValue {
    guard let address = ValueAddress(row[0] as String),
      let kind = Indicator.Kind(rawValue: row[1]),
      let state = IndicatorValue.State(rawValue: row[2]),
      let numerator = ExactNumber(row[3] as String)
    else {
      throw DatabaseError(
        resultCode: .SQLITE_CORRUPT,
        message: "an imported value at \(row[0] as String) is unreadable")
    }
    return IndicatorValue(
      address: address, kind: kind, state: state, numerator: numerator,
      denominator: (row[4] as String?).flatMap { ExactNumber($0) }, coverage: Coverage(),
      imported: IndicatorValue.Imported(
        line: line, percent: (row[5] as String?).flatMap { ExactNumber($0) }, decimals: row[6],
        origin: Origin(
          file: file, hash: hash, sheet: row[7], cell: row[8], rawText: row[9], decimals: row[6])))
  }
}

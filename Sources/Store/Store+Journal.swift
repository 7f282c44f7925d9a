import GRDB
package import Monitoring

extension Store {
  /// Appends a line to the journal, synced on return.
  /// - Returns: its number.
  /// - Throws: `StoreError.closed` for a decision about a closed period;
  ///   `StoreError.contradiction` for a withdrawal of a line that is not there, is withdrawn
  ///   already, or is none that can be withdrawn.
  @discardableResult
  package func write(_ entry: JournalEntry) throws -> Int {
    try write { db in try Self.append(entry, db) }
  }

  /// Appends lines to the journal, all of them or none.
  /// - Returns: their numbers.
  @discardableResult
  package func write(_ entries: [JournalEntry]) throws -> [Int] {
    try write { db in try entries.map { try Self.append($0, db) } }
  }

  /// The lines of the journal, oldest first; only of one unit or period when these are given.
  package func journal(unit: UnitCode? = nil, period: Period? = nil) throws -> [JournalEntry] {
    try read { try Self.entries($0, unit: unit, period: period) }
  }

  /// The lines about a unit's form that hold: those that were not withdrawn, oldest first.
  package func decisions(unit: UnitCode, period: Period) throws -> [JournalEntry] {
    try read { try Self.decisions($0, UnitPeriod(unit: unit, period: period)) }
  }

  /// The units and periods about which any line of the journal speaks.
  package func decidedPlaces() throws -> Set<UnitPeriod> {
    try read { try Self.decidedPlaces($0) }
  }

  static func decidedPlaces(_ db: Database) throws -> Set<UnitPeriod> {
    Set(
      try Row.fetchAll(
        db.cachedStatement(
          sql: "SELECT DISTINCT unit, period FROM journal WHERE unit IS NOT NULL")
      ).compactMap { row in
        (row[1] as Int?).flatMap { Period(year: $0) }
          .map { UnitPeriod(unit: UnitCode(rawValue: row[0]), period: $0) }
      })
  }

  static func decisions(_ db: Database, _ place: UnitPeriod) throws -> [JournalEntry] {
    Journal(try entries(db, unit: place.unit, period: place.period)).holding
  }

  static func entries(
    _ db: Database, unit: UnitCode?, period: Period?
  ) throws -> [JournalEntry] {
    let place = StoredSubmission.Place(unit: unit, period: period)
    return try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id, \(JournalRow.columns) FROM journal s WHERE \(place.condition) ORDER BY id
          """), arguments: place.arguments
    ).map(JournalRow.entry)
  }

  /// Within a transaction.
  static func append(_ entry: JournalEntry, _ db: Database) throws -> Int {
    var entry = entry
    if case .withdraw(let line) = entry.act {
      let withdrawn = try withdrawable(line, db)
      (entry.unit, entry.period, entry.form) = (withdrawn.unit, withdrawn.period, withdrawn.form)
    }
    if entry.unit != nil, let period = entry.period, try isFrozen(period, db) {
      throw StoreError(.closed, path: period.description, reason: "the period is closed")
    }
    return try insert(entry, db)
  }

  /// Within a transaction, by a caller that knows that the line may stand.
  static func insert(_ entry: JournalEntry, _ db: Database) throws -> Int {
    let values = JournalRow.values(of: entry, versions: try versions(of: entry, db))
    let marks = Array(repeating: "?", count: values.count).joined(separator: ", ")
    try db.cachedStatement(sql: "INSERT INTO journal (\(JournalRow.columns)) VALUES (\(marks))")
      .execute(arguments: StatementArguments(values))
    return Int(db.lastInsertedRowID)
  }

  /// How many versions of the form had come; nil for what is about none.
  private static func versions(of entry: JournalEntry, _ db: Database) throws -> Int? {
    guard let unit = entry.unit, let period = entry.period, let form = entry.form else {
      return nil
    }
    return try Int.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT coalesce(max(version), 0) FROM submission
          WHERE unit = ? AND period = ? AND form = ?
          """), arguments: [unit.rawValue, period.year, form.rawValue])
  }

  /// The line that is to be withdrawn: what takes it back is about the same unit and period.
  /// - Parameter kind: whether a line is one of those that the caller takes back.
  static func withdrawable(
    _ line: Int, _ db: Database, kind: (JournalEntry.Act) -> Bool = \.canBeWithdrawn
  ) throws -> JournalEntry {
    func refusal(_ reason: String) -> StoreError {
      StoreError(.contradiction, path: "line \(line)", reason: reason)
    }
    let rows = try Row.fetchAll(
      db,
      sql:
        "SELECT id, \(JournalRow.columns) FROM journal WHERE id = ?1 OR withdraws = ?1 ORDER BY id",
      arguments: [line])
    let journal = Journal(try rows.map(JournalRow.entry))
    guard let entry = journal[line] else { throw refusal("is not in the journal") }
    guard kind(entry.act) else { throw refusal("is none that can be withdrawn") }
    guard journal.withdrawal(of: line) == nil else { throw refusal("was withdrawn already") }
    return entry
  }
}

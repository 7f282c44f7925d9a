import ExactNumbers
import GRDB
package import Monitoring

/// The results of a period as they were when it was closed.
package struct SignedResults: Sendable, Hashable {
  /// The line of the journal that closed it: who, when and why.
  package var entry: JournalEntry
  /// By address, the term `.value`.
  package var values: [ValueAddress: IndicatorValue]
}

extension Store {
  /// The periods that are closed, oldest first.
  package func closedPeriods() throws -> [Period] {
    try read { db in
      try Int.fetchAll(db, sql: "SELECT period FROM frozen ORDER BY period")
        .compactMap { Period(year: $0) }
    }
  }

  /// Closes a period and keeps its results, in one transaction: what counts in it stays as it is
  /// until `unlock`, whatever comes and however it is read.
  ///
  /// - Parameter state: how far the store had come when `values` were reckoned; nil where nobody
  ///   else can write.
  /// - Returns: the line of the journal.
  /// - Throws: `StoreError.closed` for a period that is closed already; `StoreError.changed` when
  ///   something was stored since `state`: what is signed must be what counts.
  @discardableResult
  package func lock(
    _ period: Period, values: [IndicatorValue], since state: StoreState? = nil, author: String,
    reason: String, now: String
  ) throws -> Int {
    try write { db in
      guard try !Self.isFrozen(period, db) else {
        throw StoreError(.closed, path: period.description, reason: "the period is closed")
      }
      if let state, try StoreState(db, period: period) != state {
        throw StoreError(
          .changed, path: period.description, reason: "something was stored meanwhile")
      }
      let line = try Self.append(
        JournalEntry(at: now, author: author, reason: reason, act: .lock, period: period), db)
      try db.execute(
        sql: """
          INSERT INTO frozen (period, journal, submission, pass) VALUES (?, ?,
            (SELECT coalesce(max(id), 0) FROM submission),
            (SELECT coalesce(max(id), 0) FROM reading_pass))
          """, arguments: [period.year, line])
      let statement = try db.cachedStatement(
        sql: "INSERT INTO signed_value VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      for value in values {
        let coverage = value.coverage
        try statement.execute(arguments: [
          line, value.address.description, value.kind.rawValue, value.state.rawValue,
          value.numerator.description, value.denominator?.description, coverage.expected,
          coverage.given, coverage.missing, coverage.notApplicable, coverage.unreadable,
          coverage.withheld,
        ])
      }
      return line
    }
  }

  /// Opens a closed period again; its signed results stay.
  /// - Throws: `StoreError.contradiction` for a period that is open.
  @discardableResult
  package func unlock(
    _ period: Period, author: String, reason: String, now: String
  ) throws -> Int {
    try write { db in
      guard try Self.isFrozen(period, db) else {
        throw StoreError(
          .contradiction, path: period.description, reason: "the period is not closed")
      }
      try db.execute(sql: "DELETE FROM frozen WHERE period = ?", arguments: [period.year])
      return try Self.append(
        JournalEntry(at: now, author: author, reason: reason, act: .unlock, period: period), db)
    }
  }

  /// Every set of results that was signed for a period, oldest first.
  package func signings(of period: Period) throws -> [JournalEntry] {
    try journal(period: period).filter { $0.act == .lock }
  }

  /// The results that a line of the journal signed; nil for a line that signed none.
  package func signedResults(_ line: Int) throws -> SignedResults? {
    try read { db in
      guard
        let row = try Row.fetchOne(
          db, sql: "SELECT id, \(JournalRow.columns) FROM journal WHERE id = ?", arguments: [line])
      else { return nil }
      let entry = try JournalRow.entry(row)
      guard entry.act == .lock else { return nil }
      let values = try Row.fetchAll(
        db,
        sql: """
          SELECT address, kind, state, numerator, denominator, expected, given, missing, not_applicable,
            unreadable, withheld
          FROM signed_value WHERE journal = ? ORDER BY address
          """, arguments: [line]
      ).map(Self.signedValue)
      return SignedResults(
        entry: entry,
        values: Dictionary(
          values.map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first }))
    }
  }

  static func isFrozen(_ period: Period, _ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM frozen WHERE period = ?)"),
      arguments: [period.year]) ?? false
  }

  private static func signedValue(_ row: Row) throws -> IndicatorValue {
    guard let address = ValueAddress(row[0] as String),
      let kind = Indicator.Kind(rawValue: row[1]),
      let state = IndicatorValue.State(rawValue: row[2]),
      let numerator = ExactNumber(row[3] as String)
    else {
      throw DatabaseError(
        resultCode: .SQLITE_CORRUPT, message: "a signed value at \(row[0] as String) is unreadable")
    }
    var coverage = Coverage()
    (coverage.expected, coverage.given, coverage.missing) = (row[5], row[6], row[7])
    (coverage.notApplicable, coverage.unreadable, coverage.withheld) = (row[8], row[9], row[10])
    // What was given and could not be read was signed as no data once; it is the same value.
    let isUnread = state == .noData && coverage.unreadable > 0
    return IndicatorValue(
      address: address, kind: kind, state: isUnread ? .withheld : state, numerator: numerator,
      denominator: (row[4] as String?).flatMap { ExactNumber($0) }, coverage: coverage)
  }
}

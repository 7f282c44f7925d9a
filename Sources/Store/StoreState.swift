import GRDB
package import Monitoring

/// How far a store had come in all that decides what counts in a period: two that are equal had
/// the same results.
package struct StoreState: Sendable, Hashable {
  /// The last rows of what is only appended to.
  private let submission: Int
  private let pass: Int
  private let choice: Int
  private let journal: Int
  /// What the rules found: these rows are replaced, so that their numbers would not tell.
  private let rules: String

  init(_ db: Database, period: Period) throws {
    func last(_ table: String) throws -> Int {
      try Int.fetchOne(db, sql: "SELECT coalesce(max(id), 0) FROM \(table)") ?? 0
    }
    submission = try last("submission")
    pass = try last("reading_pass")
    choice = try last("choice")
    journal = try last("journal")
    var digest = Digest()
    let runs = try Row.fetchCursor(
      db, sql: "SELECT unit, digest FROM rule_run WHERE period = ? ORDER BY unit",
      arguments: [period.year])
    while let run = try runs.next() {
      digest.add(run[0] as String)
      digest.add(run[1] as String)
    }
    rules = digest.text
  }
}

extension Store {
  /// What decides now about the results of a period.
  package func state(of period: Period) throws -> StoreState {
    try read { try StoreState($0, period: period) }
  }
}

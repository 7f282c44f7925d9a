import GRDB

/// Which files were stored when a run began, and by which reader: asked of every file of an inbox,
/// by many tasks at once, none of which has to wait for the database.
package struct StoredFiles: Sendable {
  private struct Known: Sendable {
    var reader: String
    var path: String?
    var size: Int
  }

  private let known: [String: Known]
  private let received: ReceivedFiles

  init(_ db: Database, received: ReceivedFiles) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT p.hash, p.reader, f.path, f.size FROM reading_pass p JOIN file f ON f.hash = p.hash
        WHERE p.id = (SELECT max(n.id) FROM reading_pass n WHERE n.hash = p.hash)
        """)
    var known: [String: Known] = [:]
    while let row = try rows.next() {
      known[row[0]] = Known(reader: row[1], path: row[2], size: row[3])
    }
    self.known = known
    self.received = received
  }

  /// See `Store.isStored`.
  package func isStored(hash: String, reader: String) -> Bool {
    guard let file = known[hash], file.reader == reader else { return false }
    return file.path.map { received.size(of: $0) == file.size } ?? true
  }
}

extension Store {
  /// What is stored now; what comes later is not in it.
  package func storedFiles() throws -> StoredFiles {
    try read { try StoredFiles($0, received: received) }
  }
}

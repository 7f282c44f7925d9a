import Foundation
import GRDB

/// What a campaign knows: every file that came, what was read from it, what was found.
///
/// One SQLite file, `svodka.sqlite`, in the campaign's folder, and `received/` beside it; paths
/// inside are relative to that folder. Append-only: what is current is a view. Every call that
/// writes is one transaction and synced to disk when it returns; a process that is killed leaves
/// either all of it or nothing. Safe to use from several tasks, and from several processes, which
/// wait for one another. Throws `StoreError`.
package struct Store: Sendable {
  /// The database's name in the campaign's folder.
  package static let fileName = "svodka.sqlite"

  /// The campaign's folder, an absolute path.
  package let folder: String
  let received: ReceivedFiles
  private let queue: DatabaseQueue
  private let limits: StoreLimits

  /// Whether a campaign's folder holds a store.
  package static func exists(in folder: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(folder)/\(fileName)")
  }

  /// Opens the store of a campaign's folder, which exists; makes the store when there is none.
  package init(folder: String, limits: StoreLimits = StoreLimits()) throws {
    let path = "\(folder)/\(Self.fileName)"
    var configuration = Configuration()
    configuration.label = "svodka"
    configuration.busyMode = .timeout(limits.busySeconds)
    configuration.prepareDatabase { db in
      // A write-ahead log costs one sync a form; FULL makes that sync come before the answer.
      try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
    }
    self.folder = folder
    self.limits = limits
    received = ReceivedFiles(folder: folder, limits: limits)
    do {
      queue = try Self.patiently(for: limits.busySeconds) {
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        let migrator = Schema.migrator
        if try queue.read(migrator.hasBeenSuperseded) {
          throw StoreError(
            .newer, path: path, reason: "was written by a newer svodka; update this one")
        }
        try Self.bringUpToDate(queue, by: migrator)
        return queue
      }
    } catch let error as DatabaseError {
      throw StoreError(error, path: path, limits: limits)
    }
    received.sweep()
  }

  /// Tries again while another process has the database: SQLite waits by itself but for the change to
  /// a write-ahead log, which it refuses at once while another opens the same new file.
  private static func patiently<Value>(
    for seconds: Double, _ work: () throws -> Value
  ) throws -> Value {
    let end = ContinuousClock.now + .seconds(seconds)
    while true {
      do {
        return try work()
      } catch let error as DatabaseError
        where error.resultCode == .SQLITE_BUSY && ContinuousClock.now < end
      {
        usleep(20_000)
      }
    }
  }

  /// Two processes that open a store at once both set out to bring it up to date, and the slower
  /// one finds a step done that it meant to do. Each step is one transaction: it looks again and
  /// goes on behind the other.
  private static func bringUpToDate(
    _ queue: DatabaseQueue, by migrator: DatabaseMigrator
  ) throws {
    for _ in migrator.migrations {
      do {
        return try migrator.migrate(queue)
      } catch let error as DatabaseError
        where [.SQLITE_ERROR, .SQLITE_CONSTRAINT].contains(error.resultCode)
      {
        continue
      }
    }
    try migrator.migrate(queue)
  }

  /// SHA-256 of a file's bytes in lower-case hexadecimal, as the store names files.
  package static func hash(of bytes: [UInt8]) -> String { ReceivedFiles.hash(of: bytes) }

  /// Keeps a submitted file for good and returns its hash. `name` lends the copy its extension.
  /// Keeping the same bytes again changes nothing. On return the copy is synced to disk.
  package func keep(_ bytes: [UInt8], name: String) throws -> String {
    try received.keep(bytes, name: name)
  }

  /// Writes the copy of a submitted file without giving it its place yet: `append` does, when it
  /// stores what was read from it. Until then a killed process leaves nothing but a draft.
  package func draft(_ bytes: [UInt8], hash: String, name: String) throws -> DraftCopy {
    try received.draft(bytes, hash: hash, name: name)
  }

  /// The bytes of a kept file, proved to be those that were submitted.
  package func bytes(of hash: String) throws -> [UInt8] { try received.bytes(of: hash) }

  /// Where the kept copy of a file lies, below the campaign's folder; nil when it was not kept.
  package func path(of hash: String) -> String? { received.path(of: hash) }

  /// What is wrong with the store, in English; empty when all is well. Reads every kept file.
  package func faults() throws -> [String] {
    var faults = try read { db in
      try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
        + Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { "broken reference: \($0)" }
    }
    let kept = try read { db in
      try String.fetchAll(db, sql: "SELECT hash FROM file WHERE path IS NOT NULL ORDER BY hash")
    }
    for hash in kept {
      do {
        _ = try bytes(of: hash)
      } catch let error as StoreError {
        faults.append(error.description)
      }
    }
    return faults
  }

  /// Reads in one consistent view of the database.
  ///
  /// `DatabaseQueue.read` would set `PRAGMA query_only` before and after, which makes SQLite compile
  /// every prepared statement anew: more than all that is read for a form.
  func read<Value>(_ work: (Database) throws -> Value) throws -> Value {
    try translating {
      try queue.unsafeRead { db in
        var value: Value?
        try db.inTransaction(.deferred) {
          value = try work(db)
          return .commit
        }
        guard let value else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
        return value
      }
    }
  }

  /// Writes in one transaction: all of it is on the disk afterwards, or nothing.
  func write<Value>(_ work: (Database) throws -> Value) throws -> Value {
    try translating { try queue.write(work) }
  }

  /// Writes the database anew without the pages and the log that hold what was deleted.
  package func compact() throws {
    try translating {
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA secure_delete = ON; VACUUM")
        try db.checkpoint(.truncate)
      }
    }
  }

  private func translating<Value>(_ work: () throws -> Value) throws -> Value {
    do {
      return try work()
    } catch let error as DatabaseError {
      throw StoreError(error, path: "\(folder)/\(Self.fileName)", limits: limits)
    }
  }
}

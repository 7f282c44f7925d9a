import ExactNumbers
import Foundation
import GRDB
import Monitoring
import Testing

@testable import Store

@Suite struct DurabilityTests {
  @Test func syncsBeforeItAnswers() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    // https://www.sqlite.org/pragma.html#pragma_synchronous: FULL is 2.
    #expect(try store.read { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)
    #expect(try store.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
  }

  @Test func hasAllOfAFormAfterAKillRightAfterItsAnswer() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    try Form(file: "a").store(in: store)
    // The store is still open: nothing was tidied up.
    let left = try folder.snapshot()
    let again = try Store(folder: left.path)
    #expect(try again.number("staff_total") == 20)
    #expect(try again.faults().isEmpty)
  }

  @Test func hasNothingOfAFormAfterAKillInItsMiddle() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    try Form(file: "a").store(in: store)
    let values = Dictionary(uniqueKeysWithValues: (0..<2000).map { ("field-\($0)", $0) })
    let second = Form(file: "b", modified: "2021-05-05", values: values)
    let hash = try store.keep(Array("b".utf8), name: "b.xlsx")
    var left: [Folder] = []
    #expect(throws: CancellationError.self) {
      try store.write { db in
        // A page cache of a few pages makes SQLite write out before the commit.
        try db.execute(sql: "PRAGMA cache_size = 5; PRAGMA cache_spill = 1")
        let writer = ReadingWriter(db: db, reading: try second.reading(), now: noon)
        try writer.noteFile(path: store.path(of: hash))
        left.append(try folder.snapshot())
        try writer.write(ReadyReading(second.reading()))
        left.append(try folder.snapshot())
        throw CancellationError()
      }
    }
    for folder in left {
      let again = try Store(folder: folder.path)
      #expect(try again.faults().isEmpty)
      #expect(try again.filesSeen().map(\.name) == ["a.xlsx"])
      #expect(try again.number("staff_total") == 20)
      // The next run finds the kept file in its place and stores the form as if nothing had been.
      guard case .undecided(version: 2) = try second.store(in: again) else {
        Issue.record("the second file of the unit was not stored anew")
        continue
      }
      #expect(try again.filesSeen().map(\.name) == ["a.xlsx", "b.xlsx"])
    }
  }

  @Test func picksUpAFileThatWasKeptAndNotStored() throws {
    let folder = try Folder()
    _ = try Store(folder: folder.path).keep(Array("a".utf8), name: "a.xlsx")
    let again = try Store(folder: folder.path)
    #expect(try again.filesSeen().isEmpty)
    #expect(try Form(file: "a").store(in: again) == .new)
    #expect(folder.files.filter { $0.hasPrefix("received") }.count == 1)
  }

  @Test func waitsForAnotherProcessAndThenSaysWhatToDo() throws {
    let folder = try Folder()
    let first = try Store(folder: folder.path)
    var limits = StoreLimits()
    limits.busySeconds = 0.01
    let second = try Store(folder: folder.path, limits: limits)
    _ = try second.keep(Array("a".utf8), name: "a.xlsx")
    try first.write { _ -> Void in
      #expect {
        try second.append(try Form(file: "a").reading(), now: noon)
      } throws: {
        let error = $0 as? StoreError
        return error?.code == .busy && error?.reason.contains("wait until") == true
      }
    }
    #expect(try Form(file: "a").store(in: second) == .new)
    #expect(try first.number("staff_total") == 20)
  }

  @Test func storesEveryFormOnceWhenTwoStoresCollectTheSameInbox() async throws {
    let folder = try Folder()
    let stores = [try Store(folder: folder.path), try Store(folder: folder.path)]
    let outcomes = try await withThrowingTaskGroup(of: [Outcome].self) { group in
      for store in stores {
        group.addTask {
          try (0..<40).map { number in
            try Form(unit: UnitCode(rawValue: "s\(number)"), file: "f\(number)").store(in: store)
          }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(outcomes.filter { $0 == .new }.count == 40)
    #expect(outcomes.filter { $0 == .unchanged }.count == 40)
    #expect(try stores[0].submissions().count == 40)
    #expect(try stores[0].faults().isEmpty)
  }

  @Test func isMadeOnceWhenManyOpenItAtOnce() async throws {
    for _ in 0..<10 {
      let folder = try Folder()
      let stores = try await withThrowingTaskGroup(of: Store.self) { group in
        for _ in 0..<6 { group.addTask { try Store(folder: folder.path) } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(try stores.allSatisfy { try $0.faults().isEmpty })
    }
  }

  /// https://www.sqlite.org/rescode.html: SQLITE_IOERR_SHMSIZE, no room for the index of the log.
  @Test(arguments: [ResultCode.SQLITE_FULL, .SQLITE_IOERR_SHMSIZE])
  func saysThatTheDiskIsFullWhereverItIs(code: ResultCode) {
    let error = StoreError(
      DatabaseError(resultCode: code), path: "svodka.sqlite", limits: StoreLimits())
    #expect(error.code == .full && error.reason.contains("free some space"))
  }

  @Test func refusesADatabaseOfANewerProgram() throws {
    let folder = try Folder()
    try Store(folder: folder.path).write {
      try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('999')")
    }
    #expect {
      try Store(folder: folder.path)
    } throws: { ($0 as? StoreError)?.code == .newer }
  }

  @Test func refusesAFileThatIsNoDatabase() throws {
    let folder = try Folder()
    try Data("это не база данных, а письмо".utf8).write(
      to: URL(fileURLWithPath: "\(folder.path)/\(Store.fileName)"))
    #expect {
      try Store(folder: folder.path)
    } throws: { ($0 as? StoreError)?.code == .damaged }
  }

  @Test func findsAKeptFileThatWasRemovedAndKeepsItAgain() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    let form = Form(file: "a")
    try form.store(in: store)
    let path = try #require(store.path(of: form.hash))
    try FileManager.default.removeItem(atPath: "\(folder.path)/\(path)")
    #expect(try store.faults().count == 1)
    // The next run is told to take the file again, and puts the copy back.
    #expect(try !store.isStored(hash: form.hash, reader: "pack 1"))
    #expect(try form.store(in: store) == .unchanged)
    #expect(try store.faults().isEmpty)
  }

  @Test func findsAKeptFileThatWasCutOffAndKeepsItAgain() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    let form = Form(file: "a form of some length")
    try form.store(in: store)
    func isStored() throws -> [Bool] {
      [
        try store.isStored(hash: form.hash, reader: "pack 1"),
        try store.storedFiles().isStored(hash: form.hash, reader: "pack 1"),
      ]
    }
    #expect(try isStored() == [true, true])
    let path = try #require(store.path(of: form.hash))
    try Data("a form".utf8).write(to: URL(fileURLWithPath: "\(folder.path)/\(path)"))
    #expect(try isStored() == [false, false])
    #expect(try form.store(in: store) == .unchanged)
    #expect(try isStored() == [true, true] && store.faults().isEmpty)
  }
}

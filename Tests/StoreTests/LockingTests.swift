import ExactNumbers
import Findings
import GRDB
import Monitoring
import Testing

@testable import Store

/// What a closed period keeps, whatever comes afterwards.
@Suite struct LockingTests {
  private func lock(_ store: Store, _ values: [IndicatorValue] = []) throws -> Int {
    try store.lock(
      year(2021), values: values, author: "Иванова", reason: "итоги подписаны", now: noon)
  }

  private func unlock(_ store: Store) throws -> Int {
    try store.unlock(year(2021), author: "Иванова", reason: "ошибка в форме", now: noon)
  }

  private func value(_ address: String, _ part: ExactNumber, of whole: ExactNumber?) throws
    -> IndicatorValue
  {
    var coverage = Coverage()
    (coverage.expected, coverage.given, coverage.missing) = (9, 3, 1)
    (coverage.notApplicable, coverage.unreadable, coverage.withheld) = (2, 1, 2)
    return IndicatorValue(
      address: try #require(ValueAddress(address)), kind: whole == nil ? .count : .share,
      state: .known, numerator: part, denominator: whole, coverage: coverage)
  }

  private func code(_ work: () throws -> Void) -> StoreError.Code? {
    do {
      try work()
      return nil
    } catch {
      return (error as? StoreError)?.code
    }
  }

  @Test func aFormThatComesAfterClosingIsKeptAndDoesNotCount() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    try Form(file: "a", modified: "2021-05-01").store(in: store)
    _ = try lock(store)
    let late = Form(file: "b", modified: "2021-06-02", values: ["staff_total": 99])
    #expect(try late.store(in: store) == .afterClosing(version: 2))
    #expect(try store.number("staff_total") == 20)
    #expect(try store.submissions().map(\.standing) == [.current, .closed])
    #expect(try store.bytes(of: late.hash) == Array("b".utf8))
    let first = Form(unit: "school-02", file: "c")
    #expect(try first.store(in: store) == .afterClosing(version: 1))
    #expect(try store.number("staff_total", unit: "school-02") == nil)
    // Another period is open.
    #expect(try Form(period: 2020, file: "d").store(in: store) == .new)
    #expect(try store.number("staff_total", period: 2020) == 20)
  }

  @Test func theLateFormCountsOnceThePeriodIsOpened() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    try Form(file: "a", modified: "2021-05-01").store(in: store)
    _ = try lock(store)
    try Form(file: "b", modified: "2021-06-02", values: ["staff_total": 99]).store(in: store)
    try Form(file: "c", modified: "2021-04-02", values: ["staff_total": 1]).store(in: store)
    _ = try unlock(store)
    #expect(try store.number("staff_total") == 99)
    #expect(try store.submissions().map(\.standing) == [.superseded, .current, .superseded])
    #expect(try store.closedPeriods().isEmpty)
    // Closed again, it keeps what counts now.
    _ = try lock(store)
    try Form(file: "d", modified: "2021-07-02", values: ["staff_total": 7]).store(in: store)
    #expect(try store.number("staff_total") == 99)
  }

  @Test func twoFilesOfWhichNoneIsNewerMakeNoQuestionAfterClosing() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    try Form(file: "a", modified: "2021-05-01").store(in: store)
    _ = try lock(store)
    try Form(file: "b", modified: "2021-05-01").store(in: store)
    #expect(try store.number("staff_total") == 20)
    #expect(try store.findings(unit: "school-01", period: year(2021)).isEmpty)
    _ = try unlock(store)
    #expect(try store.number("staff_total") == nil)
    #expect(
      try store.findings(unit: "school-01", period: year(2021)).map(\.code)
        == ["submission.undecided"])
  }

  @Test func readingAFileAnewChangesNothingWhileItsPeriodIsClosed() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    var form = Form(file: "a")
    try form.store(in: store)
    _ = try lock(store)
    form.values["staff_total"] = 22
    #expect(try form.store(in: store, reader: "pack 2") == .unchanged)
    #expect(try store.number("staff_total") == 20)
    #expect(try store.submissions().map(\.standing) == [.current])
    // A third reading that finds what the first found.
    form.values["staff_total"] = 20
    try form.store(in: store, reader: "pack 3")
    #expect(try store.number("staff_total") == 20)
    form.values["staff_total"] = 24
    try form.store(in: store, reader: "pack 4")
    _ = try unlock(store)
    #expect(try store.number("staff_total") == 24)
  }

  @Test func aFileBoundToAnotherUnitSinceStillCountsWhereItWasSigned() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    var form = Form(file: "a")
    try form.store(in: store)
    _ = try lock(store)
    form.unit = "school-02"
    try form.store(in: store, reader: "pack 2")
    #expect(try store.number("staff_total") == 20)
    #expect(try store.number("staff_total", unit: "school-02") == nil)
    #expect(try store.submissions(unit: "school-01").map(\.standing) == [.current])
    _ = try unlock(store)
    #expect(try store.number("staff_total") == nil)
    #expect(try store.number("staff_total", unit: "school-02") == 20)
  }

  @Test func theRulesOfAClosedPeriodNeedNotRun() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    try Form(file: "a").store(in: store)
    try Form(period: 2020, file: "b").store(in: store)
    _ = try lock(store)
    #expect(try store.unchecked(rules: "pack 2").map(\.period) == [year(2020)])
    _ = try unlock(store)
    #expect(try store.unchecked(rules: "pack 2").map(\.period) == [year(2020), year(2021)])
  }

  @Test func nothingIsDecidedAboutAClosedPeriod() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    let form = Form(file: "a")
    try form.store(in: store)
    let scan = JournalEntry(
      at: noon, author: "Иванова", reason: "принесли", act: .scan(received: "2022-01-20"),
      period: try year(2021), unit: "school-01")
    let line = try store.write(scan)
    _ = try lock(store)
    #expect(code { try store.write(scan) } == .closed)
    let back = JournalEntry(at: noon, author: "Иванова", reason: "нет", act: .withdraw(line))
    #expect(code { try store.write(back) } == .closed)
    #expect(
      code {
        try store.choose(
          hash: form.hash, unit: "school-01", period: year(2021), form: "ms-1", author: "",
          reason: "", now: noon)
      } == .closed)
    _ = try unlock(store)
    #expect(code { try store.write(back) } == nil)
  }

  @Test func keepsTheResultsOfEachSigning() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    let share = try value("i/root/subject=math/2021/value", 100, of: 501)
    let count = try value("n/root/-/2021/value", 7, of: nil)
    let first = try lock(store, [share, count])
    _ = try unlock(store)
    var later = share
    later.numerator = 101
    let second = try lock(store, [later])
    let kept = try #require(try store.signedResults(first))
    #expect(kept.values == [share.address: share, count.address: count])
    #expect(kept.entry.reason == "итоги подписаны" && kept.entry.author == "Иванова")
    #expect(try store.signedResults(second)?.values == [share.address: later])
    #expect(try store.signings(of: year(2021)).map(\.number) == [first, second])
    #expect(try store.signedResults(first + 1) == nil)
    #expect(try store.signedResults(99) == nil)
    // Another process sees the same.
    let other = try Store(folder: folder.path)
    #expect(try other.closedPeriods() == [year(2021)])
    #expect(try other.signedResults(second)?.values.count == 1)
    #expect(try other.faults().isEmpty)
  }

  /// Signed before such values were said to be mended, «нет данных» of a cell that could not be read
  /// is no other value than the one of today: nobody revised it.
  @Test func whatCouldNotBeReadWasSignedAsNoDataOnce() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    func of(_ unit: String, unreadable: Int) throws -> IndicatorValue {
      var one = try value("n/\(unit)/-/2021/value", 0, of: nil)
      (one.state, one.coverage) = (.noData, Coverage())
      (one.coverage.expected, one.coverage.unreadable) = (1, unreadable)
      return one
    }
    let (unread, missing) = (try of("s1", unreadable: 1), try of("s2", unreadable: 0))
    let kept = try #require(try store.signedResults(try lock(store, [unread, missing])))
    #expect(kept.values[unread.address]?.state == .withheld)
    #expect(kept.values[missing.address]?.state == .noData)
  }

  @Test func aPeriodIsClosedOnceAndOpenedOnce() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    #expect(code { _ = try unlock(store) } == .contradiction)
    _ = try lock(store)
    #expect(code { _ = try lock(store) } == .closed)
    #expect(try store.journal(period: year(2021)).map(\.act) == [.lock])
    _ = try unlock(store)
    #expect(code { _ = try unlock(store) } == .contradiction)
    #expect(try store.journal(period: year(2021)).map(\.act) == [.lock, .unlock])
  }

  @Test func doesNotSignWhatCameAfterTheResultsWereReckoned() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    try Form(file: "a").store(in: store)
    let state = try store.state(of: year(2021))
    #expect(try store.state(of: year(2021)) == state)
    let other = try Store(folder: folder.path)
    try Form(unit: "school-02", file: "b").store(in: other)
    #expect(
      code {
        try store.lock(
          year(2021), values: [], since: state, author: "", reason: "", now: noon)
      } == .changed)
    #expect(try store.closedPeriods().isEmpty)
    #expect(try store.journal().isEmpty)
    let fresh = try store.state(of: year(2021))
    try store.lock(year(2021), values: [], since: fresh, author: "", reason: "", now: noon)
    #expect(try store.closedPeriods() == [year(2021)])
  }

  @Test func aChangeOfWhatTheRulesWithholdIsAChange() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    try Form(file: "a").store(in: store)
    let key = Observation.Key(unit: "school-01", period: try year(2021), field: "staff_total")
    try store.replaceRuleFindings(
      unit: "school-01", period: year(2021), findings: [], withheld: [], rules: "1")
    let before = try store.state(of: year(2021))
    try store.replaceRuleFindings(
      unit: "school-01", period: year(2021), findings: [], withheld: [key], rules: "2")
    #expect(try store.state(of: year(2021)) != before)
  }

  @Test func theJournalCanNeitherBeChangedNorShortened() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    _ = try lock(store)
    for sql in ["UPDATE journal SET reason = ''", "DELETE FROM journal"] {
      #expect(code { try store.write { try $0.execute(sql: sql) } } == .failed)
    }
    #expect(try store.journal().count == 1)
  }
}

import ExactNumbers
import Findings
import Monitoring
import Testing

@testable import Store

@Suite struct VersionTests {
  @Test func changesNothingWhenTheSameFileComesAgain() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    let form = Form(file: "a", modified: "2021-05-01T10:00:00Z")
    #expect(try form.store(in: store) == .new)
    #expect(try form.store(in: store) == .unchanged)
    #expect(try store.submissions().count == 1)
    #expect(try store.filesSeen().count == 1)
    #expect(try store.isStored(hash: form.hash, reader: "pack 1"))
    #expect(try !store.isStored(hash: form.hash, reader: "pack 2"))
  }

  @Test func countsTheLaterFileAndTellsWhatItChanged() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    let first = Form(
      file: "a", modified: "2021-05-01T10:00:00Z", values: ["staff_total": 20, "trained": 3])
    let second = Form(
      file: "b", modified: "2021-05-02T10:00:00Z", values: ["staff_total": 21, "retrained": 1])
    try first.store(in: store)
    let changes: [SubmissionDiff.Change] = [
      .init(field: "retrained", breakdown: .whole, before: nil, after: .given(.number(1))),
      .init(
        field: "staff_total", breakdown: .whole, before: .given(.number(20)),
        after: .given(.number(21))),
      .init(field: "trained", breakdown: .whole, before: .given(.number(3)), after: nil),
    ]
    #expect(
      try second.store(in: store) == .newVersion(SubmissionDiff(version: 2, changes: changes)))
    #expect(try store.number("staff_total") == 21)
    #expect(try store.number("trained") == nil)
    #expect(try store.submissions().map(\.standing) == [.superseded, .current])
    #expect(try store.submissions().map(\.version) == [1, 2])
  }

  @Test func keepsAnOlderFileAsAVersionThatDoesNotCount() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    try Form(file: "new", modified: "2021-05-02T10:00:00Z").store(in: store)
    let older = Form(file: "old", modified: "2021-05-01T10:00:00Z", values: ["staff_total": 7])
    #expect(try older.store(in: store) == .older(version: 2))
    #expect(try store.number("staff_total") == 20)
    #expect(try store.bytes(of: older.hash) == Array("old".utf8))
  }

  @Test(arguments: [
    ("2021-05-01T10:00:00Z", "2021-05-01T10:00:00Z"),
    ("2021-05-01T10:00:00Z", "2021-05-01T19:00:00+09:00"),
    (nil, nil), ("2021-05-01T10:00:00Z", nil), (nil, "2021-05-01T10:00:00Z"),
    ("2021-05-01T10:00:00Z", "вчера"),
  ])
  func countsNeitherOfTwoFilesWhenNoneIsKnownToBeNewer(first: String?, second: String?) throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    try Form(file: "a", modified: first).store(in: store)
    let other = Form(file: "b", modified: second, values: ["staff_total": 21])
    #expect(try other.store(in: store) == .undecided(version: 2))
    #expect(try store.number("staff_total") == nil)
    var seen = 0
    try store.forEachObservation { _ in seen += 1 }
    #expect(seen == 0)
    let finding = try #require(
      store.findings(unit: "school-01", period: year(2021)).first)
    #expect(finding.code == "submission.undecided")
    #expect(finding.arguments["places"] == .list(["a.xlsx", "b.xlsx"]))
    #expect(finding.origins.map(\.file) == ["a.xlsx", "b.xlsx"])
  }

  @Test func countsWhatAPersonChoseUntilALaterFileComes() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    let first = Form(file: "a", modified: "2021-05-01T10:00:00Z")
    let second = Form(file: "b", modified: "2021-05-01T10:00:00Z", values: ["staff_total": 21])
    try first.store(in: store)
    try second.store(in: store)
    try store.choose(
      hash: second.hash, unit: "school-01", period: year(2021), form: "ms-1", author: "Иванова",
      reason: "по телефону", now: noon)
    #expect(try store.number("staff_total") == 21)
    #expect(try store.findings(unit: "school-01", period: year(2021)).isEmpty)
    // Reading the rejected file anew does not bring it back.
    try first.store(in: store, reader: "pack 2")
    #expect(try store.number("staff_total") == 21)
    let third = Form(file: "c", modified: "2021-05-03T10:00:00Z", values: ["staff_total": 22])
    try third.store(in: store)
    #expect(try store.number("staff_total") == 22)
  }

  @Test func refusesToChooseAFileThatNeverCame() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    try Form(file: "a").store(in: store)
    #expect {
      try store.choose(
        hash: "00", unit: "school-01", period: year(2021), form: "ms-1", author: "", reason: "",
        now: noon)
    } throws: { ($0 as? StoreError)?.code == .contradiction }
  }

  @Test func decidesByTheNewestWhenOlderOnesAreTied() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    for (file, day) in [("a", 1), ("b", 1), ("c", 2)] {
      try Form(file: file, modified: "2021-05-0\(day)").store(in: store)
    }
    #expect(
      try store.submissions().map(\.standing) == [.superseded, .superseded, .current])
  }

  @Test func putsANewReadingOfAFileInThePlaceOfTheOld() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    var form = Form(file: "a")
    try form.store(in: store)
    #expect(try form.store(in: store, reader: "pack 2") == .unchanged)
    form.values["staff_total"] = 22
    let change = SubmissionDiff.Change(
      field: "staff_total", breakdown: .whole, before: .given(.number(20)),
      after: .given(.number(22)))
    #expect(
      try form.store(in: store, reader: "pack 3")
        == .reread(SubmissionDiff(version: 1, changes: [change])))
    #expect(try store.number("staff_total") == 22)
    #expect(try store.submissions().map(\.version) == [1])
  }

  @Test func aFileThatIsReadAnewDidNotComeAgain() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    var form = Form(file: "a")
    try form.store(in: store)
    form.values["staff_total"] = 22
    let later = "2099-01-01T00:00:00Z"
    _ = try store.append(try form.reading(reader: "pack 2"), now: later)
    let stored = try #require(try store.submissions().first)
    #expect(stored.received == later && stored.came == noon)
  }

  @Test func takesAFileFromTheUnitThatItWasWronglyBoundTo() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    var form = Form(file: "a")
    try form.store(in: store)
    form.unit = "school-02"
    #expect(try form.store(in: store, reader: "pack 2") == .new)
    #expect(try store.number("staff_total", unit: "school-01") == nil)
    #expect(try store.number("staff_total", unit: "school-02") == 20)
  }

  @Test func keepsFormsOfTwoUnitsInOneFileApart() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    var reading = try Form(file: "a").reading()
    reading.submissions.append(try Form(unit: "school-02", file: "a").contents())
    _ = try store.keep(Array("a".utf8), name: "a.xlsx")
    #expect(try store.append(reading, now: noon) == [.new, .new])
    #expect(try store.append(reading, now: noon) == [.unchanged, .unchanged])
    #expect(try store.filesSeen().map(\.submissions) == [2])
  }

  @Test func remembersAFileThatIsBoundToNothing() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    let finding = Finding(
      code: "file.foreign", severity: .notice, arguments: ["kind": .text("скан")],
      origins: [Origin(file: "скан.pdf")])
    let reading = FileReading(
      name: "скан.pdf", hash: "aa", size: 4, verdict: "foreign", reader: "pack 1",
      findings: [finding])
    #expect(try store.append(reading, now: noon) == [.new])
    #expect(try store.append(reading, now: noon) == [.unchanged])
    #expect(try store.findings(ofFile: "aa") == [finding])
    #expect(
      try store.filesSeen() == [
        SeenFile(
          name: "скан.pdf", hash: "aa", size: 4, seen: noon, came: noon, verdict: "foreign",
          path: nil, submissions: 0, isLatest: true)
      ])
  }

  @Test func knowsWhichFileOfOneNameCameLast() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    for hash in ["aa", "bb", "aa", "aa"] {
      try store.note(name: "форма.xlsx", hash: hash, size: 1, now: noon)
    }
    #expect(try store.filesSeen().map(\.hash) == ["aa", "bb", "aa"])
    #expect(try store.filesSeen().map(\.isLatest) == [false, false, true])
  }

  @Test func refusesAFormWhoseFileWasNotKept() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    #expect {
      try store.append(try Form(file: "a").reading(), now: noon)
    } throws: { ($0 as? StoreError)?.code == .contradiction }
    #expect(try store.filesSeen().isEmpty)
  }

  @Test func refusesAFormThatGivesOneFieldTwice() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    var reading = try Form(file: "a").reading()
    reading.submissions[0].observations += reading.submissions[0].observations
    _ = try store.keep(Array("a".utf8), name: "a.xlsx")
    #expect {
      try store.append(reading, now: noon)
    } throws: { ($0 as? StoreError)?.reason == "gives staff_total [] twice" }
  }
}

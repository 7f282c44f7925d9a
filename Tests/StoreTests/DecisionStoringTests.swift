import ExactNumbers
import Findings
import GRDB
import Monitoring
import Testing

@testable import Store

/// What the store makes of decisions: which value counts, and until when.
@Suite struct DecisionStoringTests {
  private func line(
    _ act: JournalEntry.Act, unit: UnitCode = "school-01", reason: String = "по телефону"
  ) throws -> JournalEntry {
    JournalEntry(
      at: noon, author: "Иванова", reason: reason, act: act, period: try year(2021), unit: unit,
      form: "ms-1")
  }

  private func correct(_ before: Int?, to after: Int) -> JournalEntry.Act {
    .correct(
      field: "staff_total", breakdown: .whole,
      before: before.map { .given(.number(ExactNumber($0))) },
      after: .given(.number(ExactNumber(after))))
  }

  @Test func aCorrectionCountsAndSaysWhatTheFormSays() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    try Form(file: "a").store(in: store)
    let number = try store.write(line(correct(20, to: 22)))
    let observation = try #require(
      try store.observation(.init(unit: "school-01", period: year(2021), field: "staff_total")))
    #expect(observation.number == 22 && observation.origin?.rawText == "20")
    #expect(observation.decisions.map(\.before) == [.given(.number(20))])
    #expect(observation.decisions.map(\.decision.number) == [number])
    let asRead = try store.observationsAsRead(unit: "school-01", period: year(2021))
    #expect(asRead.map(\.number) == [20] && asRead.allSatisfy(\.decisions.isEmpty))
    var walked: [ExactNumber?] = []
    try store.forEachObservation(fields: ["staff_total"]) { walked.append($0.number) }
    #expect(walked == [22])
  }

  @Test func aCorrectionLapsesWithAnotherValueAndHoldsAgainWithTheOld() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    let first = Form(file: "a", modified: "2021-05-01T10:00:00Z")
    try first.store(in: store)
    try store.write(line(correct(20, to: 22)))
    try Form(file: "b", modified: "2021-05-02T10:00:00Z", values: ["staff_total": 25])
      .store(in: store)
    #expect(try store.number("staff_total") == 25)
    try store.write(line(correct(25, to: 26)))
    #expect(try store.number("staff_total") == 26)
    try store.choose(
      hash: first.hash, unit: "school-01", period: year(2021), form: "ms-1", author: "Иванова",
      reason: "вторая испорчена", now: noon)
    #expect(try store.number("staff_total") == 22)
  }

  @Test func aValueIsPutWhereTheFormHasNoCell() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    try Form(file: "a").store(in: store)
    try store.write(
      line(
        .correct(
          field: "trained", breakdown: Breakdown("subject", "math"), before: nil,
          after: .given(.number(3)))))
    let key = Observation.Key(
      unit: "school-01", period: try year(2021), field: "trained",
      breakdown: Breakdown("subject", "math"))
    let observation = try #require(try store.observation(key))
    #expect(observation.number == 3 && observation.origin == nil)
    #expect(try store.observationsToCheck(unit: "school-01", period: year(2021)).count == 2)
  }

  @Test func aWithdrawnLineHoldsNoMoreAndStays() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    try Form(file: "a").store(in: store)
    let number = try store.write(line(correct(20, to: 22)))
    // What takes a line back is about the same unit, whoever says it.
    let back = try store.write(line(.withdraw(number), unit: "another"))
    #expect(try store.number("staff_total") == 20)
    let journal = try store.journal(unit: "school-01")
    #expect(journal.map(\.number) == [number, back])
    #expect(journal[0].act == correct(20, to: 22))
    for wrong in [number, back, 77] {
      #expect {
        try store.write(line(.withdraw(wrong)))
      } throws: { ($0 as? StoreError)?.code == .contradiction }
    }
  }

  @Test func theJournalIsOnlyAppendedTo() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    try Form(file: "a").store(in: store)
    try store.write(line(correct(20, to: 22)))
    for sql in ["UPDATE journal SET reason = 'x'", "DELETE FROM journal"] {
      #expect(throws: StoreError.self) { try store.write { db in try db.execute(sql: sql) } }
    }
    #expect(try store.journal().map(\.reason) == ["по телефону"])
  }

  @Test(arguments: [
    Observation.State.missing, .notApplicable, .unreadable, .given(.yesNo(true)),
    .given(.choice("done")), .given(.text("«да»; нет")), .given(.date("2021-03-31")),
    .withheld(.number(7)),
  ])
  func everyStateComesBackFromTheJournal(state: Observation.State) throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    let acts: [JournalEntry.Act] = [
      .correct(field: "f", breakdown: Breakdown("subject", "math"), before: state, after: state),
      .correct(field: "f", breakdown: .whole, before: nil, after: state),
      .accept(code: "pack:a", field: "f", breakdown: "subject=math", seen: "a=1; b=2"),
      .returnForm(hash: "aa"), .scan(received: "2022-01-20"), .importResults(hash: "bb"),
      .newPeriod,
    ]
    try store.write(acts.map { try line($0) })
    #expect(try store.journal().map(\.act) == acts)
    #expect(try store.journal().map(\.number) == Array(1...acts.count))
  }

  @Test func linesAreWrittenTogetherOrNotAtAll() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    #expect(throws: StoreError.self) {
      try store.write([line(.scan(received: "2022-01-20")), line(.withdraw(50))])
    }
    #expect(try store.journal().isEmpty)
  }

  @Test func aReturnedFormIsWithheldUntilAnotherComesWhateverItsDate() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    try Form(file: "early", modified: "2021-04-01", values: ["staff_total": 5]).store(in: store)
    let form = Form(file: "a", modified: "2021-05-02")
    try form.store(in: store)
    let number = try store.write(line(.returnForm(hash: form.hash)))
    let key = Observation.Key(unit: "school-01", period: try year(2021), field: "staff_total")
    // The version before does not come back by itself.
    #expect(try store.observation(key)?.state == .withheld(.number(20)))
    try Form(file: "b", modified: "2021-05-01", values: ["staff_total": 21]).store(in: store)
    #expect(try store.number("staff_total") == 21)
    #expect(try store.submissions().map(\.standing) == [.superseded, .superseded, .current])
    try store.write(line(.withdraw(number)))
    #expect(try store.number("staff_total") == 20)
  }

  @Test func noVersionOfBeforeAReturnComesBackByItselfButAPersonMayChooseOne() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    let first = Form(file: "a", modified: "2021-05-10", values: ["staff_total": 10])
    try first.store(in: store)
    let second = Form(file: "b", modified: "2021-05-12", values: ["staff_total": 12])
    try second.store(in: store)
    let number = try store.write(line(.returnForm(hash: second.hash)))
    try Form(file: "c", modified: "2021-05-08", values: ["staff_total": 8]).store(in: store)
    #expect(try store.number("staff_total") == 8)
    #expect(try store.submissions().map(\.standing) == [.superseded, .superseded, .current])
    func choose(_ form: Form) throws {
      try store.choose(
        hash: form.hash, unit: "school-01", period: year(2021), form: "ms-1", author: "Иванова",
        reason: "так", now: noon)
    }
    try choose(first)
    #expect(try store.number("staff_total") == 10)
    // What comes after the choice is compared with it by the day on which it was saved, as always.
    try Form(file: "d", modified: "2021-05-09", values: ["staff_total": 9]).store(in: store)
    #expect(try store.number("staff_total") == 10)
    try store.write(line(.withdraw(number)))
    #expect(try store.number("staff_total") == 10)
  }

  @Test func aChoiceOfAfterTheReturnHoldsWhenAnotherVersionComesAndOneOfBeforeDoesNot() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    func choose(_ form: Form) throws {
      try store.choose(
        hash: form.hash, unit: "school-01", period: year(2021), form: "ms-1", author: "Иванова",
        reason: "так", now: noon)
    }
    let first = Form(file: "a", modified: "2021-05-10", values: ["staff_total": 10])
    try first.store(in: store)
    let second = Form(file: "b", modified: "2021-05-12", values: ["staff_total": 12])
    try second.store(in: store)
    try store.write(line(.returnForm(hash: second.hash)))
    try choose(first)
    try Form(file: "c", modified: "2021-05-09", values: ["staff_total": 9]).store(in: store)
    #expect(try store.number("staff_total") == 10)
    let fourth = Form(file: "d", modified: "2021-05-11", values: ["staff_total": 11])
    try fourth.store(in: store)
    #expect(try store.number("staff_total") == 11)
    // The first was chosen before this return: it is an older version like any other.
    try store.write(line(.returnForm(hash: fourth.hash)))
    try Form(file: "e", modified: "2021-05-08", values: ["staff_total": 8]).store(in: store)
    #expect(try store.number("staff_total") == 8)
  }

  @Test func aFileThatIsReadAnewDoesNotTakeThePlaceOfItselfReturned() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    var form = Form(file: "a")
    try form.store(in: store)
    try store.write(line(.returnForm(hash: form.hash)))
    form.values["staff_total"] = 23
    try form.store(in: store, reader: "pack 2")
    #expect(try store.number("staff_total") == nil)
    #expect(try store.submissions().map(\.standing) == [.current])
  }

  @Test func anAcceptedValueSaysWhoAcceptedIt() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    try Form(file: "a", values: ["trained": 30]).store(in: store)
    let key = Observation.Key(unit: "school-01", period: try year(2021), field: "trained")
    let number = try store.write(
      line(.accept(code: "pack:part", field: "trained", breakdown: "", seen: "a=30")))
    #expect(try store.unchecked(rules: "1").count == 1)
    let entry = try #require(try store.decisions(unit: "school-01", period: year(2021)).first)
    try store.replaceRuleFindings(
      unit: "school-01", period: year(2021), findings: [], withheld: [],
      accepted: [key: entry.decision(.accepted)], rules: "1")
    let observation = try #require(try store.observation(key))
    #expect(observation.number == 30)
    #expect(observation.decisions.map(\.decision) == [entry.decision(.accepted)])
    #expect(try store.unchecked(rules: "1").isEmpty)
    try store.write(line(.withdraw(number)))
    #expect(try store.unchecked(rules: "1").count == 1)
  }

  @Test func aClosedPeriodTakesNoDecisionsAndKeepsWhatCounts() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    let form = Form(file: "a", modified: "2021-05-01")
    try form.store(in: store)
    try store.write(line(correct(20, to: 22)))
    try store.lock(try year(2021), values: [], author: "Иванова", reason: "итоги", now: noon)
    let acts: [JournalEntry.Act] = [
      correct(20, to: 1), .scan(received: "2022-01-20"), .returnForm(hash: form.hash), .withdraw(1),
    ]
    for act in acts {
      #expect { try store.write(line(act)) } throws: { ($0 as? StoreError)?.code == .closed }
    }
    try Form(file: "b", modified: "2021-05-02", values: ["staff_total": 40]).store(in: store)
    #expect(try store.number("staff_total") == 22)
    try store.unlock(try year(2021), author: "Иванова", reason: "ошибка", now: noon)
    #expect(try store.number("staff_total") == 40)
    #expect(try store.journal().map(\.act) == [correct(20, to: 22), .lock, .unlock])
    #expect(try store.faults().isEmpty)
  }

  @Test func theStoryTellsWhatEachVersionChanged() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    try Form(file: "a", modified: "2021-05-01", values: ["x": 1, "y": 2, "z": 3]).store(in: store)
    // x as before, y another, z gone, w new.
    try Form(file: "b", modified: "2021-05-02", values: ["x": 1, "y": 5, "w": 4]).store(in: store)
    try Form(unit: "school-02", file: "c").store(in: store)
    let arrivals = try store.arrivals()
    #expect(arrivals.map { $0.changed?.sorted() } == [nil, ["w", "y", "z"], nil])
    #expect(arrivals.map(\.submission.came) == [noon, noon, noon])
    #expect(try store.arrivals(unit: "school-02").count == 1)
    let hash = arrivals[0].submission.submission.fileHash
    try store.choose(
      hash: hash, unit: "school-01", period: year(2021), form: "ms-1", author: "Иванова",
      reason: "так", now: noon)
    #expect(try store.choices().map(\.hash) == [hash])
  }

  /// What the first version says in a field, what the next says there, and whether it is another;
  /// nil for a form without that place, nothing for an empty cell.
  static let said: [(before: String?, after: String?, isAnother: Bool)] = [
    ("46.0", "46", false), ("46", "46.00", false), ("1500", "1.5E3", false), ("0.0", "0", false),
    ("-0.50", "-0.5", false), ("460", "46", true), ("4.60", "46", true), ("100", "1", true),
    ("", "", false), (nil, "", false), ("", nil, false), ("", "0", true), ("0", nil, true),
    (nil, "0", true),
  ]

  @Test(arguments: said)
  func equalNumbersAreNoChangeNorIsABlankWhereNothingStood(
    before: String?, after: String?, isAnother: Bool
  ) throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    func form(_ file: String, _ day: Int, _ said: String?) throws -> FileReading {
      var reading = try Form(file: file, modified: "2021-05-0\(day)").reading()
      _ = try store.keep(Array(file.utf8), name: reading.name)
      guard let said else { return reading }
      let key = Observation.Key(unit: "school-01", period: try year(2021), field: "x")
      reading.submissions[0].observations.append(
        Observation(
          key: key,
          state: said.isEmpty ? .missing : .given(.number(try #require(ExactNumber(said)))),
          origin: nil))
      return reading
    }
    _ = try store.append(try form("a", 1, before), now: noon)
    let outcome = try #require(try store.append(try form("b", 2, after), now: noon).first)
    #expect(try store.arrivals().last?.changed == (isAnother ? ["x"] : []))
    guard case .newVersion(let diff) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(diff.changes.map(\.field) == (isAnother ? ["x"] : []))
  }
}

import Findings
import Foundation
import Monitoring
import Reporting
import Spreadsheets
import Store
import TestSupport
import Testing

@testable import Campaign

/// What goes back to the schools.
@Suite struct AnswerSchoolsTests {
  private static let later = FixtureCampaign.now.addingTimeInterval(86_400)

  /// A campaign with one form in its inbox, collected.
  private func campaign(with fixture: String) async throws -> (ScratchFolder, OpenCampaign) {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    try WholeFile.write(
      try WholeFile.read(Checkout.fixtures.appending(path: fixture)),
      to: campaign.folder.inbox.appending(path: "папка/Наша форма.xlsx"))
    try await collect(campaign)
    return (scratch, campaign)
  }

  @discardableResult
  private func collect(_ campaign: OpenCampaign) async throws -> CollectSummary {
    try await CollectForms(
      campaign: campaign, now: FixtureCampaign.now, isDryRun: false, progress: .silent
    ).run()
  }

  private func answer(
    _ campaign: OpenCampaign, units: [UnitCode] = [], _ scope: AnswerSchools.Scope = .changed,
    dryRun: Bool = false, now: Date = FixtureCampaign.now
  ) async throws -> AnsweredSchools {
    try await AnswerSchools(
      campaign: campaign, period: nil, units: units, scope: scope, now: now, isDryRun: dryRun,
      progress: .silent
    ).run()
  }

  private func names(_ folder: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }

  /// A school mends the copy that it got and sends it back, twice.
  @Test func aCopyThatCameBackIsCalledAsTheFormWas() async throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    let bytes = try WholeFile.read(Checkout.fixtures.appending(path: "broken/wrong-cells.xlsx"))
    try WholeFile.write(
      bytes,
      to: campaign.folder.inbox.appending(path: "Наша форма – замечания – замечания.xlsx"))
    try await collect(campaign)
    let one = try #require(try await answer(campaign).answers.first)
    #expect(one.hindrance == nil)
    let folder = campaign.folder.answers(campaign.current).appending(path: "school-07")
    #expect(names(folder).contains("Наша форма – замечания.xlsx"))
    _ = scratch
  }

  @Test func aFormWithErrorsIsAnsweredWithAProtocolItsRemarksAndALetter() async throws {
    let (scratch, campaign) = try await campaign(with: "broken/wrong-cells.xlsx")
    let answered = try await answer(campaign)
    #expect(answered.answers.map(\.unit) == ["school-07"])
    #expect(answered.silent == 23)
    let one = try #require(answered.answers.first)
    #expect(one.verdict == .errors && one.outcome == .written)
    let folder = campaign.folder.answers(campaign.current).appending(path: "school-07")
    let remarks =
      one.hindrance == nil ? "Наша форма – замечания.xlsx" : RemarkWorkbook.name
    #expect(
      names(folder)
        == ["protocol.html", "protocol.json", "protocol.odt", "school-07.eml", remarks].sorted())
    let page = try String(contentsOf: folder.appending(path: "protocol.html"), encoding: .utf8)
    for part in ["Ячейка C15", "Лист «Кадры»", "Лист «Меры»", remarks, "до 25\u{A0}января 2022"] {
      #expect(page.contains(part), "\(part)")
    }
    _ = scratch
  }

  @Test func anAnswerThatHasNotChangedIsNotWrittenAgain() async throws {
    let (scratch, campaign) = try await campaign(with: "broken/wrong-cells.xlsx")
    _ = try await answer(campaign)
    let letter = campaign.folder.answers(campaign.current).appending(
      path: "school-07/school-07.eml")
    let before = try WholeFile.read(letter)
    let again = try await answer(campaign, now: Self.later)
    #expect(again.answers.map(\.outcome) == [.unchanged])
    #expect(try WholeFile.read(letter) == before)
    let all = try await answer(campaign, .all, now: Self.later)
    #expect(all.answers.map(\.outcome) == [.written])
    #expect(try WholeFile.read(letter) != before)
    // What is gone is made again.
    try FileManager.default.removeItem(at: letter)
    #expect(try await answer(campaign, now: Self.later).answers.map(\.outcome) == [.written])
    #expect(FileManager.default.fileExists(atPath: letter.path))
    _ = scratch
  }

  /// Of a form without remarks nothing is asked, so that no term passes for it.
  @Test(arguments: [
    ("broken/moved-table.xlsx", AnsweredSchools.Outcome.unchanged),
    ("broken/wrong-cells.xlsx", .written),
  ])
  func theDeadlineThatPassesChangesOnlyAnswersThatNameIt(
    fixture: String, outcome: AnsweredSchools.Outcome
  ) async throws {
    let (scratch, campaign) = try await campaign(with: fixture)
    _ = try await answer(campaign)
    // The deadline is the 25th of January 2022.
    let after = try Date("2022-01-27T10:00:00Z", strategy: .iso8601)
    #expect(try await answer(campaign, now: after).answers.map(\.outcome) == [outcome])
    let weeks = after.addingTimeInterval(30 * 86_400)
    #expect(try await answer(campaign, now: weeks).answers.map(\.outcome) == [.unchanged])
    _ = scratch
  }

  @Test func aProtocolThatAPersonEditedStays() async throws {
    let (scratch, campaign) = try await campaign(with: "broken/wrong-cells.xlsx")
    _ = try await answer(campaign)
    let folder = campaign.folder.answers(campaign.current)
    let protocolFile = folder.appending(path: "school-07/protocol.odt")
    try WholeFile.write([1, 2, 3], to: protocolFile)
    let again = try await answer(campaign, .all, now: Self.later)
    #expect(again.answers.first?.besideEdited == ["school-07/protocol (новый).odt"])
    #expect(try WholeFile.read(protocolFile) == [1, 2, 3])
    _ = scratch
  }

  @Test func aDryRunAndAnEmptyCampaignWriteNothing() async throws {
    let (scratch, empty) = try FixtureCampaign.fresh()
    let nothing = try await answer(empty)
    #expect(nothing.answers.isEmpty && nothing.silent == 24)
    #expect(!FileManager.default.fileExists(atPath: empty.folder.answers(empty.current).path))
    let (other, campaign) = try await campaign(with: "broken/wrong-cells.xlsx")
    #expect(try await answer(campaign, dryRun: true).answers.map(\.outcome) == [.written])
    #expect(!FileManager.default.fileExists(atPath: campaign.folder.answers(campaign.current).path))
    await #expect(throws: CampaignError.self) {
      _ = try await answer(campaign, units: ["school-99"])
    }
    _ = (scratch, other)
  }

  @Test func aFormThatWasSentBackSaysWhyUntilAnotherComes() async throws {
    let (scratch, campaign) = try await campaign(with: "broken/moved-table.xlsx")
    let clean = try await answer(campaign)
    #expect(clean.answers.map(\.verdict) == [.clean])
    let folder = campaign.folder.answers(campaign.current).appending(path: "school-07")
    #expect(names(folder).count == 4)
    let store = try campaign.store()
    let file = try #require(try store.submissions(unit: "school-07").first)
    try store.write(
      JournalEntry(
        at: "2022-01-20T11:00:00Z", author: "И. И. Иванова", reason: "Нет подписи директора",
        act: .returnForm(hash: file.submission.fileHash), period: campaign.current,
        unit: "school-07", form: file.submission.form))
    let returned = try await answer(campaign)
    #expect(returned.answers.map(\.verdict) == [.returned])
    let page = try String(contentsOf: folder.appending(path: "protocol.html"), encoding: .utf8)
    #expect(page.contains("Причина возврата: Нет подписи директора. (И. И. Иванова, 20.01.2022)"))
    _ = scratch
  }

  @Test func aNewVersionIsAnsweredWithWhatItChanged() async throws {
    let (scratch, campaign) = try await campaign(with: "broken/warnings.xlsx")
    var form = try EditedForm("broken/warnings.xlsx")
    try form.type(5, "C18", sheet: 2)
    try form.save(at: "2022-01-21T10:00:00Z")
    try WholeFile.write(try form.bytes(), to: campaign.folder.inbox.appending(path: "2.xlsx"))
    try await collect(campaign)
    let unit = try #require(campaign.register["school-07"])
    let facts = try #require(
      try UnitFactsSource(campaign: campaign, store: try campaign.store())
        .facts(of: unit, in: campaign.current))
    let material = AnswerMaterial(
      campaign: campaign, period: campaign.current, now: FixtureCampaign.now
    ).material(of: facts)
    #expect(material.head.version == 2 && material.head.file == "2.xlsx")
    #expect(
      material.changes.map(\.value) == [
        "стр.\u{A0}13 «Педагоги, прошедшие повышение квалификации, всего»"
      ])
    #expect(material.changes.map(\.after) == ["5"])
    _ = scratch
  }

  /// The unit's own file comes back with remarks in it; sent in again it is the same form.
  @Test(arguments: ["broken/wrong-cells.xlsx", "broken/part-over-whole.ods"])
  func anAnnotatedCopyIsTheSameForm(fixture: String) async throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    let bytes = try WholeFile.read(Checkout.fixtures.appending(path: fixture))
    let name = fixture.hasSuffix("ods") ? "1.ods" : "1.xlsx"
    try WholeFile.write(bytes, to: campaign.folder.inbox.appending(path: name))
    try await collect(campaign)
    let one = try #require(try await answer(campaign).answers.first)
    guard one.hindrance == nil else {
      print("skipped: the annotated copy of \(fixture) (\(one.hindrance?.english ?? ""))")
      return
    }
    let copy = try WholeFile.read(
      campaign.folder.answers(campaign.current)
        .appending(path: "school-07/\(name.replacing(".", with: " – замечания."))"))
    #expect(copy != bytes)
    let reader = FormReader(campaign: campaign)
    let before = reader.read(bytes, name: name, hash: "h")
    let after = reader.read(copy, name: name, hash: "h")
    #expect(before.submissions.map(\.observations) == after.submissions.map(\.observations))
    #expect(before.submissions.map(\.findings) == after.submissions.map(\.findings))
    #expect(before.findings == after.findings)
    _ = scratch
  }

  /// A school that pasted a whole letter into a cell for a number.
  @Test func aTextThatNoCellHoldsStopsNoAnswer() async throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    let name = "МС-1 Кюнгэйская СОШ (1).fods"
    let form = Checkout.fixtures.appending(path: "campaign/inbox/2021/\(name)")
    let text = try String(contentsOf: form, encoding: .utf8)
    let cell = "office:value-type=\"float\" office:value=\"57\" calcext:value-type=\"float\">"
    let pasted = text.replacing(
      "\(cell)\n      <text:p>57</text:p>",
      with: "office:value-type=\"string\" calcext:value-type=\"string\">\n      <text:p>"
        + String(repeating: "абвг", count: 10_000) + "</text:p>")
    try #require(pasted != text)
    try WholeFile.write(Array(pasted.utf8), to: campaign.folder.inbox.appending(path: name))
    try await collect(campaign)
    let one = try #require(try await answer(campaign).answers.first)
    #expect(one.outcome == .written && one.failure == nil && one.hindrance != nil)
    let folder = campaign.folder.answers(campaign.current).appending(path: one.unit.rawValue)
    #expect(names(folder).contains(RemarkWorkbook.name))
    _ = scratch
  }

  @Test func remarksAreGivenBackInTheFileThatTheyAreAbout() async throws {
    let (scratch, campaign) = try await campaign(with: "broken/wrong-cells.xlsx")
    let unit = try #require(campaign.register["school-07"])
    var facts = try #require(
      try UnitFactsSource(campaign: campaign, store: try campaign.store())
        .facts(of: unit, in: campaign.current))
    // Another one of the same name.
    let other = UnitFacts.File(name: "вторая/Наша форма.xlsx", hash: "other", hindrance: nil)
    facts.files.append(other)
    #expect(
      facts.files.map { facts.label(of: $0) } == [
        "папка/Наша форма.xlsx", "вторая/Наша форма.xlsx",
      ])
    let material = AnswerMaterial(
      campaign: campaign, period: campaign.current, now: FixtureCampaign.now
    ).material(of: facts)
    let lines = facts.files.map { file in
      RemarkTable(material: material, file: facts.label(of: file), fileHash: file.hash)
        .lines.count { $0.place != nil }
    }
    #expect(lines[0] > 0 && lines[1] == 0)
    _ = scratch
  }

  @Test func theAnswerToAFormThatWasAnothersIsTakenAway() async throws {
    let (scratch, campaign) = try await campaign(with: "broken/wrong-cells.xlsx")
    let folder = campaign.folder.answers(campaign.current)
    var desk = try AnswerDesk(folder: folder, isDryRun: false)
    let made = SchoolAnswer.Made(
      files: [.init(name: "protocol.json", bytes: [1])],
      shared: [.init(name: "protocol.odt", bytes: [2]), .init(name: "school-08.eml", bytes: [3])],
      hindrance: nil)
    _ = try desk.put(made, mark: "", of: "school-08")
    try desk.close()
    let place = folder.appending(path: "school-08")
    try WholeFile.write([9], to: place.appending(path: "protocol.odt"))
    let dry = try await answer(campaign, dryRun: true)
    #expect(dry.withdrawn.count == 1 && names(place).count == 3)
    let unit = try #require(campaign.register["school-08"])
    let answered = try await answer(campaign)
    #expect(answered.withdrawn == [unit.name(in: campaign.current).short])
    #expect(answered.kept == ["school-08/protocol.odt"] && names(place) == ["protocol.odt"])
    #expect(answered.answers.map(\.unit) == ["school-07"])
    #expect(try await answer(campaign).withdrawn.isEmpty)
    _ = scratch
  }

  @Test func whyThereIsNoCopyIsSaidInPlainWords() async throws {
    let (scratch, campaign) = try await campaign(with: "broken/wrong-cells.xlsx")
    let source = try UnitFactsSource(campaign: campaign, store: try campaign.store())
    let unit = try #require(campaign.register["school-07"])
    var facts = try #require(
      try source.facts(of: unit, in: campaign.current))
    facts.files[0].hindrance = .persons
    let material = AnswerMaterial(
      campaign: campaign, period: campaign.current, now: FixtureCampaign.now
    ).material(of: facts)
    let templates = TemplateFolder(pack: campaign.packFolder(campaign.current))
    let form = SchoolAnswer.Form(
      templates: templates, page: try templates.template("documents/protocol.fodt"),
      frame: try templates.frame(), texts: [:], now: FixtureCampaign.now,
      clock: "2022-01-20T10:00:00Z")
    let made = try SchoolAnswer(facts: facts, material: material, json: []).made(with: form) { _ in
      Issue.record("a file with persons is not read")
      return []
    }
    #expect(made.hindrance == .persons)
    #expect(
      made.shared.map(\.name) == [
        "protocol.html", "protocol.odt", RemarkWorkbook.name, "school-07.eml",
      ])
    let page = String(decoding: made.shared[0].bytes, as: UTF8.self)
    #expect(page.contains("потому что в нём есть сведения о людях"))
    _ = scratch
  }

  /// The office asks itself to choose; the school is asked which file it means.
  @Test func ofSeveralFilesTheSchoolIsAskedWhichIsRight() async throws {
    let (scratch, campaign) = try await campaign(with: "broken/text-in-numbers.xlsx")
    // The same form with one more slip, saved at the same moment.
    var form = try EditedForm("broken/text-in-numbers.xlsx")
    try form.type("пять", "C15", sheet: 2)
    try WholeFile.write(try form.bytes(), to: campaign.folder.inbox.appending(path: "2.xlsx"))
    try await collect(campaign)
    let answered = try await answer(campaign)
    #expect(answered.answers.map(\.verdict) == [.errors])
    let folder = campaign.folder.answers(campaign.current).appending(path: "school-07")
    let page = try String(contentsOf: folder.appending(path: "protocol.html"), encoding: .utf8)
    #expect(page.contains("напишите, какой из них считать верным"))
    #expect(!page.contains("inbox") && !page.contains("collect"))
    let register = try ReadRegister(campaign: campaign, now: nil).run(campaign.current)
    let row = try #require(register.rows.first { $0.standing.unit == "school-07" })
    #expect(row.standing.files.sorted() == ["2.xlsx", "папка/Наша форма.xlsx"])
    let reminder = try ReminderWords(campaign: campaign, register: register, today: nil)
      .text(row, nil, .undecided, attachment: nil)
    #expect(reminder.subject.hasSuffix(": выберите верный файл"))
    #expect(
      reminder.body.contains("«Наша форма.xlsx»") && reminder.body.contains("«2.xlsx»")
        && !reminder.body.contains("папка/"))
    let unit = try #require(campaign.register["school-07"])
    let facts = try #require(
      try UnitFactsSource(campaign: campaign, store: try campaign.store())
        .facts(of: unit, in: campaign.current))
    let material = AnswerMaterial(
      campaign: campaign, period: campaign.current, now: FixtureCampaign.now
    ).material(of: facts)
    let question = try #require(material.remarks.first { $0.code == "submission.undecided" })
    #expect(
      question.message.contains("Наша форма.xlsx") && question.message.contains("2.xlsx")
        && !question.message.contains("папка/"))
    // Fixtures/broken/expected.tsv: «двенадцать» at C18 in both, «пять» in the second alone.
    let words = material.remarks.filter { $0.code == "cell.not-a-number" }
    #expect(words.map(\.cell).sorted() == ["C15", "C18"])
    let both = try #require(words.first { $0.cell == "C18" })
    #expect(Set(both.file.split(separator: "; ")) == ["Наша форма.xlsx", "2.xlsx"])
    #expect(words.first { $0.cell == "C15" }?.file == "2.xlsx")
    _ = scratch
  }

  @Test func twoEqualFilesNeedNoDecision() async throws {
    let (scratch, campaign) = try await campaign(with: "broken/moved-table.xlsx")
    try WholeFile.write(
      try WholeFile.read(Checkout.fixtures.appending(path: "broken/moved-table.xlsx")),
      to: campaign.folder.inbox.appending(path: "2.xlsx"))
    let summary = try await collect(campaign)
    #expect(!summary.findings.contains { $0.code == "submission.undecided" })
    #expect(try await answer(campaign).answers.map(\.verdict) == [.clean])
    _ = scratch
  }

  @Test func aListOfItsOwnDoesNotCallItselfASheetOfTheForm() async throws {
    let (scratch, campaign) = try await campaign(with: "broken/wrong-cells.xlsx")
    let unit = try #require(campaign.register["school-07"])
    let facts = try #require(
      try UnitFactsSource(campaign: campaign, store: try campaign.store())
        .facts(of: unit, in: campaign.current))
    let material = AnswerMaterial(
      campaign: campaign, period: campaign.current, now: FixtureCampaign.now
    ).material(of: facts)
    let table = RemarkTable(material: material, file: "", fileHash: "")
    let sheet = try #require(
      RemarkWorkbook(table: table, date: "2022-01-20T10:00:00Z").workbook.sheets.first)
    let head = String(describing: sheet.rows.prefix(4))
    #expect(head.contains("отдельный список замечаний") && !head.contains("Этот лист"))
    let copy = AnnotatedCopy(table: table, date: "2022-01-20T10:00:00Z").annotation
    #expect(copy.list.head.last?.hasPrefix("Этот лист и примечания") == true)
    _ = scratch
  }

  /// Somebody sends the file that was sent back once more.
  @Test func aReturnedFileThatComesAgainIsToldToTheSchoolAndByCollect() async throws {
    let (scratch, campaign) = try await campaign(with: "broken/moved-table.xlsx")
    _ = try ReturnForm(
      campaign: campaign, unit: "school-07", period: nil, form: nil,
      note: try DecisionNote(
        author: "Иванова", reason: "нет подписи", now: FixtureCampaign.now), isDryRun: false
    ).run()
    let bytes = try WholeFile.read(Checkout.fixtures.appending(path: "broken/moved-table.xlsx"))
    try WholeFile.write(bytes, to: campaign.folder.inbox.appending(path: "снова.xlsx"))
    let summary = try await CollectForms(
      campaign: campaign, now: Self.later, isDryRun: false, progress: .silent
    ).run()
    let stray = try #require(summary.strays.first)
    #expect(summary.strays.count == 1 && stray.file == "снова.xlsx" && stray.unit == "school-07")
    guard case .sentBack(let entry) = stray.oddity else {
      Issue.record("\(stray.oddity)")
      return
    }
    #expect(entry.reason == "нет подписи")
    #expect(try await answer(campaign, now: Self.later).answers.map(\.verdict) == [.returned])
    let page = try String(
      contentsOf: campaign.folder.answers(campaign.current)
        .appending(path: "school-07/protocol.html"), encoding: .utf8)
    #expect(page.contains("тот же, который был возвращён 20.01.2022"))
    // As the school called it last.
    let unit = try #require(campaign.register["school-07"])
    let facts = try #require(
      try UnitFactsSource(campaign: campaign, store: try campaign.store())
        .facts(of: unit, in: campaign.current))
    #expect(facts.files.map(\.name) == ["снова.xlsx"])
    // A file that was only moved did not come again.
    try FileManager.default.removeItem(
      at: campaign.folder.inbox.appending(path: "папка/Наша форма.xlsx"))
    let standing = try CampaignStatus(campaign: campaign).run()[campaign.current]?
      .first { $0.unit == "school-07" }
    #expect(standing?.sentAgain == nil && standing?.sentBack?.reason == "нет подписи")
    _ = scratch
  }

  private func returned() async throws -> (ScratchFolder, OpenCampaign) {
    let (scratch, campaign) = try await campaign(with: "broken/moved-table.xlsx")
    _ = try ReturnForm(
      campaign: campaign, unit: "school-07", period: nil, form: nil,
      note: try DecisionNote(
        author: "Иванова", reason: "нет подписи", now: FixtureCampaign.now), isDryRun: false
    ).run()
    return (scratch, campaign)
  }

  /// What `collect` says of a form that comes `hours` after the return.
  private func strays(_ campaign: OpenCampaign, after hours: Int) async throws -> [StrayForm] {
    try await CollectForms(
      campaign: campaign, now: FixtureCampaign.now.addingTimeInterval(Double(hours) * 3_600),
      isDryRun: false, progress: .silent
    ).run().strays
  }

  @Test func aReturnedFileThatTheOfficeOnlyMovedDidNotCome() async throws {
    let (scratch, campaign) = try await returned()
    let inbox = campaign.folder.inbox
    try FileManager.default.createDirectory(
      at: inbox.appending(path: "возвращённые"), withIntermediateDirectories: true)
    try FileManager.default.moveItem(
      at: inbox.appending(path: "папка/Наша форма.xlsx"),
      to: inbox.appending(path: "возвращённые/Наша форма.xlsx"))
    #expect(try await strays(campaign, after: 1).isEmpty)
    _ = scratch
  }

  /// Only the version before tells whether the values are those of what was returned.
  @Test func theSameValuesAreToldOnlyOfWhatWasReturnedLast() async throws {
    let (scratch, campaign) = try await returned()
    var told: [[String]] = []
    for hour in [1, 2] {
      var form = try EditedForm("broken/moved-table.xlsx")
      try form.type(12, "C18", sheet: 2)
      try form.save(at: "2022-01-21T1\(hour):00:00Z")
      try WholeFile.write(
        try form.bytes(), to: campaign.folder.inbox.appending(path: "\(hour).xlsx"))
      told.append(try await strays(campaign, after: hour).map(\.file))
    }
    #expect(told == [[], []])
    let standing = try CampaignStatus(campaign: campaign).run()[campaign.current]?
      .first { $0.unit == "school-07" }
    #expect(standing?.file == "2.xlsx" && standing?.unmended == nil)
    _ = scratch
  }

  @Test func theSameValuesInAnotherFileAreTold() async throws {
    let (scratch, campaign) = try await returned()
    var form = try EditedForm("broken/moved-table.xlsx")
    try form.save(at: "2022-01-21T11:00:00Z")
    try WholeFile.write(try form.bytes(), to: campaign.folder.inbox.appending(path: "1.xlsx"))
    let told = try await strays(campaign, after: 1)
    #expect(told.map(\.file) == ["1.xlsx"])
    if case .unchanged(let entry)? = told.first?.oddity {
      #expect(entry.reason == "нет подписи")
    } else {
      Issue.record("\(told)")
    }
    // It counts, and what the form was sent back for stays open everywhere.
    let register = try ReadRegister(campaign: campaign, now: nil).run(campaign.current)
    let row = try #require(register.rows.first { $0.standing.unit == "school-07" })
    #expect(row.standing.file == "1.xlsx" && row.standing.state == .clean)
    #expect(row.standing.unmended?.reason == "нет подписи" && row.standing.sentBack == nil)
    #expect(try await answer(campaign, now: Self.later).answers.map(\.verdict) == [.returned])
    let page = try String(
      contentsOf: campaign.folder.answers(campaign.current)
        .appending(path: "school-07/protocol.html"), encoding: .utf8)
    #expect(page.contains("те же, что в форме, возвращённой 20.01.2022"))
    #expect(page.contains("нет подписи") && !page.contains("Форма принята"))
    let reminded = try RemindUnits(
      campaign: campaign, period: nil, scope: .due, now: Self.later, isDryRun: true
    ).run()
    #expect(reminded.letters.map(\.reason) == [.returned])
    #expect(register.totals.unmended == 1 && register.totals.returned == 0)
    let closing = try LockPeriod(
      campaign: campaign, period: campaign.current, author: "Иванова", reason: nil, now: Self.later,
      doubts: .refuse, isDryRun: true
    ).run()
    #expect(closing.unmended == [row.standing.name] && closing.returned.isEmpty)
    #expect(closing.isDoubtful)
    // Until the office takes its return back.
    let line = try #require(row.standing.unmended?.number)
    _ = try WithdrawDecision(
      campaign: campaign, line: line,
      note: try DecisionNote(author: "Иванова", reason: "подпись есть", now: Self.later),
      isDryRun: false
    ).run()
    let after = try CampaignStatus(campaign: campaign).run()[campaign.current]?
      .first { $0.unit == "school-07" }
    #expect(after?.unmended == nil && after?.file == "1.xlsx")
    #expect(try await answer(campaign, now: Self.later).answers.map(\.verdict) == [.clean])
    _ = scratch
  }
}

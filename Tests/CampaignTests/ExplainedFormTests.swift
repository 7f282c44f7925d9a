import Findings
import Foundation
import Monitoring
import TestSupport
import Testing
import Wording

@testable import Campaign

/// A school explains in its form what it is asked about.
@Suite struct ExplainedFormTests {
  /// Cells of «Кадры» (sheet 2) and «Пояснения» (sheet 7) of the blank.
  private static let explanations = 7

  private func collect(_ campaign: OpenCampaign, dryRun: Bool = false) async throws
    -> CollectSummary
  {
    try await CollectForms(
      campaign: campaign, now: FixtureCampaign.now, isDryRun: dryRun, progress: .silent
    ).run()
  }

  /// A form with three questions in the inbox, beside the school's form of the year before.
  private func campaignWithQuestions() throws -> (ScratchFolder, OpenCampaign) {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    let forms = try tableRows(Checkout.fixtures.appending(path: "expected/forms.csv"))
    let before = try #require(forms.first { $0["unit"] == "school-07" && $0["period"] == "2020" })
    for (fixture, name) in [
      ("campaign/inbox/\(before["file"] ?? "")", "2020.xlsx"), ("broken/warnings.xlsx", "1.xlsx"),
    ] {
      try WholeFile.write(
        try WholeFile.read(Checkout.fixtures.appending(path: fixture)),
        to: campaign.folder.inbox.appending(path: name))
    }
    return (scratch, campaign)
  }

  /// The same form sent again with these rows of explanations.
  private func send(
    _ rows: [(about: String, text: String)], _ campaign: OpenCampaign, at hour: Int
  ) throws {
    var form = try EditedForm("broken/warnings.xlsx")
    for (index, row) in rows.enumerated() {
      try form.type(row.about, "B\(index + 6)", sheet: Self.explanations)
      try form.type(row.text, "C\(index + 6)", sheet: Self.explanations)
    }
    try form.save(at: "2022-01-21T\(hour):00:00Z")
    try WholeFile.write(try form.bytes(), to: campaign.folder.inbox.appending(path: "\(hour).xlsx"))
  }

  private func standing(_ summary: CollectSummary) throws -> UnitStanding {
    try #require(
      summary.standings.values.joined().first { $0.unit == "school-07" && $0.period.year == 2021 })
  }

  private static let questions: [FindingCode] = [
    "vilyuysk:mentoring_without_programmes", "vilyuysk:staff_changed", "vilyuysk:zero_after_some",
  ]

  @Test func anExplanationClosesAQuestionUntilAVersionWithoutIt() async throws {
    let (scratch, campaign) = try campaignWithQuestions()
    let asked = try standing(try await collect(campaign))
    #expect(asked.state == .withWarnings && asked.warnings == 3 && asked.explained == 0)

    try send(
      [("Кадры!C6", "Присоединена начальная школа"), ("стр. 07", "Программы утвердят в марте")],
      campaign, at: 10)
    let summary = try await collect(campaign)
    let answered = try standing(summary)
    #expect(answered.state == .clean && answered.warnings == 0 && answered.explained == 3)
    let texts = summary.findings.filter { Self.questions.contains($0.code) }.map(\.explanation)
    #expect(
      texts.compactMap { $0 }.sorted() == [
        "Присоединена начальная школа", "Программы утвердят в марте", "Программы утвердят в марте",
      ])
    #expect(!summary.hasErrors)

    // Nothing is read anew, and all the same nothing is forgotten.
    let check = try await CheckForms(campaign: campaign, isDryRun: true, progress: .silent).run()
    #expect(check.findings.filter { !$0.isOpen }.count == 3)
    #expect(try standing(try await collect(campaign)).explained == 3)

    try send([("staff_changed", "да, всё верно")], campaign, at: 12)
    let again = try await collect(campaign)
    #expect(try standing(again).warnings == 4 && standing(again).explained == 0)
    #expect(again.findings.contains { $0.code == "explanation.empty" })
    _ = scratch
  }

  @Test func aDryRunClosesTheSameQuestions() async throws {
    let (scratch, campaign) = try campaignWithQuestions()
    try FileManager.default.removeItem(at: campaign.folder.inbox.appending(path: "1.xlsx"))
    try send([("Кадры, С6", "Присоединена начальная школа")], campaign, at: 10)
    let summary = try await collect(campaign, dryRun: true)
    let closed = summary.findings.filter { !$0.isOpen }.map(\.code)
    #expect(closed == ["vilyuysk:staff_changed"])
    #expect(Set(summary.findings.map(\.code)) == Set(Self.questions))
    _ = scratch
  }

  @Test func anErrorIsMendedNotExplained() async throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    var form = try EditedForm("broken/total-doubled.xlsx")
    try form.type("Кадры!C18", "B6", sheet: Self.explanations)
    try form.type("Учителя учились дважды за год", "C6", sheet: Self.explanations)
    try WholeFile.write(try form.bytes(), to: campaign.folder.inbox.appending(path: "1.xlsx"))
    let summary = try await collect(campaign)
    #expect(summary.hasErrors && summary.findings.filter { !$0.isOpen }.isEmpty)
    let stays = try #require(summary.findings.first { $0.code == "explanation.error-stays" })
    #expect(stays.severity == .notice && stays.origins.first?.place == "Пояснения!B6")
    _ = scratch
  }

  @Test func theProtocolShowsWhatIsOpenFirstAndWhatWasExplainedWithItsText() async throws {
    let (scratch, campaign) = try campaignWithQuestions()
    try send(
      [("Кадры!C6", "Присоединена начальная школа Петровой"), ("Кадры!C99", "Учитель уехал")],
      campaign, at: 10)
    _ = try await collect(campaign)
    _ = try await AnswerSchools(
      campaign: campaign, period: nil, units: [], scope: .changed, now: FixtureCampaign.now,
      isDryRun: false, progress: .silent
    ).run()
    let folder = campaign.folder.root.appending(path: "out/2021")
    let page = try String(
      contentsOf: folder.appending(path: "answers/school-07/protocol.html"), encoding: .utf8)
    #expect(Self.lines(of: page) == Self.golden)
    // Only the protocol of the school itself has its words.
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var telling: [String] = []
    for case let file as URL in files ?? .init() where !file.hasDirectoryPath {
      let text = String(decoding: try WholeFile.read(file), as: UTF8.self)
      if text.contains("Петровой") { telling.append(file.lastPathComponent) }
    }
    #expect(telling.sorted() == ["protocol.html", "protocol.json"])
    _ = scratch
  }

  /// The texts of a page from the verdict on, a line each, without the small print.
  private static func lines(of page: String) -> [String] {
    let body = page.range(of: "<body").map { String(page[$0.lowerBound...]) } ?? page
    return body.replacing(/<[^>]*>/, with: "").replacing("\u{A0}", with: " ")
      .replacing("&gt;", with: ">").split(whereSeparator: \.isNewline)
      .map { $0.split(separator: " ").joined(separator: " ") }
      .drop { !$0.hasPrefix("Форма принята") }
      .filter { !$0.isEmpty && !$0.hasPrefix("Почему") && !$0.hasPrefix("Что сделать") }
  }

  private static let golden = [
    "Форма принята; ответьте на 2 вопроса. Если значение верно, впишите пояснение на лист "
      + "«Пояснения», если нет — исправьте его. Форму отправьте на адрес электронной почты "
      + "информационно-методического отдела до 25 января 2022 г.",
    "К протоколу приложена копия вашего файла с замечаниями у ячеек: «10 – замечания.xlsx». "
      + "Исправлять можно прямо в ней.",
    "Проверено: Форма МС-1, 2021 год; файл «10.xlsx», версия 2, поступил 20.01.2022.",
    "Вопросы (2)",
    "Если значение верно, впишите на листе «Пояснения» ячейку или код замечания и причину. "
      + "Значения учитываются.",
    "Лист «Кадры»",
    "1. Ячейка C12, строка 07. В строке 06 есть участники наставничества (10), а в строке 07 "
      + "программ нет (0)",
    "2. Ячейка C12, строка 07. Индивидуальные программы наставничества, разработанные и "
      + "утверждённые организацией: указан 0, в прошлом году было 5",
    "Делать ничего не нужно",
    "Пояснение принято к сведению. Кадры, C6: Число педагогических работников изменилось больше "
      + "чем на 15 %: было 49, указано 66",
    "Пояснение: Присоединена начальная школа Петровой.",
    "Проверьте, верно ли понято",
    "Это не ошибки: так понято то, что записано необычно. Если понято верно, делать ничего не "
      + "нужно; если нет, исправьте форму.",
    "Пояснения, B7. Пояснение в строке 7 листа не относится ни к одному вопросу: «Кадры!C99».",
    "Не проверено из-за отсутствия данных: 4 правила.",
    "На вопросы отвечает: методист информационно-методического отдела Е. Г. Лазарева",
  ]

  @Test func aChangedValueIsSaidByItsLabel() async throws {
    let (scratch, campaign) = try campaignWithQuestions()
    _ = try await collect(campaign)
    var form = try EditedForm("broken/warnings.xlsx")
    try form.type(5, "C18", sheet: 2)
    try form.type(1, "D8", sheet: 3)
    try form.type("Кадры!C6", "B6", sheet: Self.explanations)
    try form.save(at: "2022-01-21T10:00:00Z")
    try WholeFile.write(try form.bytes(), to: campaign.folder.inbox.appending(path: "2.xlsx"))
    let summary = try await collect(campaign)
    let version = try #require(summary.versions.first)
    guard case .counts(let diff) = version.standing else {
      Issue.record("\(version.standing)")
      return
    }
    let names = summary.names
    #expect(names.unit(version.unit, in: version.period) == "МБОУ «Уолбутская СОШ»")
    let values = diff.changes.filter { !names.isExplanation($0.field, in: version.period) }
      .map { names.value($0.field, $0.breakdown, in: version.period, .ru) }
    // Of the explanation its place alone: the rest of its row is as empty as it was.
    #expect(diff.changes.count == values.count + 1)
    #expect(
      values.sorted() == [
        "Родной язык и литература, гр.\u{A0}4 «Организовано методическое сопровождение на уровне организации»",
        "стр.\u{A0}13 «Педагоги, прошедшие повышение квалификации, всего»",
      ])
    #expect(names.value("gone", .whole, in: version.period, .ru) == "gone")
    _ = scratch
  }
}

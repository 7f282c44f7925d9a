import Foundation
import Monitoring
import Spreadsheets
import Store
import TestSupport
import Testing
import Wording

@testable import Campaign

/// Letters to those who have not answered.
@Suite struct RemindTests {
  private func remind(
    _ campaign: OpenCampaign, _ stamp: String, _ scope: RemindUnits.Scope = .all
  ) throws -> ReminderSummary {
    try RemindUnits(
      campaign: campaign, period: nil, scope: scope, now: try Date(stamp, strategy: .iso8601),
      isDryRun: false
    ).run()
  }

  @Test func theLetterIsAnotherAfterTheDeadlineAndGoesWhenTheFormComes() async throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    let before = try remind(campaign, "2022-01-20T10:00:00Z")
    #expect(before.letters.count == 24)
    #expect(before.letters.allSatisfy { $0.reason == .awaited && !$0.hasBlank })
    let after = try remind(campaign, "2022-01-27T10:00:00Z")
    #expect(after.letters.allSatisfy { $0.reason == .missing && $0.document.outcome == .written })
    let again = try remind(campaign, "2022-01-27T12:00:00Z")
    #expect(again.letters.allSatisfy { $0.document.outcome == .unchanged })
    #expect(try remind(campaign, "2022-01-27T12:00:00Z", .due).letters.isEmpty)

    let form = try WholeFile.read(
      Checkout.fixtures.appending(path: "broken/inserted-column.xlsx"))
    try WholeFile.write(form, to: campaign.folder.inbox.appending(path: "form.xlsx"))
    let summary = try await CollectForms(
      campaign: campaign, now: FixtureCampaign.now, isDryRun: false, progress: .silent
    ).run()
    let came = try #require(
      summary.standings[campaign.current]?.first { $0.versions > 0 })
    let last = try remind(campaign, "2022-01-28T10:00:00Z")
    #expect(last.letters.count == (came.state == .clean || came.state == .withWarnings ? 23 : 24))
    #expect(last.removed == (last.letters.count == 23 ? [came.unit] : []))
    _ = scratch
  }

  @Test func theBlankGoesWithTheLetterAndAnEditedLetterStays() async throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    _ = try await IssueForms(
      campaign: campaign, period: nil, units: ["school-07"], formats: [.xlsx], isDryRun: false,
      progress: .silent
    ).run()
    let first = try remind(campaign, "2022-01-20T10:00:00Z")
    #expect(first.letters.filter(\.hasBlank).map(\.unit) == ["school-07"])
    let letter = campaign.folder.reminders(campaign.current).appending(path: "school-07.eml")
    let text = String(decoding: try WholeFile.read(letter), as: UTF8.self)
    #expect(text.hasPrefix("X-Unsent: 1\r\n"))
    try WholeFile.write(Array("правлено".utf8), to: letter)
    let second = try remind(campaign, "2022-01-21T10:00:00Z")
    #expect(second.letters.first { $0.unit == "school-07" }?.document.outcome == .besideEdited)
    #expect(try WholeFile.read(letter) == Array("правлено".utf8))
    _ = scratch
  }

  @Test func whatIsToBeMendedIsAskedForSoonOnceTheDeadlineIsOver() throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    let register = try ReadRegister(campaign: campaign, now: nil).run(campaign.current)
    let row = try #require(register.rows.first)
    var unit = try #require(campaign.register[row.standing.unit])
    unit.headDative = "директору Петровой"
    // Fixtures/campaign/campaign.yaml: the last day is 2022-01-25.
    for (day, isOver) in [("2022-01-25", false), ("2022-01-26", true)] {
      let words = ReminderWords(
        campaign: campaign, register: register, today: CalendarDate(iso: day))
      let body = try words.text(row, unit, .errors, attachment: nil).body
        .replacing("\u{A0}", with: " ")
      #expect(body.hasPrefix("Директору Петровой\n"))
      #expect(body.contains("как можно скорее: срок истёк 25") == isOver)
      #expect(body.contains(" до 25") == !isOver)
    }
    _ = scratch
  }

  private func withForm() async throws -> (ScratchFolder, OpenCampaign) {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    let form = try WholeFile.read(Checkout.fixtures.appending(path: "broken/moved-table.xlsx"))
    try WholeFile.write(form, to: campaign.folder.inbox.appending(path: "папка/Наша форма.xlsx"))
    _ = try await CollectForms(
      campaign: campaign, now: FixtureCampaign.now, isDryRun: false, progress: .silent
    ).run()
    return (scratch, campaign)
  }

  @Test func aReminderOfAReturnedFormNamesItsFileAndTheReason() async throws {
    let (scratch, campaign) = try await withForm()
    _ = try ReturnForm(
      campaign: campaign, unit: "school-07", period: nil, form: nil,
      note: try DecisionNote(
        author: "Иванова", reason: "данные прошлого года", now: FixtureCampaign.now),
      isDryRun: false
    ).run()
    let register = try ReadRegister(campaign: campaign, now: nil).run(campaign.current)
    let row = try #require(register.rows.first { $0.standing.unit == "school-07" })
    let words = ReminderWords(
      campaign: campaign, register: register, today: CalendarDate(iso: "2022-01-21"))
    let body = try words.text(row, campaign.register["school-07"], .returned, attachment: nil).body
    #expect(body.contains("«Наша форма.xlsx»") && body.contains("Причина: данные прошлого года"))
    #expect(!body.contains("папка/"))
    _ = scratch
  }

  @Test func inAClosedPeriodNothingIsWrittenUnlessAsked() async throws {
    let (scratch, open) = try await withForm()
    try open.store().lock(
      open.current, values: [], author: "Иванова",
      reason: "приказ № 5 (signed.csv, SHA-256 \(String(repeating: "0", count: 64)))",
      now: "2022-01-26T10:00:00Z")
    let campaign = try OpenCampaign.open(open.folder)
    let nothing = try remind(campaign, "2022-01-27T10:00:00Z")
    #expect(nothing.letters.isEmpty && nothing.closing?.author == "Иванова")
    #expect(nothing.closing?.closingReason == "приказ № 5")
    #expect(
      !FileManager.default.fileExists(atPath: campaign.folder.reminders(campaign.current).path))
    let asked = try RemindUnits(
      campaign: campaign, period: nil, scope: .all, now: FixtureCampaign.now, closed: .write,
      isDryRun: true
    ).run()
    #expect(asked.letters.count == 23 && asked.closing == nil)
    // What would not count is not asked for.
    let register = try ReadRegister(campaign: campaign, now: nil).run(campaign.current)
    let row = try #require(register.rows.first { $0.standing.state == .missing })
    let words = ReminderWords(
      campaign: campaign, register: register, today: CalendarDate(iso: "2022-01-27"),
      closing: try campaign.closing(of: campaign.current))
    for reason in [ReminderSummary.Reason.missing, .errors] {
      let body = try words.text(row, nil, reason, attachment: nil).body
      #expect(body.contains("Период закрыт 26.01.2022, его итоги подписаны: форма, которая придёт"))
      #expect(!body.contains("отправьте ") && body.contains("На вопросы отвечает"))
    }
    // Who mended it too late is not told that nothing came.
    var late = row
    (late.standing.errors, late.standing.late) = (2, ["папка/позже.xlsx"])
    let (subject, body) = try words.text(late, nil, .errors, attachment: nil)
    #expect(subject.hasSuffix("период закрыт"))
    #expect(body.contains("Файл «позже.xlsx» пришёл после закрытия периода и не учитывается."))
    #expect(body.contains("есть 2\u{A0}ошибки.") && !body.contains("не пришла"))
    _ = scratch
  }

  @Test func ofAFormThatCameAfterClosingTheAnswerSaysSo() async throws {
    let (scratch, open) = try FixtureCampaign.fresh()
    try open.store().lock(
      open.current, values: [], author: "Иванова", reason: "итоги", now: "2022-01-19T10:00:00Z")
    let campaign = try OpenCampaign.open(open.folder)
    let form = try WholeFile.read(Checkout.fixtures.appending(path: "broken/moved-table.xlsx"))
    try WholeFile.write(form, to: campaign.folder.inbox.appending(path: "1.xlsx"))
    _ = try await CollectForms(
      campaign: campaign, now: FixtureCampaign.now, isDryRun: false, progress: .silent
    ).run()
    let answered = try await AnswerSchools(
      campaign: campaign, period: nil, units: [], scope: .changed, now: FixtureCampaign.now,
      isDryRun: false, progress: .silent
    ).run()
    let name = try #require(campaign.register["school-07"]).name(in: campaign.current).short
    #expect(answered.late == [name] && answered.silent == 23 && answered.answers.isEmpty)
    _ = scratch
  }
}

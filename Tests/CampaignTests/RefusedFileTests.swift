import Findings
import Foundation
import Monitoring
import Reporting
import Store
import TestSupport
import Testing
import Wording

@testable import Campaign

/// Files that came and were not taken: Fixtures/broken/expected.tsv says why and at which cell.
@Suite struct RefusedFileTests {
  private func put(_ fixture: String, _ campaign: OpenCampaign, as name: String) throws {
    try WholeFile.write(
      try WholeFile.read(Checkout.fixtures.appending(path: fixture)),
      to: campaign.folder.inbox.appending(path: name))
  }

  @discardableResult
  private func collect(
    _ campaign: OpenCampaign, at stamp: String = "2022-01-20T10:00:00Z"
  ) async throws -> CollectSummary {
    try await CollectForms(
      campaign: campaign, now: try Date(stamp, strategy: .iso8601), isDryRun: false,
      progress: .silent
    ).run()
  }

  private func answer(_ campaign: OpenCampaign) async throws -> AnsweredSchools {
    try await AnswerSchools(
      campaign: campaign, period: nil, units: [], scope: .changed, now: FixtureCampaign.now,
      isDryRun: false, progress: .silent
    ).run()
  }

  private func text(_ campaign: OpenCampaign, _ path: String) throws -> String {
    try String(
      contentsOf: campaign.folder.output(campaign.current).appending(path: path), encoding: .utf8)
  }

  private func row(_ campaign: OpenCampaign, _ unit: UnitCode) throws -> FormRegister.Row {
    let register = try ReadRegister(campaign: campaign, now: nil).run(campaign.current)
    return try #require(register.rows.first { $0.standing.unit == unit })
  }

  @Test func theRegisterSaysThatAFileCameAndWhyItWasNotTaken() async throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    try put("broken/wrong-period.xlsx", campaign, as: "папка/Наша форма.xlsx")
    let summary = try await collect(campaign)
    let standing = try row(campaign, "school-07").standing
    // It is missing wherever forms are counted.
    #expect(standing.state == .missing && standing.printed == .refused)
    #expect(standing.refused.map(\.name) == ["папка/Наша форма.xlsx"])
    #expect(standing.refused.first?.findings.first?.origins.first?.place == "Титул!B8")
    let totals = FormRegister.Totals(
      standings: try #require(summary.standings[campaign.current]))
    #expect(totals.missing == 24 && totals.refused == 1)
    let page = try text(campaign, "summary.html")
    #expect(page.contains("файл не принят") && page.contains("Титул!B8"))
    #expect(page.contains("«2031»"))
    _ = scratch
  }

  @Test func itsSchoolIsAnsweredAndCounted() async throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    try put("broken/wrong-period.xlsx", campaign, as: "папка/Наша форма.xlsx")
    try await collect(campaign)
    let answered = try await answer(campaign)
    #expect(answered.answers.map(\.unit) == ["school-07"])
    #expect(answered.answers.map(\.verdict) == [.refused])
    #expect(answered.silent == 23 && answered.unclaimed.isEmpty)
    let page = try text(campaign, "answers/school-07/protocol.html")
    for part in [
      "Файл «Наша форма.xlsx» получен, но не принят: данные из него не учтены.", "Ячейка B8",
      "«2031»", "Впишите год, за который представляется эта форма, четырьмя цифрами.",
      "Исправленную форму отправьте",
    ] {
      #expect(page.replacing("\u{A0}", with: " ").contains(part), "\(part)")
    }
    #expect(!page.contains("Не представлено"))
    _ = scratch
  }

  @Test func aFolderSaysWhoseAFileIsWithoutItNobodyIsAnswered() async throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    try put("broken/wrong-code.xlsx", campaign, as: "форма.xlsx")
    try await collect(campaign)
    let first = try await answer(campaign)
    #expect(first.answers.isEmpty && first.silent == 24)
    #expect(first.unclaimed.map(\.name) == ["форма.xlsx"])
    let register = try ReadRegister(campaign: campaign, now: nil).run(campaign.current)
    #expect(register.unclaimed.map(\.name) == ["форма.xlsx"])
    try FileManager.default.createDirectory(
      at: campaign.folder.inbox.appending(path: "school-08"), withIntermediateDirectories: true)
    try FileManager.default.moveItem(
      at: campaign.folder.inbox.appending(path: "форма.xlsx"),
      to: campaign.folder.inbox.appending(path: "school-08/форма.xlsx"))
    try await collect(campaign)
    let second = try await answer(campaign)
    #expect(second.answers.map(\.unit) == ["school-08"] && second.unclaimed.isEmpty)
    let claimed = try ReadRegister(campaign: campaign, now: nil).run(campaign.current)
    #expect(claimed.unclaimed.isEmpty)
    _ = scratch
  }

  /// A file that cannot be opened at all is known by its name.
  @Test func aReminderSaysWhatCameAndWhatToDo() async throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    let unit = try #require(campaign.register["school-07"])
    let name = unit.name(in: campaign.current).short
    try put("broken/password.xlsx", campaign, as: "\(name).xlsx")
    try await collect(campaign)
    let late = try Date("2022-01-27T10:00:00Z", strategy: .iso8601)
    let letters = try RemindUnits(
      campaign: campaign, period: nil, scope: .all, now: late, isDryRun: false
    ).run().letters
    #expect(letters.filter { $0.reason == .refused }.map(\.unit) == ["school-07"])
    let words = ReminderWords(
      campaign: campaign,
      register: try ReadRegister(campaign: campaign, now: late).run(campaign.current),
      today: CalendarDate(iso: "2022-01-27"))
    let (subject, body) = try words.text(
      try row(campaign, "school-07"), unit, .refused, attachment: nil)
    #expect(subject.hasSuffix("файл не принят"))
    #expect(body.contains("получен, но не принят") && body.contains("снимите пароль"))
    #expect(!body.contains("не поступила"))
    _ = scratch
  }

  @Test func aFormThatIsTakenSettlesWhatCameBeforeAndAFileAfterItIsSaid() async throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    try put("broken/wrong-period.xlsx", campaign, as: "1.xlsx")
    try await collect(campaign)
    try put("broken/moved-table.xlsx", campaign, as: "2.xlsx")
    try await collect(campaign, at: "2022-01-21T10:00:00Z")
    let settled = try row(campaign, "school-07").standing
    #expect(settled.refused.isEmpty && settled.state != .missing)
    try put("broken/password.xlsx", campaign, as: "school-07/3.xlsx")
    try await collect(campaign, at: "2022-01-22T10:00:00Z")
    let after = try row(campaign, "school-07").standing
    #expect(after.refused.map(\.name) == ["school-07/3.xlsx"] && after.state == settled.state)
    for (scope, isReminded) in [(RemindUnits.Scope.missing, false), (.due, true)] {
      let letters = try RemindUnits(
        campaign: campaign, period: nil, scope: scope, now: FixtureCampaign.now, isDryRun: true
      ).run().letters
      #expect(letters.contains { $0.unit == "school-07" } == isReminded)
    }
    #expect(try await answer(campaign).answers.map(\.verdict) == [.refused])
    let page = try text(campaign, "answers/school-07/protocol.html")
    #expect(page.contains("Учитывается форма, которую вы прислали раньше."))
    _ = scratch
  }

  @Test func aFileThatWasMovedDidNotComeAgain() async throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    try put("broken/wrong-period.xlsx", campaign, as: "1.xlsx")
    try await collect(campaign)
    try put("broken/moved-table.xlsx", campaign, as: "2.xlsx")
    try await collect(campaign, at: "2022-01-21T10:00:00Z")
    try FileManager.default.createDirectory(
      at: campaign.folder.inbox.appending(path: "school-07"), withIntermediateDirectories: true)
    try FileManager.default.moveItem(
      at: campaign.folder.inbox.appending(path: "1.xlsx"),
      to: campaign.folder.inbox.appending(path: "school-07/1.xlsx"))
    try await collect(campaign, at: "2022-01-25T10:00:00Z")
    #expect(try row(campaign, "school-07").standing.refused.isEmpty)
    _ = scratch
  }

  /// In the fixtures' register `school-25` is merged into another in 2020.
  @Test func aFileOfWhomNothingIsAwaitedIsUnclaimed() async throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    let name = "school-25/форма.xlsx"
    try put("broken/wrong-code.xlsx", campaign, as: name)
    try await collect(campaign)
    let answered = try await answer(campaign)
    #expect(answered.answers.isEmpty && answered.unclaimed.map(\.name) == [name])
    _ = scratch
  }

  /// What only the office can do is not asked of a school.
  @Test func aSchoolIsNotToldOfTheOfficesCommands() throws {
    for entry in FindingCatalogue.entries where entry.code.rawValue.hasPrefix("file.") {
      let finding = Finding(
        code: entry.code, severity: entry.severity, origins: [Origin(file: "a.xlsx")])
      guard let words = FindingCatalogue.wordsToUnit(for: finding) else { continue }
      #expect(!words.line.contains("collect") && !words.line.contains("inbox"), "\(entry.code)")
    }
  }
}

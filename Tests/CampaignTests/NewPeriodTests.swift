import Foundation
import Monitoring
import Spreadsheets
import Store
import TestSupport
import Testing

@testable import Campaign

/// The turn of the year.
@Suite struct NewPeriodTests {
  private func begin(
    _ campaign: OpenCampaign, deadline: String? = "2023-02-01", isDryRun: Bool = false
  ) throws -> BegunPeriod {
    try BeginPeriod(
      campaign: campaign, year: nil, source: .kept, deadline: deadline, author: "Е. Г.",
      now: FixtureCampaign.now, isDryRun: isDryRun
    ).run()
  }

  private func text(_ campaign: OpenCampaign) throws -> String {
    try String(contentsOf: campaign.folder.settings, encoding: .utf8)
  }

  @Test func onlyTheLinesOfPeriodsAndDeadlinesChange() throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    let before = try text(campaign)
    let dry = try begin(campaign, isDryRun: true)
    #expect(dry.isAdded)
    #expect(try text(campaign) == before)
    let begun = try begin(campaign)
    #expect(begun.period.year == 2022 && begun.pin == .kept && !begun.isBeforeClosed)
    let after = try text(campaign)
    let changed = zip(before.split(separator: "\n"), after.split(separator: "\n"))
      .filter { $0 != $1 }.map { String($1) }
    #expect(
      changed == [
        "periods: [2019, 2020, 2021, 2022]",
        "deadline: {2021: \"2022-01-25\", 2022: \"2023-02-01\"}",
      ])
    let opened = try OpenCampaign.open(campaign.folder)
    #expect(opened.current.year == 2022)
    #expect(opened.settings.deadline(of: campaign.current) == "2022-01-25")
    let lines = try Store(folder: campaign.folder.root.path).journal()
    #expect(lines.map(\.act) == [.newPeriod] && lines.first?.period?.year == 2022)
    let again = try begin(opened)
    #expect(again.isUnchanged && again.period.year == 2022)
    #expect(try text(campaign) == after)
    #expect(try Store(folder: campaign.folder.root.path).journal().count == 1)
    _ = scratch
  }

  /// A campaign that was made from a folder of one's own has a pack that no name leads to.
  @Test func aPackThatIsNotFoundByItsNameMayBeGivenOrKept() throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    let other = try text(campaign).replacing("pack: vilyuysk", with: "pack: own-pack-of-nobody")
    try WholeFile.write(Array(other.utf8), to: campaign.folder.settings)
    let opened = try OpenCampaign.open(campaign.folder)
    let error = #expect(throws: CampaignError.self) {
      try BeginPeriod(
        campaign: opened, year: nil, source: .named, deadline: "2023-02-01", author: "Е. Г.",
        now: FixtureCampaign.now, isDryRun: false
      ).run()
    }
    for way in ["--pack", "--keep-pack"] {
      #expect(error?.russian.contains(way) ?? false)
      #expect(error?.english.contains(way) ?? false)
    }
    _ = scratch
  }

  /// In the fixtures' register `school-25` is merged into `school-09` in 2020, and `school-12` has
  /// another name from 2021 on.
  @Test func namesWhoTookAnotherOverAndWhoIsCalledOtherwise() throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    let years = campaign.settings.periods
    let changes = RegisterChanges(register: campaign.register)
    let merged = changes.begun(years[1], before: years[0])
    #expect(merged.closed == ["school-25"] && merged.merged == ["school-09"])
    #expect(merged.renamed.isEmpty)
    let renamed = changes.begun(years[2], before: years[1])
    #expect(renamed.renamed == ["school-12"] && renamed.merged.isEmpty && renamed.closed.isEmpty)
    _ = scratch
  }

  @Test func aYearThatLeavesOthersOutIsRefusedBeforeAnythingIsDone() throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    let before = try text(campaign)
    func begin(_ year: Int, _ gap: BeginPeriod.Gap) throws -> BegunPeriod {
      try BeginPeriod(
        campaign: campaign, year: year, source: .kept, deadline: nil, author: "Е. Г.",
        now: FixtureCampaign.now, gap: gap, isDryRun: false
      ).run()
    }
    let error = #expect(throws: CampaignError.self) { try begin(2030, .refuse) }
    #expect(error?.russian.contains("--year 2022") ?? false)
    #expect(error?.russian.contains("--anyway") ?? false)
    #expect(try text(campaign) == before)
    #expect(!Store.exists(in: campaign.folder.root.path))
    #expect(try begin(2030, .accept).period.year == 2030)
    #expect(try text(campaign) != before)
    _ = scratch
  }

  @Test func aDeadlineBeforeThePeriodIsRefused() throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    let before = try text(campaign)
    let error = #expect(throws: CampaignError.self) { try begin(campaign, deadline: "2021-12-31") }
    #expect(error?.russian.contains("31.12.2021") ?? false)
    #expect(try text(campaign) == before)
    _ = scratch
  }

  @Test(arguments: [
    "periods: [2020, 2021]  # годы\n", "periods:\n  - 2020\n  # прошлый\n  - 2021\n",
    "periods:\n- 2020\n- 2021\n", "periods: [\n  2020,\n  2021\n]\n",
  ])
  func everyWayOfWritingAListIsUnderstood(list: String) {
    var lines = SettingsLines("pack: p\n" + list + "place: г.\n")
    let isAdded = lines.append("2022", to: "periods")
    #expect(isAdded)
    let years = lines.text.matches(of: /20\d\d/).map { String($0.output) }
    #expect(years == ["2020", "2021", "2022"])
    #expect(lines.text.hasPrefix("pack: p\nperiods:") && lines.text.hasSuffix("place: г.\n"))
  }

  @Test(arguments: [
    (
      "deadline: \"2021-01-25\"  # срок\n",
      "deadline: {2020: \"2021-01-25\", 2021: \"x\"}  # срок\n"
    ),
    ("deadline: 2021-01-25\r\n", "deadline: {2020: \"2021-01-25\", 2021: \"x\"}\r\n"),
    ("deadline: {2020: \"a\"}\n", "deadline: {2020: \"a\", 2021: \"x\"}\n"),
    ("deadline:\n  2020: \"a\"\n", "deadline:\n  2020: \"a\"\n  2021: \"x\"\n"),
  ])
  func everyWayOfWritingADeadlineIsUnderstood(old: String, new: String) throws {
    var lines = SettingsLines(old)
    let (one, two) = (try #require(Period("2020")), try #require(Period("2021")))
    let isAdded = lines.add("x", of: two, to: "deadline", single: one)
    #expect(isAdded && lines.text == new)
  }

  @Test func settingsThatCannotBeEditedSafelyStayAndItSaysWhatToType() throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    // The periods hide behind an anchor in a comment's bracket.
    let old = try text(campaign)
    let odd = old.replacing(
      "periods: [2019, 2020, 2021]", with: "\"periods\": [2019, 2020, 2021]")
    try WholeFile.write(Array(odd.utf8), to: campaign.folder.settings)
    let opened = try OpenCampaign.open(campaign.folder)
    let error = #expect(throws: CampaignError.self) { try begin(opened) }
    #expect(error?.russian.contains("periods: [2019, 2020, 2021, 2022]") ?? false)
    #expect(try text(campaign) == odd)
    #expect(!Store.exists(in: campaign.folder.root.path))
    _ = scratch
  }

  @Test func aBlankOfARenamedSchoolIsNamedAsOutOfDate() async throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    func issue() async throws -> IssuedFiles {
      try await IssueForms(
        campaign: campaign, period: nil, units: ["school-07"], formats: [.xlsx], isDryRun: false,
        progress: .silent
      ).run()
    }
    #expect(try await issue().stale.isEmpty)
    let folder = campaign.folder.forms(campaign.current)
    let old = folder.appending(path: "Форма МС-1 – МБОУ «Прежняя СОШ» – 2021.xlsx")
    try WholeFile.write([1], to: old)
    #expect(try await issue().stale == [old.lastPathComponent])
    #expect(FileManager.default.fileExists(atPath: old.path))
    _ = scratch
  }
}

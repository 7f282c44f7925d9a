import Foundation
import Monitoring
import Reporting
import Spreadsheets
import Store
import TestSupport
import Testing
import Wording

@testable import Campaign

/// The register of forms of the demonstration campaign, which is collected on 20.01.2022 in UTC.
@Suite struct FormRegisterTests {
  /// The fixtures with other settings.
  private func campaign(_ change: (String) -> String) async throws -> (ScratchFolder, OpenCampaign)
  {
    let (scratch, fresh) = try FixtureCampaign.fresh()
    let file = fresh.folder.settings
    let text = try String(contentsOf: file, encoding: .utf8)
    try WholeFile.write(Array(change(text).utf8), to: file)
    let campaign = try OpenCampaign.open(fresh.folder)
    let form = try WholeFile.read(
      Checkout.fixtures.appending(path: "broken/inserted-column.xlsx"))
    try WholeFile.write(form, to: campaign.folder.inbox.appending(path: "form.xlsx"))
    return (scratch, campaign)
  }

  private func collect(_ campaign: OpenCampaign, at stamp: String) async throws {
    let now = try Date(stamp, strategy: .iso8601)
    _ = try await CollectForms(campaign: campaign, now: now, isDryRun: false, progress: .silent)
      .run()
  }

  private func arrived(_ campaign: OpenCampaign) throws -> FormRegister.Row {
    let rows = try ReadRegister(campaign: campaign, now: nil).run(campaign.current).rows
    return try #require(rows.first { $0.standing.versions > 0 })
  }

  /// 15:30 in UTC is past midnight nine hours to the east.
  @Test(arguments: [("", true), ("time_zone: Asia/Yakutsk\n", false)])
  func theDayIsThatOfTheCampaignsTimeZone(zone: String, isInTime: Bool) async throws {
    let (scratch, campaign) = try await campaign { $0 + zone }
    try await collect(campaign, at: "2022-01-25T15:30:00Z")
    let row = try arrived(campaign)
    let day = try #require(CalendarDate(iso: isInTime ? "2022-01-25" : "2022-01-26"))
    #expect(row.timing == (isInTime ? .inTime(day) : .late(day, days: 1)))
    // The protocol tells the same day.
    let unit = try #require(campaign.register[row.standing.unit])
    let facts = try #require(
      try UnitFactsSource(campaign: campaign, store: try campaign.store())
        .facts(of: unit, in: campaign.current))
    let material = AnswerMaterial(
      campaign: campaign, period: campaign.current, now: FixtureCampaign.now
    ).material(of: facts)
    #expect(material.head.received == day.iso)
    _ = scratch
  }

  @Test func aFormThatIsReadAnewKeepsTheDayOnWhichItCame() async throws {
    let (scratch, campaign) = try await campaign { $0 }
    try await collect(campaign, at: "2022-01-20T10:00:00Z")
    // Another pack reads the file anew, after the deadline.
    let form = campaign.folder.system(campaign.current).appending(path: "form.yaml")
    let text = try String(contentsOf: form, encoding: .utf8)
    try WholeFile.write(Array((text + "\n# changed\n").utf8), to: form)
    let later = try OpenCampaign.open(campaign.folder)
    try await collect(later, at: "2022-03-01T10:00:00Z")
    #expect(try arrived(later).timing == .inTime(try #require(CalendarDate(iso: "2022-01-20"))))
    _ = scratch
  }

  @Test func whatHasNotComeIsOverdueOnlyAfterTheDeadline() async throws {
    let (scratch, campaign) = try await campaign { $0 }
    func missing(_ stamp: String) throws -> FormRegister.Timing? {
      let now = try Date(stamp, strategy: .iso8601)
      return try ReadRegister(campaign: campaign, now: now).run(campaign.current).rows.first?.timing
    }
    #expect(try missing("2022-01-25T23:00:00Z") == .awaited)
    #expect(try missing("2022-01-27T01:00:00Z") == .overdue(days: 2))
    _ = scratch
  }

  @Test func tellsWhomToAskAndCountsByGroup() async throws {
    let collected = try await FixtureCampaign.collected()
    let campaign = collected.campaign
    let register = try ReadRegister(campaign: campaign, now: nil).run(campaign.current)
    let contacts = register.rows.filter { $0.filledBy != nil && $0.phone != nil }
    #expect(contacts.count > 15)
    let groups = register.groups(unnamed: "–")
    #expect(groups.count > 1)
    #expect(groups.reduce(0) { $0 + $1.totals.expected } == register.totals.expected)
    #expect(groups.reduce(0) { $0 + $1.totals.missing } == register.totals.missing)
    #expect(register.totals.expected == 24 && register.totals.missing == 1)
    // `collect` counts what it read as the register does.
    let counted = FormRegister.Totals(
      standings: try #require(collected.summary.standings[campaign.current]))
    #expect(counted.states == register.totals.states && counted.expected == 24)
  }

  @Test func aScanIsReceivedUntilItIsWithdrawn() async throws {
    let (scratch, campaign) = try await campaign { $0 }
    try await collect(campaign, at: "2022-01-20T10:00:00Z")
    let unit = try arrived(campaign).standing.unit
    let store = try Store(folder: campaign.folder.root.path)
    let line = try store.write(
      JournalEntry(
        at: "2022-01-28T10:00:00Z", author: "Е. Г.", reason: "",
        act: .scan(received: "2022-01-27"), period: campaign.current, unit: unit))
    // It is noted a day later than it came.
    #expect(try arrived(campaign).scan == CalendarDate(iso: "2022-01-27"))
    let since = try #require(CalendarDate(iso: "2022-01-21"))
    let events = try ListEvents(campaign: campaign).run(campaign.current, since: since)
    #expect(events.count == 1 && events[0].unit == unit)
    try store.write(
      JournalEntry(
        at: "2022-01-29T10:00:00Z", author: "Е. Г.", reason: "не та школа", act: .withdraw(line)))
    #expect(try arrived(campaign).scan == nil)
    _ = scratch
  }

  @Test func thePageNamesEveryUnitAndTheWorkbookIsAWorkbook() async throws {
    let campaign = try await FixtureCampaign.collected().campaign
    let register = try ReadRegister(campaign: campaign, now: nil).run(campaign.current)
    let step = WriteRegister(campaign: campaign, now: FixtureCampaign.now)
    let page = String(decoding: try step.page(register), as: UTF8.self)
    for row in register.rows { #expect(page.contains(row.standing.name)) }
    let material = register.material(of: campaign)
    let workbook = RegisterWorkbook(material, created: "2022-01-30T00:00:00Z").workbook
    #expect(workbook.sheets.map(\.name) == ["Реестр форм", "Итоги"])
    #expect(workbook.sheets[0].filter?.description == "A4:L28")
    #expect(try step.workbook(register).prefix(2) == [0x50, 0x4B])
  }
}

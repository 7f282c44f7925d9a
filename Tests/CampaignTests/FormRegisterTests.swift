import Findings
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

  /// 15:30 in UTC on the 25th is the 26th in Yakutsk: the story begins where the register puts it.
  @Test(arguments: [("", "2022-01-25"), ("time_zone: Asia/Yakutsk\n", "2022-01-26")])
  func theStoryBeginsOnTheDayThatTheRegisterNames(zone: String, day: String) async throws {
    let (scratch, campaign) = try await campaign { $0 + zone }
    try await collect(campaign, at: "2022-01-25T15:30:00Z")
    let came = try #require(CalendarDate(iso: day))
    #expect(try arrived(campaign).arrived == came)
    func told(since beginning: CampaignJournal.Beginning) throws -> [JournalLine] {
      try CampaignJournal(campaign: campaign, unit: nil, period: nil, since: beginning).run().lines
    }
    let next = try #require(CalendarDate(year: 2022, month: 1, day: came.day + 1))
    #expect(try told(since: .day(came)).count == 1)
    #expect(try told(since: .day(next)).isEmpty)
    let moment = try Date("2022-01-25T15:30:00Z", strategy: .iso8601)
    #expect(try told(since: .moment(moment)).count == 1)
    #expect(try told(since: .moment(moment + 1)).isEmpty)
    // What is printed is the clock of the same zone.
    let line = try #require(try told(since: .day(came)).first)
    #expect(campaign.days.local(line.at).hasPrefix(day + (zone.isEmpty ? "T15:30" : "T00:30")))
    _ = scratch
  }

  /// Fixtures/campaign/campaign.yaml: the last day is 2022-01-25; this machine stands in Yakutsk and
  /// the settings name no zone.
  @Test(arguments: [("2022-01-25T14:59:59Z", false), ("2022-01-25T15:00:00Z", true)])
  func registerReminderAndAnswerHaveOneToday(stamp: String, isOver: Bool) async throws {
    let (scratch, here) = try await campaign { $0 }
    try await collect(here, at: "2022-01-20T10:00:00Z")
    let zone = try #require(TimeZone(identifier: "Asia/Yakutsk"))
    let campaign = try OpenCampaign.open(here.folder, machineZone: zone)
    let now = try Date(stamp, strategy: .iso8601)
    let rows = try ReadRegister(campaign: campaign, now: now).run(campaign.current).rows
    let missing = try #require(rows.first { $0.standing.versions == 0 })
    #expect(missing.timing == (isOver ? .overdue(days: 1) : .awaited))
    let came = try #require(rows.first { $0.standing.versions > 0 })
    let unit = try #require(campaign.register[came.standing.unit])
    var facts = try #require(
      try UnitFactsSource(campaign: campaign, store: campaign.store())
        .facts(of: unit, in: campaign.current))
    let answer = AnswerMaterial(campaign: campaign, period: campaign.current, now: now)
    // Of whom nothing is asked no term passes.
    #expect(!answer.material(of: facts).head.isOverdue)
    facts.stored.findings.append(Finding(code: "cell.missing", severity: .error, origins: []))
    #expect(answer.material(of: facts).head.isOverdue == isOver)
    let letters = try RemindUnits(
      campaign: campaign, period: nil, scope: .missing, now: now, isDryRun: false
    ).run().letters
    #expect(
      letters.first { $0.unit == missing.standing.unit }?.reason == (isOver ? .missing : .awaited))
    let letter = campaign.folder.reminders(campaign.current)
      .appending(path: "\(missing.standing.unit).eml")
    // The midnight with which the day of the run began there.
    let began = isOver ? "Tue, 25 Jan 2022 15:00:00 +0000" : "Mon, 24 Jan 2022 15:00:00 +0000"
    #expect(try String(contentsOf: letter, encoding: .utf8).contains("Date: \(began)"))
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

  /// Fixtures/campaign/campaign.yaml has one deadline, which is the last period's.
  @Test func withoutADeadlineAFormComesNeitherInTimeNorLate() async throws {
    let campaign = try await FixtureCampaign.collected().campaign
    let earlier = try #require(campaign.settings.periods.first)
    let register = try ReadRegister(campaign: campaign, now: FixtureCampaign.now).run(earlier)
    let came = try #require(CalendarDate(iso: "2022-01-20"))
    #expect(register.deadline == nil)
    #expect(Set(register.rows.map(\.timing)).isSubset(of: [.came(came), .awaited]))
    #expect(register.totals.arrived > 0)
    #expect(register.totals.inTime == 0 && register.totals.late == 0)
    let material = register.material(of: campaign)
    let titles = ["Ожидается", "Поступило", "Не поступило", "С ошибками", "Возвращено", "Принято"]
    #expect(material.partCounts.map(\.title) == titles + ["Сканов"])
    let arrived = try #require(material.partCounts.first { $0.title == "Поступило" })
    let whole = try #require(material.parts.last)
    #expect(arrived.count(whole) == register.totals.arrived)
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
    let events = try CampaignJournal(
      campaign: campaign, unit: nil, period: campaign.current, since: .day(since)
    ).run().lines
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

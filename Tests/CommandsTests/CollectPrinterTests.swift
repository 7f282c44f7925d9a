import Foundation
import Monitoring
import TestSupport
import Testing

@testable import Campaign
@testable import Commands

/// What `collect` says of forms that are odd.
@Suite struct CollectPrinterTests {
  @Test func ofManyFormsOfAnEarlierYearTheFirstAreNamedAndTheRestCounted() throws {
    let (scratch, campaign) = try SampleCampaign.fresh()
    let period = try #require(campaign.settings.periods.first)
    var summary = CollectSummary(campaign: campaign)
    summary.take(
      (1...25).map {
        StrayForm(
          file: "форма \($0).xlsx", unit: "school-07", period: period,
          oddity: .ofEarlierPeriod(last: campaign.current))
      })
    let lines = CollectPrinter(summary: summary, days: campaign.days, isDryRun: true).text
      .split(separator: "\n")
    #expect(lines.count { $0.contains("форма ") && $0.contains(".xlsx (") } == 10)
    #expect(lines.contains { $0.contains("15") && !$0.contains(".xlsx") })
    _ = scratch
  }

  /// To open the old year for it would be the opposite of asking for a form of this one.
  @Test func aFormOfAClosedYearInTheSteadOfThisOneIsToldOfOnce() async throws {
    let (scratch, fresh) = try SampleCampaign.fresh()
    let folder = fresh.folder
    let now = Date(timeIntervalSince1970: 1_642_672_800)
    func collect(_ fixture: String, as name: String) async throws -> CollectSummary {
      try WholeFile.write(
        try WholeFile.read(Checkout.fixtures.appending(path: "campaign/inbox/\(fixture)")),
        to: folder.inbox.appending(path: name))
      return try await CollectForms(
        campaign: try OpenCampaign.open(folder), now: now, isDryRun: false, progress: .silent
      ).run()
    }
    _ = try await collect("2020/02_форма МС-1_2020.ods", as: "2020/вторая.ods")
    _ = try LockPeriod(
      campaign: try OpenCampaign.open(folder), period: try #require(Period(year: 2020)),
      author: "Иванова", reason: nil, now: now, doubts: .accept, isDryRun: false
    ).run()
    _ = try await collect("2021/МС-1 Сиэллээхская СОШ.xlsx", as: "эта.xlsx")
    let summary = try await collect("2020/12_форма МС-1_2020.xlsx", as: "прошлая.xlsx")
    #expect(summary.late.map(\.fileName) == ["прошлая.xlsx"])
    let campaign = try OpenCampaign.open(folder)
    let lines = CollectPrinter(summary: summary, days: campaign.days, isDryRun: false).text
      .split(separator: "\n").filter { line in
        line.contains("прошлая.xlsx") && ["ВНИМАНИЕ", "NOTE"].contains { line.hasPrefix($0) }
      }
    #expect(lines.count == 1 && lines.first?.contains("unlock") == false)
    _ = scratch
  }
}

import Foundation
import Monitoring
import TestSupport
import Testing

@testable import Campaign
@testable import Commands

/// What `collect` says of forms that are odd.
@Suite struct CollectPrinterTests {
  @Test func ofManyFormsOfAnEarlierYearTheFirstAreNamedAndTheRestCounted() throws {
    let scratch = try ScratchFolder()
    let folder = CampaignFolder(scratch.url.appending(path: "campaign"))
    let fixtures = Checkout.fixtures.appending(path: "campaign")
    _ = try NewCampaign(
      folder: folder, pack: Checkout.templates.appending(path: "vilyuysk"),
      settings: fixtures.appending(path: "campaign.yaml"),
      register: fixtures.appending(path: "schools.xlsx"), isDryRun: false
    ).run()
    let campaign = try OpenCampaign.open(folder)
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
  }
}

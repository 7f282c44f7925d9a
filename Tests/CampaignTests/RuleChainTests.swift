import Findings
import Foundation
import Monitoring
import Store
import TestSupport
import Testing

@testable import Campaign

/// Rules look one year back, and those of that year looked back too.
@Suite struct RuleChainTests {
  @Test func whatIsFoundAnewInOneYearIsLookedAtInTheNextByTheSameCheck() async throws {
    let collected = try await FixtureCampaign.collected().campaign
    let scratch = try ScratchFolder()
    let root = scratch.url.appending(path: "campaign")
    try FileManager.default.copyItem(at: collected.folder.root, to: root)
    let campaign = try OpenCampaign.open(CampaignFolder(root))
    let store = try campaign.store()
    func waiting() throws -> [UnitPeriod] {
      try store.unchecked(rules: campaign.readingMark, lineage: campaign.register.lineage)
    }
    #expect(try waiting().isEmpty)
    // As another pack had found it: the rules of the first year have to run again.
    let first = try #require(campaign.settings.periods.first)
    let place = try #require(
      try store.submissions(period: first).first { $0.standing == .current }?.submission)
    try store.replaceRuleFindings(
      unit: place.unit, period: first,
      findings: [
        Finding(
          code: "other:rule", severity: .warning,
          key: FindingKey(unit: place.unit.rawValue, period: first.description),
          origins: [Origin(file: place.fileName)])
      ], withheld: [], rules: "other")
    #expect(try waiting().map(\.period.year) == [2019, 2020])
    _ = try await CheckForms(campaign: campaign, isDryRun: false, progress: .silent).run()
    #expect(try waiting().isEmpty)
  }
}

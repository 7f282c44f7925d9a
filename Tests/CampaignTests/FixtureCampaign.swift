import Campaign
import Monitoring
import Foundation
import Monitoring
import TestSupport

/// The demonstration campaign, collected once for all tests of this target.
enum FixtureCampaign {
  struct Collected: Sendable {
    let scratch: ScratchFolder
    let campaign: OpenCampaign
    let summary: CollectSummary
  }

  static let now = Date(timeIntervalSince1970: 1_642_672_800)

  private static let task = Task { try await collect() }

  static func collected() async throws -> Collected { try await task.value }

  /// A folder of a campaign with the fixtures' register and settings, its inbox empty.
  static func fresh() throws -> (ScratchFolder, OpenCampaign) {
    let scratch = try ScratchFolder()
    let folder = CampaignFolder(scratch.url.appending(path: "campaign"))
    let fixtures = Checkout.fixtures.appending(path: "campaign")
    let settings = fixtures.appending(path: "campaign.yaml")
    let pack = try OpenCampaign.settings(try WholeFile.read(settings), file: settings).pack
    _ = try NewCampaign(
      folder: folder, pack: Checkout.templates.appending(path: pack), settings: settings,
      register: fixtures.appending(path: "schools.xlsx"), isDryRun: false
    ).run()
    return (scratch, try OpenCampaign.open(folder))
  }

  private static func collect() async throws -> Collected {
    let (scratch, campaign) = try fresh()
    try FileManager.default.removeItem(at: campaign.folder.inbox)
    try FileManager.default.copyItem(
      at: Checkout.fixtures.appending(path: "campaign/inbox"), to: campaign.folder.inbox)
    let summary = try await CollectForms(
      campaign: campaign, now: now, isDryRun: false, progress: .silent
    ).run()
    return Collected(scratch: scratch, campaign: campaign, summary: summary)
  }
}

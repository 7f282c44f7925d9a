import Foundation
import TestSupport

@testable import Campaign

/// A campaign of the fixtures' schools with nothing in its inbox.
enum SampleCampaign {
  /// - Returns: the folder, which goes with what holds it, and the campaign in it.
  static func fresh() throws -> (ScratchFolder, OpenCampaign) {
    let scratch = try ScratchFolder()
    let folder = CampaignFolder(scratch.url.appending(path: "campaign"))
    let fixtures = Checkout.fixtures.appending(path: "campaign")
    _ = try NewCampaign(
      folder: folder, pack: Checkout.templates.appending(path: "vilyuysk"),
      settings: fixtures.appending(path: "campaign.yaml"),
      register: fixtures.appending(path: "schools.xlsx"), isDryRun: false
    ).run()
    return (scratch, try OpenCampaign.open(folder))
  }
}

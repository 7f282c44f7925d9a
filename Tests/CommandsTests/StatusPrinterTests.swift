import Foundation
import Monitoring
import TestSupport
import Testing

@testable import Campaign
@testable import Commands

/// What `status` says beside the numbers.
@Suite struct StatusPrinterTests {
  private func register() throws -> (FormRegister, OpenCampaign, ScratchFolder) {
    let scratch = try ScratchFolder()
    let folder = CampaignFolder(scratch.url.appending(path: "campaign"))
    let fixtures = Checkout.fixtures.appending(path: "campaign")
    _ = try NewCampaign(
      folder: folder, pack: Checkout.templates.appending(path: "vilyuysk"),
      settings: fixtures.appending(path: "campaign.yaml"),
      register: fixtures.appending(path: "schools.xlsx"), isDryRun: false
    ).run()
    let campaign = try OpenCampaign.open(folder)
    return (
      try ReadRegister(campaign: campaign, now: nil).run(campaign.current), campaign, scratch
    )
  }

  @Test func aFormWhoseErrorsAreOfTheOfficeIsNotJustAccepted() throws {
    let (register, _, scratch) = try register()
    var standing = try #require(register.rows.first).standing
    standing.state = .clean
    #expect(StatusPrinter.state(standing) == say("принята", "accepted"))
    (standing.ofOffice, standing.officeErrors) = (3, 2)
    #expect(
      StatusPrinter.state(standing)
        == say(
          "принята; ошибки после исправлений управления: 2",
          "accepted; errors after corrections of the office: 2"))
    _ = scratch
  }
}

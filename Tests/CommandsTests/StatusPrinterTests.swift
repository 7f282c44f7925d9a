import Foundation
import Monitoring
import TestSupport
import Testing

@testable import Campaign
@testable import Commands

/// What the register says beside its numbers: of states, and of files below its table.
@Suite struct StatusPrinterTests {
  private func register() throws -> (ScratchFolder, OpenCampaign, FormRegister) {
    let (scratch, campaign) = try SampleCampaign.fresh()
    return (scratch, campaign, try ReadRegister(campaign: campaign, now: nil).run(campaign.current))
  }

  /// The lines below the table that hold a text.
  private func lines(
    _ register: FormRegister, _ campaign: OpenCampaign, with text: String
  ) -> [Substring] {
    StatusPrinter(registers: [register], speaker: FindingSpeaker(packs: campaign.packs)).table
      .split(separator: "\n").filter { $0.contains(text) }
  }

  @Test func whatCameAfterClosingIsNamedWithWhatCanBeDone() throws {
    var (scratch, campaign, register) = try register()
    #expect(lines(register, campaign, with: "svodka unlock").isEmpty)
    register.rows[0].standing.files = ["подписанная.xlsx"]
    register.rows[0].standing.late = ["поздняя.xlsx", "ещё.xlsx"]
    #expect(lines(register, campaign, with: "svodka unlock").count == 1)
    for file in ["поздняя.xlsx", "ещё.xlsx"] {
      let named = lines(register, campaign, with: file)
      #expect(named.count == 1 && named[0].contains(register.rows[0].standing.name))
    }
    _ = scratch
  }

  @Test func aFormThatRepeatsWhatWasSentBackIsNamedWithTheLineOfItsReturn() throws {
    var (scratch, campaign, register) = try register()
    register.rows[0].standing.files = ["снова.xlsx"]
    register.rows[0].standing.unmended = JournalEntry(
      number: 7, at: "2022-01-20T10:00:00Z", author: "Иванова", reason: "нет подписи",
      act: .returnForm(hash: "0"), period: campaign.current, unit: "school-01", form: "ms-1")
    let named = lines(register, campaign, with: "нет подписи")
    #expect(named.count == 1 && named[0].contains("снова.xlsx") && named[0].contains("7"))
    #expect(lines(register, campaign, with: "withdraw").count == 1)
    _ = scratch
  }

  @Test func aFormOfAnEarlierYearIsNamedWithItsYear() throws {
    var (scratch, campaign, register) = try register()
    register.rows[0].standing.earlier = [
      EarlierForm(file: "прошлая.xlsx", period: try #require(Period(year: 2019)))
    ]
    let named = lines(register, campaign, with: "прошлая.xlsx")
    #expect(named.count == 1 && named[0].contains("2019"))
    _ = scratch
  }

  @Test func aFormWhoseErrorsAreOfTheOfficeIsNotJustAccepted() throws {
    let (scratch, _, register) = try register()
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

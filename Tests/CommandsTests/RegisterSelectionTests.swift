import ArgumentParser
import Campaign
import Foundation
import Monitoring
import TestSupport
import Testing

@testable import Commands

/// What `status --only` shows of a register whose rows stand in all ways.
@Suite struct RegisterSelectionTests {
  private func register() throws -> (FormRegister, OpenCampaign, ScratchFolder) {
    let (scratch, campaign) = try SampleCampaign.fresh()
    return (
      try ReadRegister(campaign: campaign, now: nil).run(campaign.current), campaign, scratch
    )
  }

  /// Rows with: errors and questions, questions, errors, neither, nothing that came, and neither in a
  /// form that repeats what was sent back.
  @Test(arguments: [
    ("errors", [0, 2, 5]), ("questions", [0, 1]), ("accepted", [1, 3]), ("missing", [4]),
    ("returned", [5]),
  ])
  func aSchoolWithErrorsAndQuestionsIsAmongBoth(only: String, expected: [Int]) throws {
    let (whole, campaign, scratch) = try register()
    var register = whole
    let ways: [(state: UnitStanding.State, errors: Int, warnings: Int)] = [
      (.withErrors, 1, 2), (.withWarnings, 0, 1), (.withErrors, 3, 0), (.clean, 0, 0),
      (.missing, 0, 0), (.clean, 0, 0),
    ]
    register.rows = Array(register.rows.prefix(ways.count))
    for (place, way) in ways.enumerated() {
      register.rows[place].standing.state = way.state
      register.rows[place].standing.errors = way.errors
      register.rows[place].standing.warnings = way.warnings
    }
    register.rows[5].standing.unmended = JournalEntry(
      number: 1, at: "2022-01-20T10:00:00Z", author: "Иванова", reason: "нет подписи",
      act: .returnForm(hash: "0"), period: campaign.current)
    let codes = register.rows.map(\.standing.unit)
    let shown = try RegisterSelection.parse(["--only", only]).filtered(register, campaign)
    #expect(shown.rows.map(\.standing.unit) == expected.map { codes[$0] })
    _ = scratch
  }
}

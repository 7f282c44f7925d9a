import Findings
import Foundation
import Monitoring
import TestSupport
import Testing

@testable import Campaign
@testable import Commands

/// What a decision prints; in «total-doubled» row 13 («Кадры!C18») says 79 where 41 teachers work.
@Suite struct DecisionPrinterTests {
  private func campaign() async throws -> (ScratchFolder, OpenCampaign) {
    let (scratch, fresh) = try SampleCampaign.fresh()
    let folder = fresh.folder
    try WholeFile.write(
      try WholeFile.read(Checkout.fixtures.appending(path: "broken/total-doubled.xlsx")),
      to: folder.inbox.appending(path: "1.xlsx"))
    let campaign = try OpenCampaign.open(folder)
    _ = try await CollectForms(
      campaign: campaign, now: Date(timeIntervalSince1970: 1_642_500_000), isDryRun: false,
      progress: .silent
    ).run()
    return (scratch, campaign)
  }

  private func note() throws -> DecisionNote {
    try DecisionNote(
      author: "Е. Г. Лазарева", reason: "справка", now: Date(timeIntervalSince1970: 1_642_600_000))
  }

  @Test func anErrorThatWasAcceptedIsCalledImpossible() async throws {
    let (scratch, campaign) = try await campaign()
    let outcome = try AcceptFindings(
      campaign: campaign, unit: "school-07", period: nil,
      code: "vilyuysk:trained_within_teachers", choice: .cell("Кадры!C18"), note: try note(),
      isDryRun: false
    ).run()
    let printer = DecisionPrinter(outcome: outcome)
    let warning = try #require(printer.warning)
    #expect(warning.contains("Кадры!C18") && warning.contains("79 > 41"))
    #expect(printer.text.contains("svodka withdraw 1"))
    _ = scratch
  }

  @Test func aCorrectionSaysWhatChangedAndHowToTakeItBack() async throws {
    let (scratch, campaign) = try await campaign()
    let outcome = try CorrectValues(
      campaign: campaign, unit: "school-07", period: nil,
      assignments: [try #require(ValueAssignment("trained=5"))], note: try note(), isDryRun: false
    ).run()
    let lines = DecisionPrinter(outcome: outcome).text.split(separator: "\n").map(String.init)
    #expect(lines.first?.contains("svodka withdraw 1") ?? false)
    #expect(lines.dropFirst().first == say("Изменилось:", "Changed:"))
    let back = try WithdrawDecision(
      campaign: campaign, line: 1, note: try note(), isDryRun: false
    ).run()
    #expect(!DecisionPrinter(outcome: back).text.contains("svodka withdraw"))
    _ = scratch
  }
}

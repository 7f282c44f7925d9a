import Analysis
import ExactNumbers
import Findings
import Foundation
import Monitoring
import Reporting
import Store
import TestSupport
import Testing

@testable import Campaign

/// «Кадры!C18» (row 13) says 79 where 41 teachers work, and row 14, a part of it, says 9.
@Suite struct OfficeContradictionTests {
  private static let school: UnitCode = "school-07"

  private func corrected(to number: Int) async throws -> (ScratchFolder, OpenCampaign) {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    try WholeFile.write(
      try WholeFile.read(Checkout.fixtures.appending(path: "broken/total-doubled.xlsx")),
      to: campaign.folder.inbox.appending(path: "1.xlsx"))
    _ = try await CollectForms(
      campaign: campaign, now: FixtureCampaign.now, isDryRun: false, progress: .silent
    ).run()
    _ = try CorrectValues(
      campaign: campaign, unit: Self.school, period: nil,
      assignments: [try #require(ValueAssignment("trained=\(number)"))],
      note: try DecisionNote(
        author: "Е. Г. Лазарева", reason: "по телефону, директор", now: FixtureCampaign.now),
      isDryRun: false
    ).run()
    return (scratch, campaign)
  }

  private func material(_ campaign: OpenCampaign) throws -> ProtocolMaterial {
    let unit = try #require(campaign.register[Self.school])
    let facts = try #require(
      try UnitFactsSource(campaign: campaign, store: try campaign.store())
        .facts(of: unit, in: campaign.current))
    return AnswerMaterial(
      campaign: campaign, period: campaign.current, now: FixtureCampaign.now
    ).material(of: facts)
  }

  private func standing(_ campaign: OpenCampaign) throws -> UnitStanding {
    try #require(
      try CampaignStatus(campaign: campaign).run()[campaign.current]?
        .first { $0.unit == Self.school })
  }

  @Test func whatOnlyACorrectionBringsWaitsForTheOffice() async throws {
    let (scratch, campaign) = try await corrected(to: 5)
    let found = try await CheckForms(campaign: campaign, isDryRun: false, progress: .silent).run()
      .findings.filter { $0.severity == .error }
    #expect(found.map(\.code) == ["vilyuysk:by_diagnosis_within_trained"])
    #expect(found.first?.correction?.number == 1 && found.first?.isOpen == true)
    let now = try standing(campaign)
    #expect(now.errors == 0 && now.ofOffice == 1 && now.state != .withErrors)
    let told = try material(campaign)
    #expect(told.verdict != .errors && told.entries.allSatisfy { $0.severity != .error })
    let remark = try #require(told.remarks.first { $0.severity == .error })
    #expect(remark.isOfOffice && remark.message.contains("было 79, стало 5"))
    // What contradicts itself counts in no sum all the same.
    let trained = try campaign.store().observation(
      Observation.Key(unit: Self.school, period: campaign.current, field: "trained"))
    #expect(trained?.state == .withheld(.number(5)))
    let lock = try LockPeriod(
      campaign: campaign, period: campaign.current, author: "Иванова", reason: nil,
      now: FixtureCampaign.now, doubts: .accept, isDryRun: true
    ).run()
    #expect(lock.errors == 1 && lock.withErrors.count == 1)
    _ = scratch
  }

  @Test func whatTheFormItselfGivesGroundForSaysThatAValueWasCorrected() async throws {
    let (scratch, campaign) = try await corrected(to: 60)
    let now = try standing(campaign)
    #expect(now.errors == 1 && now.ofOffice == 0)
    let told = try material(campaign)
    #expect(told.verdict == .errors)
    let remark = try #require(told.entries.first?.remarks.first)
    #expect(remark.code == "vilyuysk:trained_within_teachers")
    #expect(
      remark.message.contains("было 79, стало 60; основание: по телефону, директор."))
    _ = scratch
  }

  /// Row 06 says that 10 take part in mentoring, so that row 07 cannot be 0 without a question.
  @Test func aQuestionThatOnlyACorrectionBringsKeepsNoPeriodOpen() async throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    try WholeFile.write(
      try WholeFile.read(Checkout.fixtures.appending(path: "broken/moved-table.xlsx")),
      to: campaign.folder.inbox.appending(path: "1.xlsx"))
    _ = try await CollectForms(
      campaign: campaign, now: FixtureCampaign.now, isDryRun: false, progress: .silent
    ).run()
    _ = try CorrectValues(
      campaign: campaign, unit: Self.school, period: nil,
      assignments: [try #require(ValueAssignment("mentoring_programmes=0"))],
      note: try DecisionNote(
        author: "Е. Г. Лазарева", reason: "по телефону, директор", now: FixtureCampaign.now),
      isDryRun: false
    ).run()
    let now = try standing(campaign)
    #expect(now.ofOffice == 1 && now.officeErrors == 0 && now.warnings == 0)
    let lock = try LockPeriod(
      campaign: campaign, period: campaign.current, author: "Иванова", reason: nil,
      now: FixtureCampaign.now, doubts: .refuse, isDryRun: true
    ).run()
    #expect(lock.errors == 0 && lock.withErrors.isEmpty && lock.arrived == 1)
    _ = scratch
  }

  /// Each year is walked back by its own pack: in the second one the same rule takes the numerator
  /// out, in the first one the denominator.
  @Test func aTraceNamesWhatThePackOfItsYearWithholds() async throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    var form = try EditedForm("broken/total-doubled.xlsx")
    try WholeFile.write(try form.bytes(), to: campaign.folder.inbox.appending(path: "2021.xlsx"))
    try form.type("2020", "B8", sheet: 1)
    try WholeFile.write(try form.bytes(), to: campaign.folder.inbox.appending(path: "2020.xlsx"))
    _ = try await CollectForms(
      campaign: campaign, now: FixtureCampaign.now, isDryRun: false, progress: .silent
    ).run()
    let rules = campaign.folder.system(campaign.current).appending(path: "rules.yaml")
    let text = try String(contentsOf: rules, encoding: .utf8)
    let edited = text.replacing("withholds: [trained]", with: "withholds: [trained_by_diagnosis]")
    #expect(edited != text)
    try WholeFile.write(Array(edited.utf8), to: rules)
    let open = try OpenCampaign.open(campaign.folder)
    _ = try await CheckForms(campaign: open, isDryRun: false, progress: .silent).run()
    let rule: FindingCode = "vilyuysk:trained_within_teachers"
    for (year, numerator, denominator) in [("2020", [], [rule]), ("2021", [rule], [])] {
      let address = try #require(ValueAddress("i3_3/\(Self.school)/-/\(year)/value"))
      let traced = try TraceValue(campaign: open, address: address).run()
      let one = try #require(traced.trace.contributions.first)
      #expect(one.state == .withheld)
      #expect(
        traced.findings.reasons(of: one.numerator.observation).map(\.code) == numerator, "\(year)")
      #expect(
        traced.findings.reasons(of: one.denominator?.observation).map(\.code) == denominator,
        "\(year)")
    }
    _ = scratch
  }

  @Test func aTraceNamesWhatWithholdsAValue() async throws {
    let (scratch, campaign) = try await corrected(to: 5)
    let address = try #require(
      ValueAddress("i3_3/\(Self.school)/-/\(campaign.current)/value"))
    let traced = try TraceValue(campaign: campaign, address: address).run()
    let one = try #require(traced.trace.contributions.first)
    #expect(one.state == .withheld)
    let reasons =
      traced.findings.reasons(of: one.numerator.observation)
      + traced.findings.reasons(of: one.denominator?.observation)
    #expect(Set(reasons.map(\.code)) == ["vilyuysk:by_diagnosis_within_trained"])
    #expect(reasons.allSatisfy { $0.correction?.number == 1 })
    _ = scratch
  }
}

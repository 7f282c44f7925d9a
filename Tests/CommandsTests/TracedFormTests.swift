import Analysis
import Foundation
import Monitoring
import TestSupport
import Testing

@testable import Campaign
@testable import Commands

/// A number is walked back to a form that does not count: why, in which file, and what can be done.
@Suite struct TracedFormTests {
  private static let unit: UnitCode = "school-07"
  private static let now = Date(timeIntervalSince1970: 1_642_672_800)

  private let scratch: ScratchFolder
  private let folder: CampaignFolder

  init() throws {
    let (scratch, fresh) = try SampleCampaign.fresh()
    self.scratch = scratch
    folder = fresh.folder
  }

  private func put(_ fixture: String, as name: String) throws {
    let bytes = try WholeFile.read(Checkout.fixtures.appending(path: fixture))
    try WholeFile.write(bytes, to: folder.inbox.appending(path: name))
  }

  private func collect() async throws {
    _ = try await CollectForms(
      campaign: try OpenCampaign.open(folder), now: Self.now, isDryRun: false, progress: .silent
    ).run()
  }

  private func lock() throws {
    let campaign = try OpenCampaign.open(folder)
    _ = try LockPeriod(
      campaign: campaign, period: campaign.current, author: "Иванова", reason: nil, now: Self.now,
      doubts: .accept, isDryRun: false
    ).run()
  }

  /// Of the first indicator that is reckoned of whole schools.
  private func traced() throws -> TracedValue {
    let campaign = try OpenCampaign.open(folder)
    let indicator = try #require(
      campaign.pack.indicators.first { $0.formulas.contains { $0.dimension == nil } })
    return try TraceValue(
      campaign: campaign,
      address: ValueAddress(
        indicator: indicator.code, unit: Self.unit, breakdown: .whole, period: campaign.current)
    ).run()
  }

  @Test func ofSeveralFilesAllAreNamed() async throws {
    try put("broken/moved-table.xlsx", as: "1.xlsx")
    try put("broken/text-in-numbers.xlsx", as: "2.xlsx")
    try await collect()
    let traced = try traced()
    let key = try #require(traced.trace.contributions.first).numerator.key
    #expect(traced.forms.standing(of: key)?.files == ["1.xlsx", "2.xlsx"])
    let text = TracePrinter(traced).text
    #expect(text.contains("1.xlsx; 2.xlsx") && text.contains("svodka choose"))
    #expect(!text.contains("формы нет") && !text.contains("no form"))
  }

  @Test func ofAFormThatCameAfterClosingTheFileIsNamed() async throws {
    try put("campaign/inbox/2021/МС-1 Сиэллээхская СОШ.xlsx", as: "другая.xlsx")
    try await collect()
    try lock()
    try put("broken/moved-table.xlsx", as: "поздняя.xlsx")
    try await collect()
    let text = TracePrinter(try traced()).text
    #expect(text.contains("поздняя.xlsx") && text.contains("svodka unlock"))
    #expect(!text.contains("формы нет") && !text.contains("no form"))
  }

  @Test func besideWhatWasSignedALaterFileIsNamed() async throws {
    try put("broken/moved-table.xlsx", as: "подписанная.xlsx")
    try await collect()
    try lock()
    try put("broken/text-in-numbers.xlsx", as: "поздняя.xlsx")
    try await collect()
    let text = TracePrinter(try traced()).text
    #expect(text.contains("подписанная.xlsx") && text.contains("svodka unlock"))
    #expect(text.contains("поздняя.xlsx"))
  }

  @Test func aRefusedFileIsNamedWithWhatToDo() async throws {
    try put("broken/wrong-period.xlsx", as: "форма.xlsx")
    try await collect()
    let traced = try traced()
    let key = try #require(traced.trace.contributions.first).numerator.key
    let refused = try #require(traced.forms.standing(of: key)?.refused.first)
    let text = TracePrinter(traced).text
    #expect(text.contains("форма.xlsx") && refused.name == "форма.xlsx")
    let reasons = refused.reasons { traced.findings.speaker.words($0, Speech.language) }
    #expect(!reasons.isEmpty)
    for reason in reasons { #expect(text.contains(reason)) }
  }

  @Test func whereNothingCameThereIsNoForm() async throws {
    try put("campaign/inbox/2021/МС-1 Сиэллээхская СОШ.xlsx", as: "другая.xlsx")
    try await collect()
    let text = TracePrinter(try traced()).text
    #expect(text.contains("формы нет") || text.contains("no form"))
  }
}

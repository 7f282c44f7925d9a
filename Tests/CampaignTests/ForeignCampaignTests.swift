import Analysis
import Campaign
import ExactNumbers
import Findings
import Foundation
import Monitoring
import Store
import TestSupport
import Testing

/// A campaign over workbooks that nobody made for Svodka, as its user has it.
@Suite(.enabled(if: ForeignCampaign.workbooks != nil, "there is no ../shared/realdata"))
struct ForeignCampaignTests {
  @Test func reckonsTheCensusAsPublished() async throws {
    let (_, campaign, summary) = try await ForeignCampaign.collected()
    #expect(summary.findings.isEmpty)
    #expect(summary.fileFindings.allSatisfy { $0.severity == .notice })
    #expect(summary.fileFindings.count { $0.code == "total.agrees" } == 10)
    let rows = try ReckonResults(campaign: campaign).run().table.rows
    let expected = try ForeignCampaign.expected()
    #expect(rows.count == expected.count && rows.count == 5 * 33)
    for row in rows {
      let name =
        row.unit == campaign.register.root.code
        ? "All local authorities" : campaign.register[row.unit]?.name(in: row.period).full ?? ""
      let sides = try #require(expected["\(row.period) \(name)"])
      let part = try #require(ExactNumber(sides[0]))
      let whole = try #require(ExactNumber(sides[1]))
      let share = try #require(Fraction(part, over: whole))
      #expect(row.value == share * Fraction(100), "\(name), \(row.period)")
    }
  }

  /// Five workbooks are kept, each once, whatever the number of authorities in it.
  @Test func keepsAWorkbookOfManyUnitsOnce() async throws {
    let (_, campaign, summary) = try await ForeignCampaign.collected()
    #expect(summary.arrived == 5 * 32)
    let received = campaign.folder.root.appending(path: "received")
    let files = FileManager.default.enumerator(at: received, includingPropertiesForKeys: nil)?
      .compactMap { ($0 as? URL)?.pathExtension == "xlsx" }.filter { $0 }.count
    #expect(files == 5)
  }

  @Test func tracesASumToItsCells() async throws {
    let campaign = try await ForeignCampaign.collected().campaign
    let period = try #require(Period("2019"))
    let address = ValueAddress(
      indicator: "under_35", unit: "edinburgh", breakdown: .whole, period: period)
    let trace = try TraceValue(campaign: campaign, address: address).run().trace
    let origin = trace.contributions.first?.numerator.observation?.origin
    #expect(origin?.place == "Table 6.3!B8+C8+D8")
    #expect(origin?.rawText == "179.95 + 581.49 + 608.4")
  }
}

enum ForeignCampaign {
  static let workbooks: URL? = {
    let found = Checkout.shared?.appending(path: "realdata/scotland-teachers")
    if found == nil { print("skipped: the teacher census of Scotland (there is no ../shared)") }
    return found
  }()

  typealias Collected = (scratch: ScratchFolder, campaign: OpenCampaign, summary: CollectSummary)

  /// Collected once for all tests.
  static func collected() async throws -> Collected { try await task.value }

  private static let task = Task { try await collect() }

  private static func collect() async throws -> Collected {
    let scratch = try ScratchFolder()
    let folder = CampaignFolder(scratch.url.appending(path: "census"))
    let fixture = Checkout.fixtures.appending(path: "foreign/scotland-teachers")
    _ = try NewCampaign(
      folder: folder, pack: fixture.appending(path: "pack"),
      settings: fixture.appending(path: "campaign.yaml"),
      register: fixture.appending(path: "schools.csv"), isDryRun: false
    ).run()
    for year in 2017...2021 {
      let name = "staff-\(year).xlsx"
      try FileManager.default.copyItem(
        at: #require(workbooks).appending(path: name), to: folder.inbox.appending(path: name))
    }
    let campaign = try OpenCampaign.open(folder)
    let summary = try await CollectForms(
      campaign: campaign, now: FixtureCampaign.now, isDryRun: false, progress: .silent
    ).run()
    return (scratch, campaign, summary)
  }

  /// Numerator and denominator by «year name»; names hold commas, and then stand in quotes.
  static func expected() throws -> [String: [String]] {
    let file = try #require(workbooks).appending(path: "expected-under-35.csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline)
    var sides: [String: [String]] = [:]
    for line in lines.dropFirst() {
      let pieces = line.split(separator: ",").map(String.init)
      let name = pieces.dropFirst().dropLast(3).joined(separator: ",").filter { $0 != "\"" }
      sides["\(pieces[0]) \(name)"] = Array(pieces.suffix(3).prefix(2))
    }
    return sides
  }
}

import Analysis
import Campaign
import ExactNumbers
import Findings
import Foundation
import Monitoring
import Spreadsheets
import Store
import TestSupport
import Testing

@Suite struct FixtureCampaignTests {
  @Test func aCleanFormGivesNoFinding() async throws {
    let summary = try await FixtureCampaign.collected().summary
    let serious = summary.findings.filter { $0.severity != .notice }
    #expect(serious.isEmpty, "\(serious.prefix(5))")
    // Beside the forms lies a RAR, in which one may be.
    let beside = summary.fileFindings.filter {
      !["file.foreign", "file.service"].contains($0.code)
    }
    #expect(beside.map(\.code) == ["file.packed"])
  }

  @Test func knowsWhoHandedInAndWhoIsMissing() async throws {
    let summary = try await FixtureCampaign.collected().summary
    let forms = try tableRows(Checkout.fixtures.appending(path: "expected/forms.csv"))
    for (period, rows) in summary.standings {
      let expected = Set(forms.filter { $0["period"] == "\(period)" }.compactMap { $0["unit"] })
      #expect(Set(rows.filter { $0.state != .missing }.map(\.unit.rawValue)) == expected)
    }
    let missing = summary.standings[try #require(Period("2021"))]?.filter { $0.state == .missing }
    #expect(missing?.map(\.unit.rawValue) == ["school-17"])
  }

  @Test func reckonsWhatTheIndependentScriptReckons() async throws {
    let campaign = try await FixtureCampaign.collected().campaign
    let table = try ReckonResults(campaign: campaign).run().table
    var seen: [String: ResultTable.Row] = [:]
    for row in table.rows {
      let breakdown = row.breakdown.isWhole ? "-" : row.breakdown.description
      seen["\(row.indicator)/\(row.unit)/\(breakdown)/\(row.period)"] = row
    }
    let expected = try tableRows(Checkout.fixtures.appending(path: "expected/results.csv"))
    #expect(expected.count == seen.count && expected.count > 4_000)
    for row in expected {
      let key = ["indicator", "unit", "breakdown", "period"].compactMap { row[$0] }
        .joined(separator: "/")
      let got = try #require(seen[key], "\(key)")
      // The script prints shares of 1, the table is in percent.
      let share = Fraction(row["value"] ?? "").map { $0 * Fraction(got.kind == .share ? 100 : 1) }
      #expect(got.value == share, "\(key)")
      #expect("\(got.given)" == row["given"] && "\(got.expected)" == row["expected"], "\(key)")
    }
  }

  @Test(arguments: [UInt64(20_210_128), 7, 99])
  func everyValueIsTheSumOfTheCellsItTracesTo(seed: UInt64) async throws {
    let campaign = try await FixtureCampaign.collected().campaign
    let rows = try ReckonResults(campaign: campaign).run().table.rows.filter { $0.state == .known }
    var random = SplitMix(state: seed)
    for row in rows.shuffled(using: &random).prefix(20) {
      let address = ValueAddress(
        indicator: row.indicator, unit: row.unit, breakdown: row.breakdown, period: row.period)
      let trace = try TraceValue(campaign: campaign, address: address).run().trace
      let cells = trace.contributions.filter { $0.state == .given }
        .compactMap { $0.numerator.observation?.origin?.rawText }
      #expect(ExactNumber.sum(of: cells.compactMap { ExactNumber($0) }) == row.numerator)
      #expect(!cells.isEmpty && trace.value.numerator == row.numerator, "seed \(seed) \(address)")
    }
  }

  @Test func aTargetMissedByAHairIsMissed() async throws {
    let campaign = try await FixtureCampaign.collected().campaign
    let results = try ReckonResults(campaign: campaign).run().results
    let target = try #require(campaign.pack.indicators.first { $0.target != nil })
    let period = try #require(Period("2021"))
    let triggers = results.signals.filter {
      $0.address.indicator == target.code && $0.address.period == period
        && $0.address.unit == campaign.register.root.code
    }.map(\.trigger)
    // 200 of 1,002 is 19.96 %: it rounds to 20.0 % and is less than 20 %.
    #expect(triggers.contains(.targetMissed) && !triggers.contains(.targetMet))
  }

  @Test func aSecondCollectChangesNothingAndSaysSo() async throws {
    let campaign = try await FixtureCampaign.collected().campaign
    let again = try await CollectForms(
      campaign: campaign, now: FixtureCampaign.now + 86_400, isDryRun: false, progress: .silent
    ).run()
    #expect(again.arrived == 0 && again.versions.isEmpty)
    #expect(again.known == again.files && again.files > 70)
  }

  @Test func noNameOfAPersonLeavesTheStore() async throws {
    let campaign = try await FixtureCampaign.collected().campaign
    let written = try await WriteDocuments(
      campaign: campaign, period: nil, now: FixtureCampaign.now, isDryRun: false, progress: .silent
    ).run()
    #expect(written.documents.count > 20)
    let answered = try await AnswerSchools(
      campaign: campaign, period: nil, units: [], scope: .changed, now: FixtureCampaign.now,
      isDryRun: false, progress: .silent
    ).run()
    #expect(answered.answers.count > 20)
    let out = campaign.folder.root.appending(path: "out")
    let names = try FixturePeople.names()
    let files = FileManager.default.enumerator(at: out, includingPropertiesForKeys: nil)
    var read = 0
    for case let file as URL in files ?? .init() {
      guard ["html", "json"].contains(file.pathExtension) else { continue }
      read += 1
      let text = try String(contentsOf: file, encoding: .utf8)
      for name in names { #expect(!text.contains(name), "\(file.lastPathComponent): \(name)") }
    }
    #expect(read > 80)
    for unit in campaign.register.units.prefix(3) {
      let store = try Store(folder: campaign.folder.root.path)
      for observation in try store.observations(unit: unit.code, period: campaign.current) {
        let field = campaign.pack.field(observation.key.field)
        #expect(field?.isPersonal != true || observation.origin?.rawText.isEmpty ?? true)
      }
    }
  }
}

/// Who filled forms in: what stands beside the label on the title sheets of the fixtures.
enum FixturePeople {
  static func names() throws -> [String] {
    let files = try tableRows(Checkout.fixtures.appending(path: "expected/forms.csv"))
      .compactMap { $0["file"] }
    var names: Set<String> = []
    for file in files.prefix(12) {
      let url = Checkout.fixtures.appending(path: "campaign/inbox/\(file)")
      guard let title = try Workbook(reading: try WholeFile.read(url)).sheets.first else {
        continue
      }
      for cell in title.cells {
        guard case .text(let label) = cell.value, label.hasPrefix("Форму заполнил") else {
          continue
        }
        var address = cell.address
        address.column += 1
        if case .text(let name)? = title.cell(at: address)?.value { names.insert(name) }
      }
    }
    guard names.count > 5 else { throw NoNames() }
    return names.sorted()
  }

  struct NoNames: Error {}
}

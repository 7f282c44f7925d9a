import Analysis
import Campaign
import ExactNumbers
import Findings
import Foundation
import Intake
import Monitoring
import Store
import TestSupport
import Testing

/// The signed tables of 2018 in Fixtures/imported, taken over into the demonstration campaign.
@Suite struct ImportTests {
  private let folder = Checkout.fixtures.appending(path: "imported")

  private func campaign() async throws -> (ScratchFolder, OpenCampaign) {
    let collected = try await FixtureCampaign.collected().campaign
    let scratch = try ScratchFolder()
    let root = scratch.url.appending(path: "campaign")
    try FileManager.default.copyItem(at: collected.folder.root, to: root)
    return (scratch, try OpenCampaign.open(CampaignFolder(root)))
  }

  private func take(
    _ name: String, into campaign: OpenCampaign, _ year: Int = 2018,
    doubts: ImportResults.Doubts = .refuse, dryRun: Bool = false
  ) throws -> ImportSummary {
    try take(at: folder.appending(path: name), into: campaign, year, doubts: doubts, dryRun: dryRun)
  }

  private func take(
    at file: URL, into campaign: OpenCampaign, _ year: Int = 2018,
    doubts: ImportResults.Doubts = .refuse, dryRun: Bool = false
  ) throws -> ImportSummary {
    try ImportResults(
      campaign: campaign, file: file,
      period: try #require(Period(year: year)), author: "Иванова", reason: "приказ № 7",
      now: FixtureCampaign.now, doubts: doubts, isDryRun: dryRun
    ).run()
  }

  /// What the script that made the tables put into them.
  private func expect(_ values: [IndicatorValue], _ comment: Comment) throws {
    let expected = try tableRows(folder.appending(path: "expected.csv"))
    #expect(expected.count == values.count, comment)
    for row in expected {
      let text = "\(row["indicator"] ?? "")/\(row["unit"] ?? "")/-/2018/value"
      let value = try #require(values.first { $0.address.description == text }, "\(text)")
      #expect(value.state.rawValue == row["state"], "\(text)")
      #expect(value.imported?.percent.map { Fraction($0) } == Fraction(row["percent"] ?? ""))
      guard value.state == .known, let numerator = ExactNumber(row["numerator"] ?? "") else {
        continue
      }
      #expect(value.numerator == numerator, "\(text)")
      #expect(value.denominator == ExactNumber(row["denominator"] ?? ""), "\(text)")
    }
  }

  @Test(arguments: ["wide.xlsx", "wide.ods", "long.csv"])
  func readsASignedTable(name: String) async throws {
    let (scratch, campaign) = try await campaign()
    let summary = try take(name, into: campaign)
    #expect(summary.findings.isEmpty, "\(summary.findings)")
    guard case .imported(let line) = summary.outcome else {
      Issue.record("\(summary.outcome)")
      return
    }
    try expect(summary.values, "\(name)")
    let store = try Store(folder: campaign.folder.root.path)
    let kept = try #require(try store.imports().first)
    try expect(kept.values, "\(name) from the store")
    #expect(kept.entry.number == line && kept.entry.author == "Иванова" && kept.file == name)
    let bytes = try WholeFile.read(folder.appending(path: name))
    #expect(try store.bytes(of: Store.hash(of: bytes)) == bytes)
    #expect(try store.faults().isEmpty)
    _ = scratch
  }

  /// The wide table names units by their names, the long one by their addresses. A branch is counted
  /// in its school and has no row of its own.
  @Test func readsTheRowsOfUnitsAboveThoseThatHandIn() async throws {
    let (scratch, campaign) = try await campaign()
    func unit(_ code: UnitCode, _ name: String, in parent: UnitCode?) throws -> Monitoring.Unit {
      var unit = try #require(campaign.register.units.first)
      unit.code = code
      unit.names = [.init(full: name, short: name)]
      unit.parent = parent
      return unit
    }
    let register = UnitRegister(
      root: campaign.register.root,
      units: [try unit("s-1", "Школа", in: "north")],
      inner: [
        try unit("north", "Северный союз", in: nil), try unit("branch", "Филиал", in: "s-1"),
      ])
    let period = try #require(Period(year: 2018))
    let municipal = try #require(
      campaign.pack.indicators.first { $0.isMunicipalOnly && $0.kind == .share })
    let reader = SummaryTableReader(pack: campaign.pack, register: register, period: period)
    let wide = reader.read(
      commaSeparated: Array(
        "Школа;3.3, %\nСеверный союз;34,8 %\nШкола;25 %\nФилиал;10 %\nВсего;30 %\n".utf8),
      path: "wide.csv", hash: "")
    #expect(
      wide.values.map(\.address.description) == [
        "i3_3/north/-/2018/value", "i3_3/s-1/-/2018/value",
        "i3_3/\(register.root.code)/-/2018/value",
      ])
    #expect(wide.findings.map(\.code) == ["import.unit-unknown"])
    let long = reader.read(
      commaSeparated: Array(
        """
        numerator,denominator,address
        12,48,\(municipal.code)/north/-/2018/value
        12,48,\(municipal.code)/s-1/-/2018/value
        12,48,i3_3/branch/-/2018/value

        """.utf8), path: "long.csv", hash: "")
    #expect(long.values.map(\.address.unit) == ["north"])
    #expect(long.findings.map(\.code) == ["import.unit-unknown", "import.unit-unknown"])
    let twice = reader.read(
      commaSeparated: Array("Школа;3.3, %\nСеверный союз;34,8 %\nСеверный союз;30 %\n".utf8),
      path: "wide.csv", hash: "")
    #expect(twice.findings.map(\.code) == ["import.value-twice"])
    // By names, not by an address: Templates/vilyuysk/indicators.yaml.
    #expect(
      twice.findings.first?.arguments["label"]
        == .text("3.3 Повышение квалификации с учётом диагностики, Северный союз, 2018"))
    _ = scratch
  }

  @Test func everyCellThatIsNotUnderstoodIsNamedAndNothingIsTaken() async throws {
    let (scratch, campaign) = try await campaign()
    let refused = try take("doubtful.xlsx", into: campaign)
    #expect(refused.outcome == .refused)
    let named = refused.findings.map { "\($0.code) \($0.origins.first?.place ?? "")" }
    for expected in [
      "import.column-unknown Лист1!C1", "import.unit-unknown Лист1!A3",
      "import.cell-unread Лист1!D2", "import.cell-unread Лист1!B4", "import.cell-unread Лист1!D4",
      // 0.348 and 0.5 without a sign of percent may be either.
      "import.cell-unread Лист1!E2", "import.cell-unread Лист1!E4",
    ] {
      #expect(named.contains(expected), "\(expected) of \(named)")
    }
    let store = try Store(folder: campaign.folder.root.path)
    #expect(try store.imports().isEmpty && store.journal().isEmpty)
    let taken = try take("doubtful.xlsx", into: campaign, doubts: .accept)
    #expect(taken.values.map(\.address.description).contains("i3_3/school-01/-/2018/value"))
    #expect(taken.values.first { $0.address.indicator == "i3_3" }?.exact == Fraction("174/5"))
    #expect(try store.imports().count == 1)
    _ = scratch
  }

  @Test func comparesWithTheYearThatWasTakenOver() async throws {
    let (scratch, campaign) = try await campaign()
    _ = try take("wide.xlsx", into: campaign)
    let results = try ReckonResults(campaign: campaign).run().results
    #expect(results.periods.map(\.year) == [2018, 2019, 2020, 2021])
    let root = campaign.register.root.code
    let rows = try tableRows(Checkout.fixtures.appending(path: "expected/results.csv"))
    func share(_ indicator: String) throws -> Fraction {
      let row = try #require(
        rows.first {
          $0["indicator"] == indicator && $0["unit"] == root.rawValue && $0["breakdown"] == "-"
            && $0["period"] == "2019"
        })
      return try #require(Fraction(row["value"] ?? "")) * Fraction(100)
    }
    func change(_ indicator: String) throws -> Comparison {
      let address = try #require(ValueAddress("\(indicator)/\(root)/-/2019/change"))
      return try #require(results.comparisons[address])
    }
    // 21 of 105 are 20 %.
    #expect(try change("i3_3").difference == share("i3_3") - Fraction(20))
    #expect(try change("i3_3").printedDecimals == nil)
    // Printed as 34,8 %, and nobody knows of how many.
    #expect(try change("c1").difference == (try share("c1")) - (try #require(Fraction("174/5"))))
    #expect(try change("c1").printedDecimals == 1)
    // The points decide alone: eight points of nobody knows how many.
    let limit = Fraction(campaign.pack.thresholds.sharePoints)
    let points = try #require(try change("c1").difference)
    #expect(points.magnitude >= limit)
    #expect(try change("c1").verdict == (points.isNegative ? .decline : .growth))
    // No data: nothing to compare with.
    #expect(try change("i1_2").verdict == .noData)
    // The years that were reckoned stay as they were.
    let before = try await FixtureCampaign.collected().campaign
    let alone = try ReckonResults(campaign: before).run().results
    for (address, value) in alone.values { #expect(results.values[address] == value) }
    _ = scratch
  }

  @Test func owesNobodyAFormAndTracesToTheTableOnly() async throws {
    let (scratch, campaign) = try await campaign()
    _ = try take("wide.xlsx", into: campaign)
    let status = try CampaignStatus(campaign: campaign).run()
    #expect(status.keys.map(\.year).sorted() == [2019, 2020, 2021])
    let address = try #require(ValueAddress("i3_3/school-01/-/2018/value"))
    let traced = try TraceValue(campaign: campaign, address: address).run()
    #expect(traced.trace.contributions.isEmpty && traced.trace.value.exact == Fraction(25))
    let origin = try #require(traced.trace.value.imported?.origin)
    #expect(origin.file == "wide.xlsx" && origin.sheet == "Итоги" && origin.cell == "C6/D6")
    #expect(origin.rawText == "12 / 48" && traced.importedBy?.reason == "приказ № 7")
    let change = try #require(ValueAddress("i3_3/school-01/-/2019/change"))
    #expect(
      try TraceValue(campaign: campaign, address: change).run().trace.beforeValue?.exact
        == Fraction(25))
    let unknown = try #require(ValueAddress("i3_3/school-05/-/2018/value"))
    #expect { try TraceValue(campaign: campaign, address: unknown).run() } throws: {
      ($0 as? CampaignError)?.code == .noAddress
    }
    _ = scratch
  }

  @Test func aFormOfAYearThatWasTakenOverIsNamedAndDoesNotCountUntilTheTableIsWithdrawn()
    async throws
  {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    guard
      case .imported(let line) = try take("wide.xlsx", into: campaign, 2019, doubts: .accept)
        .outcome
    else {
      Issue.record("nothing was imported")
      return
    }
    let period = try #require(Period(year: 2019))
    func values() throws -> [IndicatorValue] {
      try ReckonResults(campaign: campaign).run().results.values.values
        .filter { $0.address.period == period }
    }
    let before = Set(try values())
    let name = "МС-1 Городская СОШ 2.ods"
    try FileManager.default.copyItem(
      at: Checkout.fixtures.appending(path: "campaign/inbox/2019/\(name)"),
      to: campaign.folder.inbox.appending(path: name))
    func collect() async throws -> CollectSummary {
      try await CollectForms(
        campaign: campaign, now: FixtureCampaign.now, isDryRun: false, progress: .silent
      ).run()
    }
    func told(_ findings: [Finding]) -> [String] {
      findings.filter { $0.code == "import.forms-beside" }.flatMap { $0.origins.map(\.file) }
    }
    let summary = try await collect()
    #expect(summary.arrived == 1 && told(summary.fileFindings) == [name])
    #expect(Set(try values()) == before && before.allSatisfy { $0.imported != nil })
    // Taken out of the inbox, as it asks, it is no longer spoken of, and the table still counts.
    try FileManager.default.removeItem(at: campaign.folder.inbox.appending(path: name))
    #expect(told(try await collect().fileFindings).isEmpty)
    #expect(Set(try values()) == before)
    try WithdrawImport(
      campaign: campaign, line: line, author: "Иванова", reason: "считаем по формам",
      now: FixtureCampaign.now, isDryRun: false
    ).run()
    let after = try values()
    #expect(after.allSatisfy { $0.imported == nil } && after.contains { $0.coverage.given == 1 })
    _ = scratch
  }

  @Test func isNotTakenIntoAPeriodWithFormsNorIntoTheCurrentOne() async throws {
    let (scratch, campaign) = try await campaign()
    for year in [2020, 2021, 2022] {
      #expect { try take("wide.xlsx", into: campaign, year) } throws: {
        ($0 as? CampaignError)?.code == .badImport
      }
    }
    _ = scratch
  }

  @Test func theSameTableTwiceIsNothingNewAndAnotherOneSaysWhatItChanges() async throws {
    let (scratch, campaign) = try await campaign()
    let first = try take("wide.xlsx", into: campaign)
    guard case .imported(let line) = first.outcome else {
      Issue.record("nothing was imported")
      return
    }
    #expect(first.difference == nil)
    let again = try take("wide.xlsx", into: campaign)
    #expect(again.outcome == .known(line) && again.difference?.isEmpty == true)
    let store = try Store(folder: campaign.folder.root.path)
    #expect(try store.journal().count == 1)
    // 12 of 48 become 13, and a row is gone.
    let text = try String(contentsOf: folder.appending(path: "long.csv"), encoding: .utf8)
    var lines = text.split(whereSeparator: \.isNewline).map(String.init)
    let place = try #require(lines.firstIndex { $0.hasPrefix("i3_3,school-01,-,2018,") })
    lines[place] = lines[place].replacing(",12,48,", with: ",13,48,")
    let gone = try #require(lines.firstIndex { $0.hasPrefix("i3_3,school-02,-,2018,") })
    lines.remove(at: gone)
    let other = scratch.url.appending(path: "other.csv")
    try WholeFile.write(Array(lines.joined(separator: "\n").appending("\n").utf8), to: other)
    let changed = try take(at: other, into: campaign)
    let difference = try #require(changed.difference)
    #expect(difference.line == line && difference.added.isEmpty)
    #expect(difference.changed.map(\.before.numerator) == [12])
    #expect(difference.changed.map(\.after.numerator) == [13])
    #expect(difference.gone.map(\.address.unit) == ["school-02"])
    #expect(try store.journal().count == 2)
  }

  @Test func theNewestImportCountsUntilItIsTakenBack() async throws {
    let (scratch, campaign) = try await campaign()
    guard case .imported(let first) = try take("wide.xlsx", into: campaign).outcome,
      case .imported(let second) = try take("long.csv", into: campaign).outcome
    else {
      Issue.record("nothing was imported")
      return
    }
    let store = try Store(folder: campaign.folder.root.path)
    #expect(try store.imports().map(\.entry.number) == [second])
    func withdraw(_ line: Int) throws {
      try WithdrawImport(
        campaign: campaign, line: line, author: "Иванова", reason: "не та",
        now: FixtureCampaign.now,
        isDryRun: false
      ).run()
    }
    try withdraw(second)
    #expect(try store.imports().map(\.entry.number) == [first])
    #expect { try withdraw(second) } throws: { ($0 as? CampaignError)?.code == .badImport }
    try withdraw(first)
    #expect(try store.imports().isEmpty)
    #expect(try campaign.importedPeriods().isEmpty)
    _ = scratch
  }
}

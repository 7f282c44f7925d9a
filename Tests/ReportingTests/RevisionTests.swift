import Documents
import ExactNumbers
import Findings
import Monitoring
import Testing

@testable import Reporting

/// How documents print what was revised after signing, and what was taken over from a signed table.
struct RevisionTests {
  private func texts(_ table: Table?, _ first: String) -> [String] {
    table?.rows.first { $0.cells.first?.text == first }?.cells
      .map { $0.text.replacing("\u{A0}", with: " ") } ?? []
  }

  private func notes(_ table: Table?) -> [String] {
    table?.notes.map { $0.replacing("\u{A0}", with: " ") } ?? []
  }

  private let entry = JournalEntry(
    number: 4, at: "2022-02-03T10:00:00Z", author: "Иванова", reason: "ошибка школы",
    act: .unlock, period: Period(year: 2021))

  /// 1.1 is 3 of 8 now and was signed as 2 of 8.
  private func revised() throws -> SmallCampaign {
    var campaign = try SmallCampaign()
    campaign.add(campaign.address("a1"), 2, of: 8)
    let signed = try #require(campaign.values.first)
    campaign.values = []
    campaign.add(campaign.address("a1"), 3, of: 8)
    campaign.add(campaign.address("a2"), 7)
    let signing = JournalEntry(
      number: 3, at: "2022-02-01T10:00:00Z", author: "Иванова", reason: "итоги", act: .lock)
    campaign.revisions = [
      Revision(
        address: campaign.address("a1"), signed: signed, now: campaign.values.first,
        signing: signing, causes: [entry])
    ]
    return campaign
  }

  @Test func marksARevisedValueWhereverItIsPrinted() throws {
    let tables = ReportTables(try revised().material())
    let indicators = tables.finalIndicators()
    #expect(texts(indicators, "1.1")[2] == "37,5 %*")
    #expect(texts(indicators, "1.2")[2] == "7 ед.")
    #expect(notes(indicators).contains("* – уточнено после подписания."))
    #expect(texts(tables.byYears(), "1.1").contains("37,5 %*"))
    let cell = indicators?.rows.first { $0.cells.first?.text == "1.1" }?.cells[2]
    #expect(
      cell?.remark?.replacing("\u{A0}", with: " ") == "3 / 8; подписано: 25,0 % (2 из 8)")
  }

  @Test func listsWhatWasSignedBesideWhatHoldsNow() throws {
    var campaign = try revised()
    let table = ReportTables(campaign.material()).revisions()
    #expect(
      texts(table, "1.1") == ["1.1", "Район", "", "2021", "25,0 % (2 из 8)", "37,5 % (3 из 8)"])
    #expect(notes(table) == ["Итоги за 2021 год открыты 03.02.2022: ошибка школы."])
    // What people write in the journal stays inside.
    campaign.audience = .public
    #expect(notes(ReportTables(campaign.material()).revisions()).isEmpty)
  }

  @Test func saysNothingWhereNothingWasRevised() throws {
    var campaign = try revised()
    campaign.revisions = []
    let tables = ReportTables(campaign.material())
    #expect(tables.revisions() == nil)
    #expect(texts(tables.finalIndicators(), "1.1")[2] == "37,5 %")
    #expect(!notes(tables.finalIndicators()).contains { $0.hasPrefix("*") })
  }

  /// A year of which only «34 %» is known.
  private func imported() throws -> SmallCampaign {
    var campaign = try SmallCampaign()
    campaign.add(campaign.address("a1"), 3, of: 8)
    let address = campaign.address("a1", SmallCampaign.root, .whole, campaign.before)
    campaign.values.append(
      IndicatorValue(
        address: address, kind: .share, state: .known, numerator: 0, denominator: nil,
        coverage: Coverage(),
        imported: .init(
          line: 5, percent: 34, decimals: 0,
          origin: Origin(file: "итоги.xlsx", sheet: "Лист1", cell: "C7", rawText: "34 %"))))
    campaign.comparisons = [
      Comparison(
        address: campaign.address("a1").term(.change), before: campaign.before,
        difference: Fraction("7/2"), relative: nil, verdict: .growth, printedDecimals: 0)
    ]
    return campaign
  }

  @Test func marksWhatWasTakenOverAndPrintsNoMoreDecimalsThanItHas() throws {
    let table = ReportTables(try imported().material()).byYears()
    let cells = texts(table, "1.1")
    #expect(cells.contains("34 %**") && cells.contains("37,5 %"))
    // 3.5 points, of which the half is not known: half away from zero.
    #expect(cells.contains("+4 п. п."))
    #expect(
      notes(table).contains(
        "** – по подписанной таблице, к ячейкам форм не прослеживается."))
    #expect(notes(table).contains { $0.contains("оценено по процентным пунктам") })
    // Nobody knows of how many it was made: no word on coverage.
    #expect(!notes(table).contains { $0.contains("0 из 0") })
  }

  @Test func aChartSaysWhichYearWasTakenOver() throws {
    let charts = ReportTables(try imported().material()).sharesByYears()
    let title = charts.first?.title.replacing("\u{A0}", with: " ")
    #expect(title?.hasSuffix(" (2020 – по подписанной таблице)") ?? false, "\(title ?? "")")
    #expect(charts.first?.series.first?.values == [34])
  }
}

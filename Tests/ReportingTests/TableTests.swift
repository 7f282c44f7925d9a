import Documents
import ExactNumbers
import Monitoring
import Testing

@testable import Reporting

struct TableTests {
  /// What a row prints, with visible spaces.
  private func texts(_ row: Table.Row?) -> [String] {
    row?.cells.map { $0.text.replacing("\u{A0}", with: " ") } ?? []
  }

  private func row(_ table: Table?, _ first: String) -> Table.Row? {
    table?.rows.first { $0.cells.first?.text == first }
  }

  @Test func printsEveryIndicatorWithItsTermsAndCoverage() throws {
    var campaign = try SmallCampaign()
    campaign.add(campaign.address("a1"), 3, of: 8, given: 2)
    campaign.add(campaign.address("a2"), 1250)
    campaign.add(campaign.address("c1"), 499, of: 2500)
    let table = try #require(ReportTables(campaign.material()).finalIndicators())
    #expect(
      texts(row(table, "1.1")) == ["1.1", "Доля наставников (%)", "37,5 %", "3 / 8", "2 из 3"])
    #expect(
      texts(row(table, "1.2")) == ["1.2", "Количество программ", "1 250 ед.", "1 250", "3 из 3"])
    // 19.96 % is short of 20 %: it must not read «20,0 %».
    #expect(
      texts(row(table, "Ц.1")) == ["Ц.1", "Не менее 20 %", "19,96 %", "499 / 2 500", "3 из 3"])
    #expect(
      table.rows.filter { $0.kind == .group }.map { texts($0)[0] } == [
        "Целевой показатель", "1. Наставничество",
      ])
    #expect(table.notes.count == 1)
  }

  @Test func everyNumberCarriesItsAddress() throws {
    var campaign = try SmallCampaign()
    campaign.add(campaign.address("a1"), 3, of: 8)
    let table = try #require(ReportTables(campaign.material()).finalIndicators())
    #expect(
      row(table, "1.1")?.cells.map(\.trace) == [
        nil, nil, "a1/district/-/2021/value", "a1/district/-/2021/numerator",
        "a1/district/-/2021/coverage",
      ])
    #expect(row(table, "1.2")?.cells.compactMap(\.trace) == [])
  }

  @Test func tellsTheStatesOfAValueApart() throws {
    var campaign = try SmallCampaign()
    campaign.add(campaign.address("a1", "s1"), 0, of: 16)
    campaign.add(campaign.address("a1", "s2"), 0, of: 0, state: .notApplicable)
    campaign.add(campaign.address("a1", "s3"), 0, of: 0, state: .withheld)
    campaign.add(campaign.address("a1"), 0, of: 16, given: 1)
    let tables = ReportTables(campaign.material())
    let table = try #require(tables.units(in: SmallCampaign.mentoring))
    #expect(
      table.rows.map { texts($0)[2] } == [
        "0,0 % (0 из 16)", "0,0 % (0 из 16)", "н/п", "уточняется",
      ])
    #expect(table.rows.map { texts($0)[3] } == Array(repeating: "нет данных", count: 4))
    #expect(table.rows.map { texts($0)[1] } == ["Район", "Школа № 1", "Школа № 2", "Школа № 3"])
    #expect(table.rows.first?.kind == .total)
    #expect(table.columns.map(\.title) == ["№", "Организация", "1.1, %", "1.2,\u{A0}ед."])
    #expect(table.notes.count == 3)
  }

  @Test func aSectionWithoutIndicatorsHasNoTable() throws {
    let tables = ReportTables(try SmallCampaign().material())
    #expect(tables.units(in: SmallCampaign.support) == nil)
  }

  @Test func printsSuppressedCellsAsDashesWithANote() throws {
    var campaign = try SmallCampaign()
    campaign.audience = .public
    let physics = campaign.address("a1", SmallCampaign.root, Breakdown("subjects", "physics"))
    campaign.suppressed = [physics]
    campaign.add(
      campaign.address("a1", SmallCampaign.root, Breakdown("subjects", "history")), 10, of: 20)
    let tables = ReportTables(campaign.material())
    let dimension = try #require(tables.dimensions.first)
    let table = try #require(tables.breakdown(by: dimension))
    #expect(table.rows.map { texts($0) } == [["Физика", "–"], ["История", "50,0 % (10 из 20)"]])
    #expect(table.rows[0].cells[1].trace == nil)
    #expect(table.notes.last?.contains("не публикуется") == true)
  }

  @Test func comparesYearsInPointsAndPieces() throws {
    var campaign = try SmallCampaign()
    for (period, share, count) in [(campaign.before, 1, 8), (campaign.now, 3, 12)] {
      campaign.add(campaign.address("a1", SmallCampaign.root, .whole, period), share, of: 8)
      campaign.add(campaign.address("a2", SmallCampaign.root, .whole, period), count)
    }
    campaign.comparisons = [
      Comparison(
        address: campaign.address("a1").term(.change), before: campaign.before, difference: 25,
        relative: nil, verdict: .growth),
      Comparison(
        address: campaign.address("a2").term(.change), before: campaign.before, difference: 4,
        relative: 50, verdict: .growth),
    ]
    let table = try #require(ReportTables(campaign.material()).byYears())
    #expect(
      texts(row(table, "1.1")) == ["1.1", "Доля наставников", "12,5 %", "37,5 %", "+25,0 п. п."])
    #expect(texts(row(table, "1.2")) == ["1.2", "Программы, ед.", "8", "12", "+4 (+50,0 %)"])
    #expect(table.columns.last?.title.replacing("\u{A0}", with: " ") == "Изменение к 2020 году")
    #expect(row(table, "1.1")?.cells.last?.trace == "a1/district/-/2021/change")
  }

  @Test func saysWhenADefinitionChanged() throws {
    var campaign = try SmallCampaign()
    campaign.comparisons = [
      Comparison(
        address: campaign.address("a1").term(.change), before: campaign.before, difference: nil,
        relative: nil, verdict: .notComparable)
    ]
    let table = try #require(ReportTables(campaign.material()).byYears())
    #expect(texts(row(table, "1.1")).last == "несопост.")
    #expect(table.notes.contains { $0.contains("определение показателя изменилось") })
  }

  @Test func addsTheChangeSinceTheFirstOfThreeYears() throws {
    var campaign = try SmallCampaign()
    let first = try #require(Period(year: 2019))
    campaign.periods.insert(first, at: 0)
    campaign.add(campaign.address("a1", SmallCampaign.root, .whole, first), 4, of: 8)
    campaign.add(campaign.address("a1"), 3, of: 8)
    let table = try #require(ReportTables(campaign.material()).byYears())
    #expect(
      texts(row(table, "1.1")).suffix(5) == [
        "50,0 %", "нет данных", "37,5 %", "нет данных", "−12,5 п. п.",
      ])
  }

  @Test func oneYearGivesNoTableOfYears() throws {
    var campaign = try SmallCampaign()
    campaign.periods = [campaign.now]
    #expect(ReportTables(campaign.material()).byYears() == nil)
  }

  @Test func namesTheSchoolsWhoseDataAreMissingOrWithheld() throws {
    var campaign = try SmallCampaign()
    campaign.add(campaign.address("a1", "s1"), 1, of: 2)
    campaign.add(campaign.address("a2", "s1"), 0, state: .withheld)
    campaign.add(campaign.address("a1", "s2"), 0, of: 0, state: .noData)
    campaign.add(campaign.address("a2", "s2"), 0, state: .noData)
    let notes = ReportTables(campaign.material()).coverageNotes()
    #expect(
      notes.map { $0.replacing("\u{A0}", with: " ") } == [
        "Нет данных: Школа № 2 – все показатели.", "Уточняются данные: Школа № 1 – 1.2.",
      ])
    campaign.audience = .public
    #expect(ReportTables(campaign.material()).coverageNotes() == [])
  }

  /// What a school gave and is to mend is no lack of data, nor is the change that waits for it.
  @Test func theChangeOfAValueThatIsBeingMendedWaitsWithIt() throws {
    var campaign = try SmallCampaign()
    campaign.add(campaign.address("a1", "s2"), 0, of: 0, state: .withheld)
    campaign.add(campaign.address("a1"), 12, of: 24)
    let school = try #require(SmallCampaign.register["s2"])
    let table = try #require(ReportTables(campaign.material()).profile(of: school))
    #expect(
      texts(row(table, "1.1")) == [
        "1.1", "Доля наставников", "уточняется", "50,0 %", "уточняется",
      ])
    #expect(table.notes.contains { $0.hasPrefix("«уточняется»") })
  }

  @Test func setsASchoolBesideTheMunicipality() throws {
    var campaign = try SmallCampaign()
    campaign.add(campaign.address("a1", "s2"), 1, of: 8)
    campaign.add(campaign.address("a1"), 12, of: 24)
    let school = try #require(SmallCampaign.register["s2"])
    let table = try #require(ReportTables(campaign.material()).profile(of: school))
    #expect(
      texts(row(table, "1.1")) == [
        "1.1", "Доля наставников", "12,5 % (1 из 8)", "50,0 %", "нет данных",
      ])
    #expect(row(table, "Ц.1") == nil)
    campaign.audience = .public
    #expect(ReportTables(campaign.material()).profile(of: school) == nil)
  }
}

import Documents
import ExactNumbers
import Monitoring
import Testing

@testable import Reporting

struct ChartTests {
  @Test func drawsATargetByYearsWithItsLine() throws {
    var campaign = try SmallCampaign()
    campaign.add(campaign.address("c1", SmallCampaign.root, .whole, campaign.before), 1, of: 3)
    campaign.add(campaign.address("c1"), 499, of: 2500)
    let chart = try #require(ReportTables(campaign.material()).chart(target: SmallCampaign.target))
    #expect(chart.categories == ["2020", "2021"])
    #expect(chart.series.map(\.values) == [[ExactNumber("33.3"), ExactNumber("19.96")]])
    #expect(chart.reference?.value == 20)
    #expect(
      chart.description.replacing("\u{A0}", with: " ")
        == "Столбцы по годам и линия цели 20 %: 2020 – 33,3 %; 2021 – 19,96 %.")
  }

  @Test func leavesAGapWhereAYearHasNoData() throws {
    var campaign = try SmallCampaign()
    campaign.add(campaign.address("a1"), 3, of: 8)
    let charts = ReportTables(campaign.material()).sharesByYears()
    #expect(charts.map(\.categories) == [["1.1"]])
    #expect(charts.first?.series.map(\.values) == [[nil], [ExactNumber("37.5")]])
    #expect(charts.first?.series.last?.traces == ["a1/district/-/2021/value"])
  }

  /// Five shares in two sections over six years are 30 columns: two charts, by section.
  @Test func breaksWideChartsBetweenSections() throws {
    var campaign = try SmallCampaign()
    campaign.periods = (2016...2021).compactMap { Period(year: $0) }
    var material = campaign.material()
    material.pack.indicators = (1...5).map { number in
      var indicator = SmallCampaign.share
      indicator.code = IndicatorCode(rawValue: "x\(number)")
      indicator.label = "\(number)"
      indicator.section = number < 4 ? "mentoring" : "support"
      return indicator
    }
    for number in 1...5 {
      campaign.add(campaign.address(IndicatorCode(rawValue: "x\(number)")), 1, of: 2)
    }
    material.edition = campaign.material().edition
    let charts = ReportTables(material).sharesByYears()
    #expect(charts.map(\.categories) == [["1", "2", "3"], ["4", "5"]])
  }

  @Test func drawsNoChartOfSuppressedValues() throws {
    var campaign = try SmallCampaign()
    let physics = Breakdown("subjects", "physics")
    campaign.suppressed = [campaign.address("a1", SmallCampaign.root, physics)]
    let tables = ReportTables(campaign.material())
    let dimension = try #require(tables.dimensions.first)
    #expect(tables.widestSpread(by: dimension) == nil)
  }

  @Test func drawsTheShareThatDiffersMostBetweenSubjects() throws {
    var campaign = try SmallCampaign()
    for (subject, part): (MemberCode, Int) in [("physics", 1), ("history", 3)] {
      let breakdown = Breakdown("subjects", subject)
      campaign.add(campaign.address("a1", SmallCampaign.root, breakdown), part, of: 8)
    }
    let tables = ReportTables(campaign.material())
    let dimension = try #require(tables.dimensions.first)
    let chart = try #require(tables.widestSpread(by: dimension))
    #expect(chart.categories == ["Физика", "История"])
    #expect(chart.series.map(\.values) == [[ExactNumber("12.5"), ExactNumber("37.5")]])
  }
}

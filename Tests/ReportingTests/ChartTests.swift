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
    let chart = try #require(ReportTables(campaign.material()).sharesByYears())
    #expect(chart.categories == ["1.1"])
    #expect(chart.series.map(\.values) == [[nil], [ExactNumber("37.5")]])
  }

  @Test func drawsNoChartOfSuppressedValues() throws {
    var campaign = try SmallCampaign()
    let physics = Breakdown("subjects", "physics")
    campaign.suppressed = [campaign.address("a1", SmallCampaign.root, physics)]
    let tables = ReportTables(campaign.material())
    let dimension = try #require(tables.dimensions.first)
    #expect(tables.chart(of: SmallCampaign.mentoring, by: dimension) == nil)
  }
}

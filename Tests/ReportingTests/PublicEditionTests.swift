import Documents
import Monitoring
import Testing

@testable import Reporting

@Suite struct PublicEditionTests {
  private func material(_ audience: Edition.Audience) throws -> ReportMaterial {
    var campaign = try SmallCampaign()
    campaign.audience = audience
    return campaign.material()
  }

  @Test(arguments: [(0, 24, false), (4, 24, true), (5, 24, false), (20, 24, true), (24, 24, false)])
  func hidesSmallCountsAndWhatCompletesThem(count: Int, whole: Int, isHidden: Bool) throws {
    #expect(PublicCounts(try material(.public)).mustHide(count, of: whole) == isHidden)
    #expect(!PublicCounts(try material(.internal)).mustHide(count, of: whole))
  }

  @Test(arguments: [
    ([12, 8, 0], [Int]()), ([10, 3, 8], [1, 2]), ([10, 3, 2], [1, 2]), ([0, 3, 0], [1]),
  ])
  func hidesASecondCountWhereOneWouldBeTold(counts: [Int], hidden: [Int]) throws {
    #expect(PublicCounts(try material(.public)).hidden(counts) == Set(hidden))
    #expect(PublicCounts(try material(.internal)).hidden(counts).isEmpty)
  }

  @Test func printsPracticesByTitleAlone() throws {
    var shown = try material(.public)
    shown.practices = [
      Practice(unit: nil, title: "Клуб", section: "mentoring", outcome: ""),
      Practice(unit: nil, title: "клуб.", section: "mentoring", outcome: ""),
    ]
    #expect(try practices(shown) == [["Клуб", "", "", ""]])
  }

  @Test func putsPracticesOfOneTitleTogether() throws {
    var shown = try material(.internal)
    shown.practices = ["s1", "s2"].map {
      Practice(unit: $0, title: "Клуб", section: "mentoring", outcome: "Рост")
    }
    let names = shown.register.units.prefix(2).map { $0.name(in: shown.period).short }
    #expect(
      try practices(shown) == [
        ["Клуб (2\u{A0}организации)", names.joined(separator: ", "), "Рост", ""]
      ])
  }

  /// Title, unit, outcome and evidence of all practices.
  private func practices(_ material: ReportMaterial) throws -> [[String]] {
    try PracticeRecords(material: material).sections.flatMap { section -> [[String]] in
      guard case .list(let practices) = try #require(section["practices"]) else { return [] }
      return practices.map { one in
        ["title", "unit", "outcome", "evidence"].map { name in
          if case .text(let text) = one[name] { text } else { "?" }
        }
      }
    }
  }
}

@Suite struct TermDateTests {
  @Test func ordersTermsByTheirLastDay() {
    let terms = [
      "апрель – май 2022 года", "до 1 июня 2022 года", "до 10 июня 2022 года",
      "сентябрь 2022 года", "до 1 октября 2022 года", "до 1 ноября 2022 года",
      "в течение 2022 года", "до 1 марта 2023 года", "по отдельному графику",
    ]
    let sorted = terms.reversed().sorted { TermDate($0) < TermDate($1) }
    #expect(sorted == terms)
  }
}

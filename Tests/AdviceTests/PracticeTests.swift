import Advice
import Monitoring
import Testing

@Suite struct PracticeTests {
  private func practice(_ unit: UnitCode, _ section: MemberCode, _ title: String) -> Practice {
    Practice(unit: unit, title: title, section: section, outcome: "")
  }

  @Test(arguments: [(6, 10, true), (12, 20, true), (3, 5, true), (599, 1000, false)])
  func choosesAPracticeFromTheMunicipalitysShareOn(
    numerator: Int, denominator: Int, isChosen: Bool
  ) throws {
    var district = SmallDistrict()
    let own = district.address("share", SmallDistrict.first)
    district.set(district.address("share"), 60, of: 100)
    district.set(own, numerator, of: denominator)
    let chosen = try district.adviser(SmallPack.pack())
      .supported([practice(SmallDistrict.first, "support", "а")])
    #expect(chosen.map(\.evidence) == (isChosen ? [[own, district.address("share")]] : []))
  }

  @Test func leavesOutAPracticeWithoutAKnownShare() throws {
    var district = SmallDistrict()
    district.set(district.address("share"), 60, of: 100)
    district.set(district.address("share", SmallDistrict.second), 0, of: 0, state: .noData)
    let chosen = try district.adviser(SmallPack.pack()).supported([
      practice(SmallDistrict.first, "support", "а"),
      practice(SmallDistrict.second, "support", "б"),
      practice(SmallDistrict.second, "unheard-of", "в"),
    ])
    #expect(chosen.isEmpty)
  }

  @Test func keepsTheOrderInWhichPracticesWereReported() throws {
    var district = SmallDistrict()
    for code: IndicatorCode in ["share", "goal"] {
      district.set(district.address(code), 1, of: 10)
      district.set(district.address(code, SmallDistrict.first), 1, of: 10)
    }
    let pack = try SmallPack.pack()
    let chosen = district.adviser(pack).supported([
      practice(SmallDistrict.first, "support", "б"), practice(SmallDistrict.first, "support", "а"),
    ])
    #expect(chosen.map(\.title) == ["б", "а"])
  }
}

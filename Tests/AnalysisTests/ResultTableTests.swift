import ExactNumbers
import Monitoring
import Testing

@testable import Analysis

@Suite struct ResultTableTests {
  @Test func standsInTheOrderOfPackRegisterDictionaryAndYears() throws {
    let units = [SmallPack.unit("s2"), SmallPack.unit("s10")]
    let pack = try SmallPack.pack([SmallPack.share, SmallPack.goal])
    let table = ResultTable(
      try reckon([], units: units, pack: pack), pack: pack,
      register: UnitRegister(root: SmallPack.root, units: units))
    let seen = table.rows.map { "\($0.indicator) \($0.unit) \($0.breakdown) \($0.period)" }
    #expect(
      seen.prefix(10) == [
        "share root  2020", "share root  2021", "share root subjects=history 2020",
        "share root subjects=history 2021", "share root subjects=physics 2020",
        "share root subjects=physics 2021", "share root subjects=music 2020",
        "share root subjects=music 2021", "share s2  2020", "share s2  2021",
      ])
    #expect(
      seen.suffix(3) == [
        "share s10 subjects=music 2021", "goal root  2020", "goal root  2021",
      ])
    #expect(seen.count == 26)
  }

  @Test func hasNoNumbersWhereNothingIsKnown() throws {
    let units = [SmallPack.unit("a")]
    let pack = try SmallPack.pack([SmallPack.share])
    let table = ResultTable(
      try reckon(
        ["a 2021 part 3", "a 2021 whole 8", "a 2020 part withheld"], units: units, pack: pack),
      pack: pack, register: UnitRegister(root: SmallPack.root, units: units))
    let row = try #require(table.rows.first { $0.unit == "a" && $0.period.year == 2021 })
    #expect(row.numerator == 3)
    #expect(row.denominator == 8)
    #expect(row.value == Fraction("75/2"))
    #expect(row.given == 1)
    let other = try #require(table.rows.first { $0.unit == "a" && $0.period.year == 2020 })
    #expect(other.state == .withheld)
    #expect(other.numerator == nil)
    #expect(other.value == nil)
    #expect(other.expected == 1)
  }
}

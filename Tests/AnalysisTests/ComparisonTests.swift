import ExactNumbers
import Monitoring
import Testing

@testable import Analysis

@Suite struct ComparisonTests {
  /// Before, now, and what the thresholds (3 points and 3 persons, 10 %, all inclusive) say.
  @Test(arguments: [
    ("40/100", "43/100", "3", Comparison.Verdict.growth),
    ("43/100", "40/100", "-3", .decline),
    ("400/1000", "429/1000", "29/10", .steady),
    ("4/8", "5/8", "25/2", .steady),
    ("4/8", "6/8", "25", .steady),
    ("10/20", "7/20", "-15", .decline),
    ("10/20", "10/20", "0", .steady),
    ("0/20", "3/20", "15", .growth),
  ])
  func speaksOfAShareOnlyWhenBothThresholdsAreReached(
    before: String, now: String, points: String, verdict: Comparison.Verdict
  ) throws {
    func lines(_ year: Int, _ share: String) -> [String] {
      let sides = share.split(separator: "/")
      return ["a \(year) part \(sides[0])", "a \(year) whole \(sides[1])"]
    }
    let results = try reckon(
      lines(2020, before) + lines(2021, now), units: [SmallPack.unit("a")], pack: SmallPack.pack())
    let comparison = try #require(results.comparisons[address("share/a/-/2021/change")])
    #expect(comparison.difference == Fraction(points))
    #expect(comparison.relative == nil)
    #expect(comparison.verdict == verdict)
    #expect(comparison.before == (try year(2020)))
  }

  /// An empty percentage: the base is 0.
  @Test(arguments: [
    (30, 33, "10", Comparison.Verdict.growth), (31, 34, "300/31", .steady),
    (20, 18, "-10", .steady), (0, 3, "", .growth), (0, 2, "", .steady), (0, 0, "", .steady),
    (6, 3, "-50", .decline),
  ])
  func speaksOfACountByPercentAndPieces(
    before: Int, now: Int, percent: String, verdict: Comparison.Verdict
  ) throws {
    let results = try reckon(
      ["a 2020 pieces \(before)", "a 2021 pieces \(now)"], units: [SmallPack.unit("a")],
      pack: SmallPack.pack())
    let comparison = try #require(results.comparisons[address("count/root/-/2021/change")])
    #expect(comparison.difference == Fraction(now - before))
    #expect(comparison.relative == Fraction(percent))
    #expect(comparison.verdict == verdict)
  }

  @Test func comparesAMergedSchoolWithTheSumOfThoseThatItContinues() throws {
    let closed = try year(2021)
    let units = [
      SmallPack.unit("a", closed: closed), SmallPack.unit("b", closed: closed),
      SmallPack.unit("c", succeeds: ["a", "b"], opened: closed),
    ]
    let results = try reckon(
      [
        "a 2020 part 10", "a 2020 whole 20", "b 2020 part 2", "b 2020 whole 20",
        "c 2021 part 24", "c 2021 whole 40",
      ], units: units, pack: SmallPack.pack())
    // (10 + 2) / (20 + 20) is 30 %; the mean would be 30 % too, the count tells them apart.
    let comparison = try #require(results.comparisons[address("share/c/-/2021/change")])
    #expect(comparison.difference == Fraction(30))
    #expect(comparison.verdict == .growth)
  }

  @Test func addsTheSchoolItselfWhenItExistedBesideThoseThatItTookIn() throws {
    let units = [
      SmallPack.unit("a", closed: try year(2021)), SmallPack.unit("b", succeeds: ["a"]),
    ]
    let results = try reckon(
      ["a 2020 pieces 5", "b 2020 pieces 7", "b 2021 pieces 13"], units: units,
      pack: SmallPack.pack())
    #expect(
      results.comparisons[try address("count/b/-/2021/change")]?.difference == Fraction(1))
  }

  @Test func comparesAMergedSchoolWithItselfFromItsSecondYearOn() throws {
    let units = [
      SmallPack.unit("a", closed: try year(2020)),
      SmallPack.unit("b", succeeds: ["a"], opened: try year(2020)),
    ]
    let results = try reckon(
      ["a 2019 pieces 5", "b 2020 pieces 7", "b 2021 pieces 13"], units: units,
      pack: SmallPack.pack(), years: [2019, 2020, 2021])
    #expect(
      results.comparisons[try address("count/b/-/2020/change")]?.difference == Fraction(2))
    #expect(
      results.comparisons[try address("count/b/-/2021/change")]?.difference == Fraction(6))
  }

  @Test func doesNotCompareWithHalfOfAMergedSchool() throws {
    let closed = try year(2021)
    let units = [
      SmallPack.unit("a", closed: closed), SmallPack.unit("b", closed: closed),
      SmallPack.unit("c", succeeds: ["a", "b"], opened: closed),
    ]
    let results = try reckon(
      ["a 2020 pieces 5", "c 2021 pieces 13"], units: units, pack: SmallPack.pack())
    let comparison = try #require(results.comparisons[address("count/c/-/2021/change")])
    #expect(comparison.verdict == .noData)
    #expect(comparison.difference == nil)
  }

  @Test func doesNotCompareThePartsOfASplitSchool() throws {
    let split = try year(2021)
    let units = [
      SmallPack.unit("a", closed: split), SmallPack.unit("b", succeeds: ["a"], opened: split),
      SmallPack.unit("c", succeeds: ["a"], opened: split),
    ]
    let results = try reckon(
      ["a 2020 pieces 20", "b 2021 pieces 10", "c 2021 pieces 11"], units: units,
      pack: SmallPack.pack())
    for unit in ["b", "c"] {
      #expect(
        results.comparisons[try address("count/\(unit)/-/2021/change")]?.verdict == .notComparable)
    }
    #expect(
      results.comparisons[try address("count/root/-/2021/change")]?.difference == Fraction(1))
  }

  @Test func doesNotCompareAcrossAChangedDefinition() throws {
    let count = SmallPack.indicator(
      "count", .count, formulas: SmallPack.count.formulas, breaks: [try year(2021)])
    let results = try reckon(
      ["a 2019 pieces 1", "a 2020 pieces 9", "a 2021 pieces 20"], units: [SmallPack.unit("a")],
      pack: SmallPack.pack([count]), years: [2019, 2020, 2021])
    let change = try #require(results.comparisons[address("count/a/-/2021/change")])
    #expect(change.verdict == .notComparable)
    #expect(change.difference == nil)
    #expect(results.comparisons[try address("count/a/-/2020/change")]?.verdict == .growth)
  }

  @Test func saysNoDataForANewSchoolAndNothingForTheFirstPeriod() throws {
    let results = try reckon(
      ["a 2021 pieces 20"], units: [SmallPack.unit("a", opened: try year(2021))],
      pack: SmallPack.pack())
    #expect(results.comparisons[try address("count/a/-/2021/change")]?.verdict == .noData)
    #expect(results.comparisons[try address("count/root/-/2020/change")] == nil)
  }
}

import ExactNumbers
import Findings
import Monitoring
import Testing

@testable import Analysis

/// A signed table of 2020 with rows of municipalities; one of them has a single school.
@Suite struct ImportedNodeTests {
  private func register() -> UnitRegister {
    func unit(_ code: UnitCode, in parent: UnitCode?) -> Unit {
      var unit = SmallPack.unit(code)
      unit.parent = parent
      return unit
    }
    return UnitRegister(
      root: SmallPack.root,
      units: [unit("a", in: "north"), unit("b", in: "south"), unit("c", in: "south")],
      inner: [unit("north", in: nil), unit("south", in: nil)])
  }

  private func imported(_ unit: String, _ part: Int, _ whole: Int) throws -> IndicatorValue {
    IndicatorValue(
      address: try address("share/\(unit)/-/2020/value"), kind: .share, state: .known,
      numerator: ExactNumber(part), denominator: ExactNumber(whole), coverage: Coverage(),
      imported: .init(line: 1, percent: nil, decimals: 1, origin: Origin(file: "t.csv")))
  }

  /// The municipality signed more than its one school: a branch that has closed since counted too.
  private func table() throws -> [IndicatorValue] {
    [
      try imported("root", 30, 100), try imported("north", 12, 40), try imported("a", 10, 20),
      try imported("south", 18, 60),
    ]
  }

  private func results() throws -> ResultSet {
    var aggregator = Aggregator(
      pack: try SmallPack.pack(), register: register(), periods: [try year(2021)],
      imported: try table())
    let lines = ["a", "b", "c"].flatMap { ["\($0) 2021 part 10", "\($0) 2021 whole 20"] }
    for observation in try observations(lines) { aggregator.add(observation) }
    return try aggregator.results()
  }

  @Test func keepsWhatTheTableSaysOfUnitsAboveThoseThatHandIn() throws {
    let results = try results()
    for value in try table() { #expect(results.values[value.address] == value) }
    let rows = ResultTable(results, pack: try SmallPack.pack(), register: register()).rows
    #expect(rows.contains { $0.unit == "south" && $0.imported != nil && $0.numerator == 18 })
  }

  @Test func comparesThemWithTheirOwnRowAndTracesTheChangeToIt() throws {
    let results = try results()
    // 10 of 20 are 50 %; 12 of 40 were 30 %, and the one school below had 50 %.
    let change = try address("share/north/-/2021/change")
    #expect(results.comparisons[change]?.difference == Fraction(20))
    #expect(results.comparisons[try address("share/a/-/2021/change")]?.difference == Fraction(0))
    #expect(
      results.comparisons[try address("share/south/-/2021/change")]?.difference == Fraction(20))
    for (unit, before) in [("north", Fraction(30)), ("a", Fraction(50)), ("south", Fraction(30))] {
      let trace = try Trace(
        of: address("share/\(unit)/-/2021/change"), pack: SmallPack.pack(), register: register(),
        periods: [year(2021)], imported: table()
      ) { _ in nil }
      #expect(trace.beforeValue?.exact == before, "\(unit)")
    }
  }

  @Test func tracesTheChangeOfAMergerToTheSumThatItIsComparedWith() throws {
    let closed = try year(2021)
    let units = [
      SmallPack.unit("a", closed: closed), SmallPack.unit("b", closed: closed),
      SmallPack.unit("m", succeeds: ["a", "b"], opened: closed),
    ]
    let register = UnitRegister(root: SmallPack.root, units: units)
    let values = [try imported("a", 10, 20), try imported("b", 2, 20)]
    var aggregator = Aggregator(
      pack: try SmallPack.pack(), register: register, periods: [closed], imported: values)
    for one in try observations(["m 2021 part 24", "m 2021 whole 40"]) { aggregator.add(one) }
    let change = try address("share/m/-/2021/change")
    // 24 of 40 are 60 %, 12 of 40 were 30 %.
    #expect(try aggregator.results().comparisons[change]?.difference == Fraction(30))
    let trace = try Trace(
      of: change, pack: SmallPack.pack(), register: register, periods: [closed], imported: values
    ) { _ in nil }
    #expect(trace.beforeValue?.exact == Fraction(30))
  }
}

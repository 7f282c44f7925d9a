import ExactNumbers
import Monitoring
import Testing

@testable import Analysis

/// What less than half of a district gave says nothing of the district.
@Suite struct HalfKnownTests {
  private func results(answering: [String]) throws -> ResultSet {
    let all: [UnitCode] = ["a", "b", "c", "d"]
    let lines =
      all.flatMap { ["\($0) 2020 part 5", "\($0) 2020 staff 50"] }
      + answering.flatMap { ["\($0) 2021 part 45", "\($0) 2021 staff 50"] }
    return try reckon(
      lines, units: all.map { SmallPack.unit($0) }, pack: SmallPack.pack([SmallPack.goal]))
  }

  @Test(arguments: [
    (["a"], Comparison.Verdict.noData), (["a", "b"], .growth), (["a", "b", "c", "d"], .growth),
  ])
  func comparesFromHalfOfTheUnitsOn(units: [String], verdict: Comparison.Verdict) throws {
    let results = try results(answering: units)
    let comparison = try #require(results.comparisons[address("goal/root/-/2021/change")])
    #expect(comparison.verdict == verdict)
    #expect((comparison.difference == nil) == (verdict == .noData))
  }

  @Test(arguments: [(["a"], false), (["a", "b"], true)])
  func judgesATargetFromHalfOfTheUnitsOn(units: [String], isJudged: Bool) throws {
    let now = try address("goal/root/-/2021/value")
    let triggers = try results(answering: units).signals.filter { $0.address == now }.map(\.trigger)
    #expect(triggers.contains(.targetMet) == isJudged)
    #expect(!triggers.contains(.targetMissed))
  }
}

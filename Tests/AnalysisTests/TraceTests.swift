import ExactNumbers
import Monitoring
import Testing

@testable import Analysis

@Suite struct TraceTests {
  @Test func addsUpToEveryValueOfTheResults() throws {
    let one = try ReckonedCase()
    let pack = try SmallPack.pack()
    let periods = try [2019, 2020, 2021].map { try year($0) }
    let byKey = Dictionary(uniqueKeysWithValues: one.observations.map { ($0.key, $0) })
    for row in one.values {
      let address = try ReckonedCase.address(row)
      let trace = try Trace(
        of: address, pack: pack, register: one.register, periods: periods
      ) { byKey[$0] }
      let given = trace.contributions.filter { $0.state == .given }
      let cells = given.compactMap { $0.numerator.observation?.number }
      #expect(
        ExactNumber.sum(of: cells)?.description == row["numerator"], "\(address)")
      let others = given.compactMap { $0.denominator?.observation?.number }
      #expect(
        (trace.formula.denominator == nil ? "" : ExactNumber.sum(of: others)?.description)
          == row["denominator"], "\(address)")
      #expect(trace.contributions.count == row["expected"].flatMap { Int($0) }, "\(address)")
      #expect((trace.value.exact?.description ?? "") == row["exact"], "\(address)")
    }
  }

  @Test func namesTheCellsOfBothYearsBehindAChange() throws {
    let closed = try year(2021)
    let units = [
      SmallPack.unit("a", closed: closed), SmallPack.unit("b", closed: closed),
      SmallPack.unit("c", succeeds: ["a", "b"], opened: closed),
    ]
    let trace = try Trace(
      of: address("count/c/-/2021/change"), pack: SmallPack.pack(),
      register: UnitRegister(root: SmallPack.root, units: units),
      periods: [year(2020), closed]
    ) { _ in nil }
    #expect(trace.contributions.map(\.unit) == ["c"])
    #expect(trace.before.map(\.unit) == ["a", "b"])
    #expect(trace.before.map(\.numerator.key.period) == [try year(2020), try year(2020)])
    #expect(trace.beforePeriod == (try year(2020)))
    #expect(trace.contributions.map(\.state) == [.missing])
  }

  @Test(arguments: [
    "none/root/-/2021/value", "share/none/-/2021/value", "share/root/subjects=none/2021/value",
    "share/root/-/2018/value", "share/old/-/2021/value", "goal/a/-/2021/value",
  ])
  func refusesAnAddressThatHasNoValue(text: String) throws {
    let register = UnitRegister(
      root: SmallPack.root,
      units: [SmallPack.unit("a"), SmallPack.unit("old", closed: try year(2021))])
    #expect {
      try Trace(
        of: address(text), pack: SmallPack.pack(), register: register,
        periods: [year(2020), year(2021)]
      ) { _ in nil }
    } throws: {
      let error = $0 as? AnalysisError
      return error?.code == .unknownAddress && error?.address == text
    }
  }
}

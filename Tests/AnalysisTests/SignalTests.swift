import ExactNumbers
import Monitoring
import Testing

@testable import Analysis

@Suite struct SignalTests {
  /// 19.96 % prints as 20.0 % and misses a target of 20.
  @Test(arguments: [
    (499, 2500, Trigger.targetMissed), (500, 2500, .targetMet), (1, 5, .targetMet),
    (199_999, 1_000_000, .targetMissed),
  ])
  func comparesWithTheTargetUnrounded(part: Int, staff: Int, trigger: Trigger) throws {
    let results = try reckon(
      ["a 2021 part \(part)", "a 2021 staff \(staff)"], units: [SmallPack.unit("a")],
      pack: SmallPack.pack([SmallPack.goal]), years: [2021])
    #expect(
      results.signals == [Signal(trigger: trigger, address: try address("goal/root/-/2021/value"))])
  }

  @Test func namesTheEndsOfAGapAmongLargeEnoughUnits() throws {
    let units = ["a", "b", "c", "d"].map { SmallPack.unit($0) }
    let results = try reckon(
      [
        "a 2021 part 5", "a 2021 whole 10", "b 2021 part 8", "b 2021 whole 10",
        "c 2021 part 4", "c 2021 whole 4", "d 2021 part 16", "d 2021 whole 20",
      ], units: units, pack: SmallPack.pack([SmallPack.share]), years: [2021])
    // c has fewer than 5 persons; b and d are equal, b stands first in the register.
    #expect(
      results.signals.filter { $0.trigger == .gap } == [
        Signal(
          trigger: .gap, address: try address("share/root/-/2021/value"),
          ends: [try address("share/a/-/2021/value"), try address("share/b/-/2021/value")])
      ])
  }

  @Test(arguments: [(5, 8, true), (5, 7, false), (8, 8, false)])
  func speaksOfAGapFromTheThresholdOn(low: Int, high: Int, isGap: Bool) throws {
    let results = try reckon(
      [
        "a 2021 subject_part=music \(high)", "a 2021 subject_whole=music 10",
        "b 2021 subject_part=music \(low)", "b 2021 subject_whole=music 10",
      ], units: [SmallPack.unit("a"), SmallPack.unit("b")],
      pack: SmallPack.pack([SmallPack.share]), years: [2021])
    let gaps = results.signals.filter { $0.trigger == .gap }
    #expect(
      gaps.map(\.address) == (isGap ? [try address("share/root/subjects=music/2021/value")] : []))
    #expect(
      gaps.first?.ends.map(\.unit) == (isGap ? ["b", "a"] : nil))
  }

  @Test func ordersByWeightThenPackThenRegister() throws {
    let units = ["s2", "s10"].map { SmallPack.unit($0) }
    let lines = units.flatMap { unit in
      [
        "\(unit.code) 2020 pieces 20", "\(unit.code) 2021 pieces 10", "\(unit.code) 2020 part 9",
        "\(unit.code) 2021 part 1", "\(unit.code) 2020 staff 50", "\(unit.code) 2021 staff 50",
      ]
    }
    let results = try reckon(
      lines + ["s10 2021 pieces 10"], units: units,
      pack: SmallPack.pack([SmallPack.count, SmallPack.goal]))
    let seen = results.signals.map { "\($0.trigger.rawValue) \($0.address)" }
    #expect(
      seen == [
        "target_missed goal/root/-/2021/value", "target_missed goal/root/-/2020/value",
        "decline count/root/-/2021/value", "decline count/s2/-/2021/value",
        "decline count/s10/-/2021/value", "decline goal/root/-/2021/value",
      ])
  }

  @Test func saysWhereDataAreWanting() throws {
    let results = try reckon(
      ["a 2021 pieces 4", "b 2021 pieces missing"],
      units: [SmallPack.unit("a"), SmallPack.unit("b")], pack: SmallPack.pack([SmallPack.count]),
      years: [2021])
    #expect(
      results.signals.filter { $0.trigger == .noData }.map(\.address) == [
        try address("count/root/-/2021/value"), try address("count/b/-/2021/value"),
      ])
  }
}

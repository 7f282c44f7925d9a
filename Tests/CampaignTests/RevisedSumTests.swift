import Analysis
import ExactNumbers
import Findings
import Foundation
import Monitoring
import Store
import TestSupport
import Testing

@testable import Campaign

/// Two unions of schools whose results were signed, opened and changed.
@Suite struct RevisedSumTests {
  private let scratch: ScratchFolder
  private let store: Store
  private let period: Period
  private let register: UnitRegister

  init() throws {
    scratch = try ScratchFolder()
    store = try Store(folder: scratch.url.path)
    period = try #require(Period(year: 2021))
    func unit(_ code: UnitCode, in parent: UnitCode?) -> Monitoring.Unit {
      Monitoring.Unit(
        code: code, number: 0, names: [.init(full: code.rawValue, short: code.rawValue)],
        level: "school", parent: parent)
    }
    register = UnitRegister(
      root: unit("root", in: nil),
      units: [unit("a", in: "north"), unit("b", in: "north"), unit("c", in: "south")],
      inner: [unit("north", in: nil), unit("south", in: nil)])
  }

  private func value(_ indicator: String, _ unit: String, _ number: Int) throws -> IndicatorValue {
    IndicatorValue(
      address: try #require(ValueAddress("\(indicator)/\(unit)/-/2021/value")), kind: .count,
      state: .known, numerator: ExactNumber(number), denominator: nil, coverage: Coverage())
  }

  /// `whole` is shown for units above only.
  private func values(a: Int, b: Int, c: Int) throws -> [IndicatorValue] {
    [
      try value("n", "root", a + b + c), try value("n", "north", a + b), try value("n", "south", c),
      try value("n", "a", a), try value("n", "b", b), try value("n", "c", c),
      try value("whole", "north", a + b), try value("whole", "south", c),
    ]
  }

  private func revisions(_ values: [IndicatorValue]) throws -> [String: Revision] {
    let results = ResultSet(
      periods: [period],
      values: Dictionary(values.map { ($0.address, $0) }, uniquingKeysWith: { one, _ in one }),
      comparisons: [:], signals: [])
    let found = try SignedComparison(store, register: register).revisions(of: results)
    return Dictionary(
      uniqueKeysWithValues: found.map { ("\($0.key.indicator)/\($0.key.unit)", $0.value) })
  }

  @Test func aRevisedSumNamesTheUnitsAndDecisionsThatChangedIt() throws {
    try store.lock(
      period, values: try values(a: 1, b: 2, c: 4), author: "А", reason: "",
      now: "2022-01-25T10:00:00Z")
    try store.unlock(period, author: "А", reason: "ошибка", now: "2022-01-26T10:00:00Z")
    for unit in ["b", "c"] {
      try store.write(
        JournalEntry(
          at: "2022-01-26T11:00:00Z", author: "А", reason: "", act: .scan(received: "2022-01-26"),
          period: period, unit: UnitCode(rawValue: unit), form: "f"))
      try store.write(
        JournalEntry(
          at: "2022-01-26T12:00:00Z", author: "А", reason: "",
          act: .correct(
            field: "n", breakdown: .whole, before: nil, after: .given(.number(3))),
          period: period, unit: UnitCode(rawValue: unit), form: "f"))
    }
    // The correction of c was of a value that is in no result.
    let revised = try revisions(try values(a: 1, b: 3, c: 4))
    #expect(Set(revised.keys) == ["n/root", "n/north", "n/b", "whole/north"])
    for sum in ["n/root", "n/north", "whole/north"] {
      #expect(revised[sum]?.units == ["b"], "\(sum)")
    }
    #expect(revised["n/b"]?.units == [])
    func decided(_ name: String) -> [UnitCode] {
      (revised[name]?.causes ?? []).filter { $0.act != .unlock }.compactMap(\.unit)
    }
    #expect(decided("n/north") == ["b"] && decided("n/root") == ["b", "c"])
    #expect(decided("n/b") == ["b"])
  }
}

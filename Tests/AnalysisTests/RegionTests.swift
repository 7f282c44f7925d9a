import ExactNumbers
import Foundation
import Monitoring
import TestSupport
import Testing

@testable import Analysis

/// A region of three municipalities with a merged, a split, a closed and an opened school and a
/// branch, over two years; `Tests/Cases/region/reckon.py` reckons what is expected.
@Suite struct RegionTests {
  private static let folder = Checkout.root.appending(path: "Tests/Cases/region")

  private func register() throws -> UnitRegister {
    let units = try tableRows(Self.folder.appending(path: "units.csv")).map { row in
      let code = row["code"] ?? ""
      return Unit(
        code: UnitCode(rawValue: code), number: 0, names: [.init(full: code, short: code)],
        level: MemberCode(rawValue: row["level"] ?? ""),
        parent: row["parent"].flatMap { $0.isEmpty ? nil : UnitCode(rawValue: $0) },
        succeeds: (row["succeeds"] ?? "").split(separator: " ")
          .map { UnitCode(rawValue: String($0)) },
        opened: row["opened"].flatMap { Period($0) }, closed: row["closed"].flatMap { Period($0) })
    }
    return UnitRegister(
      root: SmallPack.root, units: units.filter { $0.level != "municipality" },
      inner: units.filter { $0.level == "municipality" })
  }

  private func lines() throws -> [String] {
    try tableRows(Self.folder.appending(path: "values.csv")).flatMap { row in
      ["part", "whole"].map { "\(row["unit"] ?? "") \(row["year"] ?? "") \($0) \(row[$0] ?? "")" }
    }
  }

  private func results() throws -> ResultSet {
    var aggregator = Aggregator(
      pack: try SmallPack.pack(), register: try register(),
      periods: [try year(2020), try year(2021)])
    for observation in try observations(try lines()) { aggregator.add(observation) }
    return try aggregator.results()
  }

  @Test func everyUnitAboveIsTheSumOfThoseBelowIt() throws {
    let results = try results()
    let rows = try tableRows(Self.folder.appending(path: "expected.csv"))
    #expect(rows.count == 22)
    for row in rows {
      let name = "share/\(row["unit"] ?? "")/-/\(row["year"] ?? "")"
      let value = try #require(results.values[address("\(name)/value")], "\(name)")
      #expect(value.numerator.description == row["part"], "\(name)")
      #expect(value.denominator?.description == row["whole"], "\(name)")
    }
    #expect(results.values[try address("share/s4/-/2021/value")] == nil)
  }

  @Test func everyUnitIsComparedWithWhatItContinues() throws {
    let results = try results()
    for row in try tableRows(Self.folder.appending(path: "expected.csv"))
    where row["year"] == "2021" {
      let name = "share/\(row["unit"] ?? "")/-/2021/change"
      let comparison = try #require(results.comparisons[address(name)], "\(name)")
      guard let part = Int(row["part"] ?? ""), let whole = Int(row["whole"] ?? ""),
        let basePart = Int(row["base_part"] ?? ""), let baseWhole = Int(row["base_whole"] ?? "")
      else {
        #expect(comparison.difference == nil, "\(name)")
        continue
      }
      let difference: Int = (part * baseWhole - basePart * whole) * 100
      let points = Fraction(ExactNumber(difference), over: ExactNumber(whole * baseWhole))
      #expect(comparison.difference == points, "\(name)")
    }
  }

  @Test func aTraceOfAUnitAboveNamesTheUnitsBelowIt() throws {
    let known = Dictionary(
      try observations(try lines()).map { ($0.key, $0) }, uniquingKeysWith: { one, _ in one })
    let trace = try Trace(
      of: try address("share/south/-/2021/change"), pack: SmallPack.pack(), register: register(),
      periods: [try year(2020), try year(2021)]
    ) { known[$0] }
    #expect(trace.contributions.map(\.unit) == ["s2", "s3"])
    #expect(trace.before.map(\.unit) == ["s1", "s4"])
    #expect(trace.value.numerator == 33 && trace.beforeValue?.numerator == 31)
  }

  @Test func thePublicEditionHasTheRootOnly() throws {
    let edition = Edition(
      .public, of: try results(), pack: try SmallPack.pack(), register: try register())
    #expect(edition[try address("share/root/-/2021/value")] != nil)
    #expect(edition[try address("share/south/-/2021/value")] == nil)
  }

  @Test func theTableListsUnitsAboveBetweenTheRootAndTheOthers() throws {
    let table = ResultTable(
      try results(), pack: try SmallPack.pack([SmallPack.share]), register: try register())
    let units = table.rows.filter { $0.period.year == 2021 && $0.breakdown.isWhole }.map(\.unit)
    #expect(
      units == [
        "root", "north", "south", "east", "n1", "n4", "s2", "s3", "e1", "e1b", "e2",
      ])
  }
}

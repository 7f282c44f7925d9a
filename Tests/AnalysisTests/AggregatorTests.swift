import ExactNumbers
import Monitoring
import TestSupport
import Testing

@testable import Analysis

@Suite struct AggregatorTests {
  private func results(
    of one: ReckonedCase, _ observations: [Observation]? = nil
  ) throws -> ResultSet {
    var aggregator = Aggregator(
      pack: try SmallPack.pack(), register: one.register,
      periods: try [2021, 2019, 2020].map { try year($0) })
    for observation in observations ?? one.observations { aggregator.add(observation) }
    return try aggregator.results()
  }

  @Test func reckonsEveryValueAsSQLDoes() throws {
    let one = try ReckonedCase()
    let results = try results(of: one)
    #expect(results.values.count == one.values.count)
    #expect(results.periods == [try year(2019), try year(2020), try year(2021)])
    for row in one.values {
      let address = try ReckonedCase.address(row)
      let value = try #require(results.values[address], "\(address)")
      let coverage = value.coverage
      let seen: [String: String] = [
        "numerator": "\(value.numerator)", "denominator": value.denominator?.description ?? "",
        "given": "\(coverage.given)", "expected": "\(coverage.expected)",
        "missing": "\(coverage.missing)", "not_applicable": "\(coverage.notApplicable)",
        "unreadable": "\(coverage.unreadable)", "withheld": "\(coverage.withheld)",
        "state": value.state.rawValue, "exact": value.exact?.description ?? "",
      ]
      for (column, text) in seen { #expect(text == row[column], "\(address) \(column)") }
    }
  }

  @Test func comparesEveryValueAsPythonDoes() throws {
    let one = try ReckonedCase()
    let results = try results(of: one)
    #expect(results.comparisons.count == one.comparisons.count)
    for row in one.comparisons {
      let address = try ReckonedCase.address(row).term(.change)
      let comparison = try #require(results.comparisons[address], "\(address)")
      #expect((comparison.difference?.description ?? "") == row["difference"], "\(address)")
      #expect((comparison.relative?.description ?? "") == row["relative"], "\(address)")
      #expect(comparison.verdict.rawValue == row["verdict"], "\(address)")
    }
  }

  @Test(arguments: UInt64(1)...20)
  func doesNotDependOnTheOrderOfObservations(seed: UInt64) throws {
    var numbers = SplitMix(state: seed)
    let one = try ReckonedCase()
    let expected = try results(of: one)
    let other = try results(of: one, one.observations.shuffled(using: &numbers))
    #expect(other.values == expected.values, "seed \(seed)")
    #expect(other.comparisons == expected.comparisons, "seed \(seed)")
    #expect(other.signals == expected.signals, "seed \(seed)")
  }

  @Test(arguments: UInt64(1)...20)
  func givesTheRootTheSumOfTheUnits(seed: UInt64) throws {
    var numbers = SplitMix(state: seed)
    let units = (1...7).map { SmallPack.unit(UnitCode(rawValue: "s\($0)")) }
    let words = ["missing", "withheld", "unreadable", "not_applicable", "0", "7", "12.5", "40"]
    let lines = units.flatMap { unit in
      ["part", "whole", "pieces"].map {
        "\(unit.code) 2021 \($0) \(words.randomElement(using: &numbers) ?? "0")"
      }
    }
    let results = try reckon(lines, units: units, pack: SmallPack.pack(), years: [2021])
    for indicator in ["share", "count"] {
      let root = try #require(results.values[address("\(indicator)/root/-/2021/value")])
      let own = try units.map {
        try #require(results.values[address("\(indicator)/\($0.code)/-/2021/value")])
      }
      let known = own.filter { $0.state == .known }
      #expect(root.numerator == ExactNumber.sum(of: known.map(\.numerator)), "seed \(seed)")
      let wholes = ExactNumber.sum(of: known.compactMap(\.denominator))
      #expect(root.denominator == (indicator == "share" ? wholes : nil), "seed \(seed)")
      #expect(root.coverage.given == known.count, "seed \(seed)")
      let coverage = root.coverage
      #expect(
        coverage.given + coverage.missing + coverage.notApplicable + coverage.unreadable
          + coverage.withheld == 7, "seed \(seed)")
    }
  }

  /// (1 + 30) / (2 + 60) is a half; the mean of 50 %, 50 % and of shares of other sizes is not.
  @Test func dividesSumsInsteadOfAveragingShares() throws {
    let results = try reckon(
      ["a 2021 part 1", "a 2021 whole 10", "b 2021 part 30", "b 2021 whole 40"],
      units: [SmallPack.unit("a"), SmallPack.unit("b")], pack: SmallPack.pack())
    let value = try #require(results.values[address("share/root/-/2021/value")])
    #expect(value.exact == Fraction(62))
  }

  @Test func treatsABlankCellAsMissingNotZero() throws {
    let results = try reckon(
      ["a 2021 part missing", "a 2021 whole 10", "b 2021 part 0", "b 2021 whole 10"],
      units: [SmallPack.unit("a"), SmallPack.unit("b")], pack: SmallPack.pack())
    let root = try #require(results.values[address("share/root/-/2021/value")])
    #expect(root.denominator == 10)
    #expect(root.coverage.missing == 1)
    #expect(results.values[try address("share/a/-/2021/value")]?.state == .noData)
    #expect(results.values[try address("share/b/-/2021/value")]?.exact == .zero)
  }

  @Test func leavesOutAGroupOfNobodyEvenWhenTheOtherCellIsEmpty() throws {
    let results = try reckon(
      ["a 2021 subject_whole=music 0"], units: [SmallPack.unit("a")], pack: SmallPack.pack())
    let value = try #require(results.values[address("share/a/subjects=music/2021/value")])
    #expect(value.state == .notApplicable)
    #expect(value.exact == nil)
  }

  /// «12 чел.?» was given and waits to be mended; an empty cell was not given.
  @Test func saysOfWhatCannotBeReadThatItIsBeingMended() throws {
    let results = try reckon(
      ["a 2021 part unreadable", "a 2021 whole 10", "b 2021 part missing", "b 2021 whole 10"],
      units: [SmallPack.unit("a"), SmallPack.unit("b")], pack: SmallPack.pack())
    #expect(results.values[try address("share/a/-/2021/value")]?.state == .withheld)
    #expect(results.values[try address("share/b/-/2021/value")]?.state == .noData)
    #expect(results.values[try address("share/root/-/2021/value")]?.state == .withheld)
  }

  @Test func countsAnAbsurdNumberAsUnreadable() throws {
    let results = try reckon(
      ["a 2021 pieces 1000000000001", "b 2021 pieces 0.1234567", "c 2021 pieces 1000000000000"],
      units: ["a", "b", "c"].map { SmallPack.unit($0) }, pack: SmallPack.pack())
    let value = try #require(results.values[address("count/root/-/2021/value")])
    #expect(value.coverage.unreadable == 2)
    #expect(value.numerator.description == "1000000000000")
  }

  @Test func countsTwoContradictingValuesAsUnreadableInEitherOrder() throws {
    let lines = ["a 2021 pieces 1", "a 2021 pieces 2", "a 2021 pieces 1"]
    for order in [lines, lines.reversed()] {
      let results = try reckon(order, units: [SmallPack.unit("a")], pack: SmallPack.pack())
      let value = try #require(results.values[address("count/a/-/2021/value")])
      #expect(value.coverage.unreadable == 1)
      #expect(value.state == .withheld)
    }
  }

  @Test func leavesOutAUnitThatWasNotExpectedAndSaysSo() throws {
    let units = [SmallPack.unit("a", closed: try year(2021))]
    var aggregator = Aggregator(
      pack: try SmallPack.pack(), register: UnitRegister(root: SmallPack.root, units: units),
      periods: [try year(2021)])
    for observation in try observations(["a 2021 pieces 4", "z 2021 pieces 5"]) {
      aggregator.add(observation)
    }
    let value = try #require(
      aggregator.results().values[address("count/root/-/2021/value")])
    #expect(value.coverage.expected == 0)
    #expect(value.state == .noData)
    #expect(
      aggregator.strays == [
        .init(unit: "a", period: try year(2021)), .init(unit: "z", period: try year(2021)),
      ])
  }

  @Test func hasAMunicipalIndicatorAtTheRootOnly() throws {
    let results = try reckon(
      ["a 2021 part 1", "a 2021 staff 4"], units: [SmallPack.unit("a")], pack: SmallPack.pack())
    #expect(results.values[try address("goal/root/-/2021/value")]?.exact == Fraction(25))
    #expect(results.values[try address("goal/a/-/2021/value")] == nil)
  }

  @Test func refusesASumThatDoesNotFit() throws {
    // Eleven times that is 10999999999999.999989: twenty digits.
    let units = (0..<11).map { SmallPack.unit(UnitCode(rawValue: "s\($0)")) }
    let lines = units.map { "\($0.code) 2021 pieces 999999999999.999999" }
    #expect {
      _ = try reckon(lines, units: units, pack: SmallPack.pack())
    } throws: { ($0 as? AnalysisError)?.code == .overflow }
  }

  @Test func asksForTheFieldsOfItsFormulasOnly() throws {
    let aggregator = Aggregator(
      pack: try SmallPack.pack(), register: UnitRegister(root: SmallPack.root, units: []),
      periods: [])
    #expect(
      aggregator.fields == ["part", "whole", "subject_part", "subject_whole", "pieces", "staff"])
  }
}

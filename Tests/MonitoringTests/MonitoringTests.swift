import ExactNumbers
import Monitoring
import Testing

@Suite struct MonitoringTests {
  @Test(arguments: [
    "i3_3/school-07/-/2021/value", "c1/root/-/2019/change",
    "i1_1/a/subjects=music/2020/numerator", "i/u/a=b;c=d/2020/coverage",
  ])
  func readsAnAddressBackAsItWasPrinted(text: String) throws {
    #expect(try #require(ValueAddress(text)).description == text)
  }

  @Test(arguments: [
    "", "i/u/-/2021", "i/u/-/2021/value/more", "i/u/-/year/value", "i/u/-/2021/sum",
    "/u/-/2021/value", "i//-/2021/value", "i/u/subjects/2021/value", "i/u/a=b=c/2021/value",
    "i/u/-/20210/value",
  ])
  func refusesWhatIsNoAddress(text: String) { #expect(ValueAddress(text) == nil) }

  private func unit(
    _ code: UnitCode, succeeds: [UnitCode] = [], opened: Int? = nil, closed: Int? = nil,
    names: [Unit.Name] = [Unit.Name(full: "full", short: "short")]
  ) -> Unit {
    Unit(
      code: code, number: 1, names: names, level: "school", succeeds: succeeds,
      opened: opened.flatMap { Period(year: $0) }, closed: closed.flatMap { Period(year: $0) })
  }

  @Test func aUnitExistsFromItsOpeningUntilBeforeItsClosing() throws {
    let unit = unit("a", opened: 2019, closed: 2021)
    let years = try (2018...2022).map { unit.exists(in: try #require(Period(year: $0))) }
    #expect(years == [false, true, true, false, false])
  }

  @Test func aNameHoldsFromItsFirstPeriodOn() throws {
    let unit = unit(
      "a",
      names: [
        Unit.Name(full: "old", short: "o"),
        Unit.Name(since: Period(year: 2021), full: "new", short: "n"),
      ])
    #expect(unit.name(in: try #require(Period(year: 2020))).full == "old")
    #expect(unit.name(in: try #require(Period(year: 2021))).full == "new")
  }

  @Test func lineageEndsAlsoWhereARegisterGoesInCircles() {
    let register = UnitRegister(
      root: unit("root"),
      units: [unit("a", succeeds: ["b", "c"]), unit("b", succeeds: ["a"]), unit("c")])
    #expect(Set(register.lineage(of: "a")) == ["a", "b", "c"])
    #expect(register.lineage(of: "a").first == "a")
  }

  @Test func aShareOfNothingHasNoValue() throws {
    let address = try #require(ValueAddress("i/u/-/2021/value"))
    var value = IndicatorValue(
      address: address, kind: .share, state: .known, numerator: ExactNumber(1),
      denominator: ExactNumber(3), coverage: Coverage())
    #expect(value.exact == Fraction("100/3"))
    value.denominator = ExactNumber(0)
    #expect(value.exact == nil)
    value.state = .notApplicable
    #expect(value.exact == nil)
  }
}

import ExactNumbers
import Findings
import Monitoring
import Testing

@testable import Store

@Suite struct RuleFindingTests {
  let finding = Finding(
    code: "pack:part", severity: .error, key: FindingKey(unit: "school-01", period: "2021"),
    origins: [Origin(file: "a.xlsx")])

  private func trained() throws -> Observation.Key {
    .init(unit: "school-01", period: try year(2021), field: "trained")
  }

  @Test func withholdsWhatAnErrorNamesAndLetsRulesSeeIt() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    try Form(file: "a", values: ["staff_total": 20, "trained": 30]).store(in: store)
    try store.replaceRuleFindings(
      unit: "school-01", period: year(2021), findings: [finding], withheld: [trained()],
      rules: "1")
    #expect(try store.observation(trained())?.state == .withheld(.number(30)))
    #expect(try store.number("staff_total") == 20)
    let states = try store.observationsAsRead(unit: "school-01", period: year(2021)).map(\.state)
    #expect(states == [.given(.number(20)), .given(.number(30))])
    #expect(try store.findings(unit: "school-01", period: year(2021)) == [finding])
  }

  @Test func replacesWhatRulesFoundBefore() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    try Form(file: "a", values: ["trained": 30]).store(in: store)
    let period = try year(2021)
    #expect(
      try store.replaceRuleFindings(
        unit: "school-01", period: period, findings: [finding], withheld: [trained()], rules: "1"))
    #expect(
      try !store.replaceRuleFindings(
        unit: "school-01", period: period, findings: [finding], withheld: [trained()], rules: "1"))
    #expect(
      try store.replaceRuleFindings(
        unit: "school-01", period: period, findings: [], withheld: [], rules: "1"))
    #expect(try store.number("trained") == 30)
    #expect(try store.findings(unit: "school-01", period: period).isEmpty)
    #expect(try store.faults().isEmpty)
  }

  @Test func knowsWhichFormsRulesHaveToRunOver() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    func check() throws {
      for place in try store.unchecked(rules: "1") {
        try store.replaceRuleFindings(
          unit: place.unit, period: place.period, findings: [], withheld: [], rules: "1")
      }
    }
    let last = UnitPeriod(unit: "school-01", period: try year(2020))
    let this = UnitPeriod(unit: "school-01", period: try year(2021))
    try Form(file: "a").store(in: store)
    try Form(unit: "school-02", file: "b").store(in: store)
    #expect(try store.unchecked(rules: "1").map(\.unit) == ["school-01", "school-02"])
    try check()
    #expect(try store.unchecked(rules: "1").isEmpty)
    #expect(try store.unchecked(rules: "2").count == 2)
    // Last year's form changes what the rules of this year see.
    try Form(period: 2020, file: "c").store(in: store)
    #expect(try store.unchecked(rules: "1") == [last, this])
    try check()
    #expect(try store.unchecked(rules: "1").isEmpty)
  }

  /// Nobody touched the forms of 2020 and 2021; what was decided in 2019 made the rules of 2020 let
  /// go of a value, at which those of 2021 look.
  @Test func whatLastYearsRulesFoundIsPartOfWhatThisYearsStandOn() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    let last = UnitPeriod(unit: "school-01", period: try year(2020))
    let this = UnitPeriod(unit: "school-01", period: try year(2021))
    try Form(period: 2020, file: "a", values: ["trained": 30]).store(in: store)
    try Form(file: "b", values: ["trained": 30]).store(in: store)
    func check(_ place: UnitPeriod, withheld: Bool) throws {
      let key = Observation.Key(unit: place.unit, period: place.period, field: "trained")
      let said = withheld ? [finding] : []
      try store.replaceRuleFindings(
        unit: place.unit, period: place.period, findings: said, withheld: withheld ? [key] : [],
        rules: "1")
    }
    try check(last, withheld: true)
    try check(this, withheld: false)
    #expect(try store.unchecked(rules: "1").isEmpty)
    try check(last, withheld: false)
    #expect(try store.unchecked(rules: "1") == [this])
    try check(this, withheld: false)
    #expect(try store.unchecked(rules: "1").isEmpty)
  }

  @Test func refusesToWithholdAValueOfAnotherForm() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    #expect {
      try store.replaceRuleFindings(
        unit: "school-02", period: year(2021), findings: [], withheld: [trained()], rules: "1")
    } throws: { ($0 as? StoreError)?.code == .contradiction }
  }
}

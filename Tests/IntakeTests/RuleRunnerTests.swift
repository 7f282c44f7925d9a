import ExactNumbers
import Expressions
import Findings
import Monitoring
import Testing
import Wording

@testable import Intake

@Suite struct RuleRunnerTests {
  private static let unit = Unit(
    code: "school-07", number: 7, names: [.init(full: "Ш", short: "Ш")], level: "school",
    type: "СОШ")

  private func period(_ year: Int = 2021) throws -> Period { try #require(Period(year: year)) }

  private func rule(
    _ condition: String, _ scope: Rule.Scope = .form, severity: Severity = .error,
    message: String = "", withholds: [FieldCode] = [], leads: FieldCode? = nil,
    types: [String] = []
  ) throws -> Rule {
    Rule(
      code: "p:r", severity: severity, scope: scope,
      condition: try Expression(parsing: condition), withholds: withholds, leads: leads,
      russian: .init(message: try TextTemplate(parsing: message), reason: "", mend: ""),
      unitTypes: types)
  }

  /// Staff 40, up to 35: 10, up to 30: 4; teachers 8, 6, 2, 0; diagnosed 3, 2, 1, –.
  private func observations(
    _ year: Int = 2021, _ changes: [String: Observation.State] = [:]
  ) throws -> [Observation] {
    let period = try period(year)
    var bound = SampleForm.bind(SampleForm.pages).observations
    for index in bound.indices {
      bound[index].key.period = period
      let key = bound[index].key
      if let state = changes["\(key.field) \(key.breakdown)"] { bound[index].state = state }
    }
    return bound
  }

  private func run(
    _ rule: Rule, _ changes: [String: Observation.State] = [:],
    lastYear: [String: Observation.State]? = nil
  ) throws -> RuleOutcome {
    let runner = RuleRunner(
      rules: [rule], schemas: [SampleForm.schema],
      classifiers: [SampleForm.subjects, SampleForm.sections])
    return runner.run(
      unit: Self.unit, period: try period(), current: try observations(2021, changes),
      previous: try lastYear.map { try observations(2020, $0) } ?? [])
  }

  private func given(_ value: Int) -> Observation.State { .given(.number(ExactNumber(value))) }

  @Test func aRuleOfTheFormHolds() throws {
    let outcome = try run(try rule("up_to_35 <= staff"))
    #expect(outcome.findings == [])
    #expect(outcome.evaluated == 1)
    #expect(outcome.withheld == [])
  }

  @Test func aBrokenRuleOfTheFormNamesItsCellsAndWithholdsThem() throws {
    let outcome = try run(
      try rule("up_to_35 <= staff", message: "{{ up_to_35 }} > {{ staff }}", leads: "up_to_35"),
      ["up_to_35 ": given(41)])
    let finding = try #require(outcome.findings.first)
    #expect(finding.key.field == "up_to_35")
    #expect(finding.origins.map(\.place) == ["Кадры!C6", "Кадры!C5"])
    #expect(Set(outcome.withheld.map(\.field)) == ["up_to_35", "staff"])
    let applied = outcome.applied(to: try observations(2021, ["up_to_35 ": given(41)]))
    #expect(applied.first { $0.key.field == "up_to_35" }?.state == .withheld(.number(41)))
    #expect(applied.first { $0.key.field == "up_to_30" }?.state == given(4))
  }

  @Test func aRuleMayWithholdOnlyThePart() throws {
    let outcome = try run(
      try rule("up_to_35 <= staff", withholds: ["up_to_35"]), ["up_to_35 ": given(41)])
    #expect(outcome.withheld.map(\.field) == ["up_to_35"])
  }

  @Test func aWarningWithholdsNothing() throws {
    let outcome = try run(
      try rule("up_to_35 <= staff", severity: .warning), ["up_to_35 ": given(41)])
    #expect(outcome.findings.count == 1)
    #expect(outcome.withheld == [])
  }

  @Test(arguments: [Observation.State.missing, .notApplicable, .unreadable])
  func aRuleWithAMissingOperandIsNotEvaluated(_ state: Observation.State) throws {
    let outcome = try run(try rule("up_to_35 <= staff"), ["up_to_35 ": state])
    #expect(outcome.findings == [])
    #expect(outcome.evaluated == 0)
    #expect(outcome.notEvaluated == 1)
  }

  /// What one rule withholds the others still see.
  @Test func aWithheldValueIsSeenByRules() throws {
    let outcome = try run(
      try rule("up_to_35 <= staff"), ["up_to_35 ": .withheld(.number(41))])
    #expect(outcome.findings.count == 1)
  }

  @Test func aRuleOfRowsWithholdsItsRowOnly() throws {
    let outcome = try run(
      try rule(
        "diagnosed <= teachers", .row("subjects"),
        message: "{{ row.title }}: {{ diagnosed }} > {{ teachers }}"),
      ["diagnosed subjects=physics": given(3)])
    #expect(outcome.evaluated == 3)
    #expect(outcome.notEvaluated == 1)
    let finding = try #require(outcome.findings.first)
    #expect(finding.key.breakdown == "subjects=physics")
    #expect(finding.key.field == "diagnosed")
    #expect(finding.origins.map(\.place) == ["Предметы!E7", "Предметы!C7"])
    #expect(outcome.withheld.allSatisfy { $0.breakdown == Breakdown("subjects", "physics") })
    #expect(outcome.withheld.count == 2)
  }

  @Test func aRowSeesTheFieldsOfTheUnit() throws {
    let outcome = try run(try rule("teachers <= up_to_30", .row("subjects")))
    #expect(
      outcome.findings.map(\.key.breakdown) == ["subjects=russian", "subjects=mathematics"])
  }

  @Test func eachFieldIsCheckedInEachOfItsRows() throws {
    let outcome = try run(
      try rule("value <= 7", .each(["up_to_30", "teachers", "diagnosed"])))
    #expect(outcome.evaluated == 1 + 4 + 3)
    #expect(outcome.notEvaluated == 1)
    let finding = try #require(outcome.findings.first)
    #expect(finding.key.field == "teachers")
    #expect(finding.key.breakdown == "subjects=russian")
    #expect(outcome.withheld.count == 1)
  }

  /// Chemistry has no teachers, so that its empty cell is no cell of the column.
  @Test func aColumnIsCheckedAsAWhole() throws {
    let condition = "count(value) >= 3 and sum(value) <= 5"
    let outcome = try run(try rule(condition, .column(["diagnosed"])))
    #expect(outcome.evaluated == 1)
    let finding = try #require(outcome.findings.first)
    #expect(finding.key.field == "diagnosed")
    #expect(finding.key.breakdown == "")
    #expect(finding.origins.count == 4)
    #expect(outcome.withheld.count == 4)
  }

  @Test func aColumnWithAMissingCellHasNoSum() throws {
    let outcome = try run(
      try rule("sum(value) <= 5", .column(["diagnosed"])),
      ["diagnosed subjects=physics": .missing])
    #expect(outcome.notEvaluated == 1)
  }

  @Test func theFormSeesAColumnAsAList() throws {
    let outcome = try run(
      try rule("sum(teachers) >= staff", message: "{{ sum(teachers) }} < {{ staff }}"))
    let finding = try #require(outcome.findings.first)
    let words = RuleWording(rules: [try rule("true", message: "{{ sum(teachers) }} < {{ staff }}")])
      .words(for: finding, language: .ru)
    #expect(words?.headline == "16 < 40")
  }

  @Test func lastYearIsSeenThroughPrevious() throws {
    let changed = try rule(
      "abs(staff - previous(staff)) < 3", message: "было {{ previous(staff) }}, стало {{ staff }}")
    #expect(try run(changed, lastYear: [:]).findings == [])
    #expect(try run(changed).notEvaluated == 1)
    let finding = try #require(try run(changed, lastYear: ["staff ": given(1050)]).findings.first)
    let words = RuleWording(rules: [changed]).words(for: finding, language: .ru)
    #expect(words?.headline == "было 1\u{A0}050, стало 40")
  }

  /// A value of last year that is itself in doubt proves nothing.
  @Test func aWithheldValueOfLastYearIsMissing() throws {
    let outcome = try run(
      try rule("staff = previous(staff)"), lastYear: ["staff ": .withheld(.number(1))])
    #expect(outcome.notEvaluated == 1)
  }

  @Test func previousOfTheScopesFieldIsThatOfItsRow() throws {
    let outcome = try run(
      try rule("not (value = 0 and previous(value) >= 3)", .each(["teachers"])),
      lastYear: ["teachers subjects=chemistry": given(3)])
    #expect(outcome.findings.map(\.key.breakdown) == ["subjects=chemistry"])
  }

  /// 40, 10, 4, 25; 8, 6, 2; 5, 4, 1; 3, 2, 1 are not zero: 13.
  @Test func aCopiedFormIsKnownByItsCells() throws {
    let copied = try rule("unchanged_cells() * 10 < 9 * nonzero_cells()", leads: "staff")
    let finding = try #require(try run(copied, lastYear: [:]).findings.first)
    #expect(finding.arguments["nonzero_cells()"] == .number(13))
    #expect(finding.arguments["unchanged_cells()"] == .number(13))
    #expect(finding.key.field == "staff")
    let other = ["staff ": given(1), "up_to_35 ": given(2)]
    #expect(try run(copied, lastYear: other).findings == [])
    #expect(try run(copied).notEvaluated == 1)
  }

  @Test func aTypedPercentageAgreesToHalfAUnitOfItsLastDigit() throws {
    let agrees = try rule("agrees(share, up_to_35, staff)")
    #expect(try run(agrees).findings == [])
    #expect(try run(agrees, ["up_to_35 ": given(11)]).findings.count == 1)
  }

  @Test(arguments: ["nobody <= staff", "staff", "previous(staff, 2) > 1", "row.depth > 1"])
  func aRuleThatCannotBeEvaluatedIsAFindingNotAPass(_ condition: String) throws {
    let outcome = try run(try rule(condition))
    #expect(outcome.findings.map(\.code) == ["rule.broken"])
    #expect(outcome.findings.first?.key.unit == "school-07")
    #expect(outcome.findings.first?.key.period == "2021")
    #expect(outcome.broken == ["p:r"])
    #expect(outcome.evaluated == 0)
  }

  @Test func aPersonalValueStaysOutOfAFinding() throws {
    let outcome = try run(
      try rule("phone = \"\" and staff > 0", message: "{{ phone }} {{ staff }}"))
    let finding = try #require(outcome.findings.first)
    #expect(finding.arguments == ["staff": .number(40)])
  }

  @Test func aRuleOfAnotherTypeOfUnitIsNotRun() throws {
    #expect(try run(try rule("staff > 100", types: ["ООШ"])).findings == [])
    #expect(try run(try rule("staff > 100", types: ["СОШ", "ООШ"])).findings.count == 1)
  }
}

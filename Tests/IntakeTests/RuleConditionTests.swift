import ExactNumbers
import Expressions
import Findings
import Intake
import Monitoring
import Packs
import TestSupport
import Testing
import Wording

/// What «если», точность and single cells do to findings, over rules that were read from a pack.
@Suite("Conditions of rules")
struct RuleConditionTests {
  private func run(
    _ rule: String, _ cells: [String: Int?], message: String = "Нарушено"
  ) throws -> (outcome: RuleOutcome, headlines: [String]) {
    let pack = try PackLoader.load(
      PackFiles(texts: RulePack.texts(rule: rule, message: message)))
    let period = try #require(Period(year: 2021))
    let observations = cells.map { cell, value in
      let parts = cell.split(separator: " ").map { String($0) }
      return Observation(
        key: .init(
          unit: "s", period: period, field: FieldCode(rawValue: parts[0]),
          breakdown: parts.count == 1
            ? .whole : Breakdown("subjects", MemberCode(rawValue: parts[1]))),
        state: value.map { .given(.number(ExactNumber($0))) } ?? .missing,
        origin: Origin(file: cell))
    }
    let outcome = RuleRunner(
      rules: pack.rules, schemas: pack.forms, classifiers: pack.classifiers
    ).run(
      unit: Unit(code: "s", number: 1, names: [.init(full: "Ш", short: "Ш")], level: "school"),
      period: period, current: observations, previous: [])
    let wording = RuleWording(rules: pack.rules)
    let headlines = outcome.findings.compactMap { finding in
      wording.words(for: finding, language: .ru)?.headline
    }
    return (outcome, headlines)
  }

  @Test func countNothingWhereTheirConditionIsFalse() throws {
    let rule = "section: staff\ncontrol: 'если стр.01 > 5, то стр.02 > 0'"
    let calm = try run(rule, ["total": 5, "young": 0]).outcome
    #expect(calm.evaluated == 0 && calm.notEvaluated == 0 && calm.findings == [])
    let broken = try run(rule, ["total": 6, "young": 0]).outcome
    #expect(broken.evaluated == 1 && broken.findings.count == 1)
  }

  @Test func areNotEvaluatedWhereTheirConditionIsMissing() throws {
    let rule = "scope: form\ncondition: young > 0\nwhen: total > 5"
    let outcome = try run(rule, ["total": nil, "young": 0]).outcome
    #expect(outcome.evaluated == 0 && outcome.notEvaluated == 1 && outcome.findings == [])
  }

  /// The fields of «если» are not at fault: only those of the condition are withheld.
  @Test func withholdWhatTheyCompareNotWhatTheyDependOn() throws {
    let rule = "section: staff\ncontrol: 'если стр.01 > 5, то стр.02 > стр.03'"
    let outcome = try run(rule, ["total": 6, "young": 0, "old": 1]).outcome
    #expect(Set(outcome.withheld.map(\.field)) == ["young", "old"])
  }

  @Test func nameTheirCellsAlone() throws {
    let rule = "section: subjects\ncontrol: 'стр.02 гр.3 <= стр.02 гр.4 + стр.01 гр.4'"
    let cells: [String: Int?] = [
      "teachers algebra": 1, "teachers singing": 9, "helped algebra": 1, "helped singing": 2,
    ]
    let outcome = try run(rule, cells).outcome
    let finding = try #require(outcome.findings.first)
    #expect(finding.key.field == "teachers")
    #expect(finding.key.breakdown == "subjects=singing")
    #expect(
      finding.origins.map(\.file) == ["teachers singing", "helped singing", "helped algebra"])
    #expect(
      Set(outcome.withheld.map { "\($0.field) \($0.breakdown)" }) == [
        "teachers subjects=singing", "helped subjects=singing", "helped subjects=algebra",
      ])
  }

  @Test func wordTheirValuesInTheNotationOfForms() throws {
    let (_, headlines) = try run(
      "section: subjects\ncontrol: 'стр.01 гр.3 <= стр.02 гр.3'", ["teachers algebra": 1250],
      message: "Графа 3")
    #expect(headlines == [])
    let broken = try run(
      "section: subjects\ncontrol: 'стр.01 гр.3 <= стр.02 гр.3'",
      ["teachers algebra": 1250, "teachers singing": 4],
      message: "{{ стр.01 гр.3 }} > {{ стр.02 гр.3 }}, всего {{ сумма(гр.3) }}")
    #expect(broken.headlines == ["1\u{A0}250 > 4, всего 1\u{A0}254"])
  }

  @Test func titleTheirRowsInTheNotationOfForms() throws {
    let (_, headlines) = try run(
      "section: subjects\ncontrol: 'гр.3 >= гр.4 по всем строкам'",
      [
        "teachers algebra": 1, "helped algebra": 2, "teachers singing": 2, "helped singing": 2,
      ], message: "{{ row.title }}: {{ гр.4 }} > {{ гр.3 }}")
    #expect(headlines == ["Алгебра: 2 > 1"])
  }

  /// 8 − 5 = 3 is 2 over 1, 9 − 5 = 4 is 3 over it.
  @Test func letTheirSidesDifferByTheTolerance() throws {
    let rule = "scope: form\ncondition: abs(total - young) <= 1\ntolerance: 2"
    #expect(try run(rule, ["total": 8, "young": 5]).outcome.findings == [])
    #expect(try run(rule, ["total": 9, "young": 5]).outcome.findings.count == 1)
  }

  @Test func goOverTheFreeRowsThatThereAre() throws {
    let pack = try PackLoader.load(
      PackFiles(
        texts: RulePack.texts(rule: "section: practices\ncontrol: 'гр.2 > 0 по всем строкам'")))
    let period = try #require(Period(year: 2021))
    let rows = [("practice", 1, nil), ("people", 1, 3), ("practice", 2, nil), ("people", 2, 0)]
    let observations = rows.map { field, row, value in
      Observation(
        key: .init(
          unit: "s", period: period, field: FieldCode(rawValue: field),
          breakdown: Breakdown(Breakdown.row, MemberCode(rawValue: "\(row)"))),
        state: value.map { .given(.number(ExactNumber($0))) } ?? .given(.text("Практика")),
        origin: nil)
    }
    let outcome = RuleRunner(
      rules: pack.rules, schemas: pack.forms, classifiers: pack.classifiers
    ).run(
      unit: Unit(code: "s", number: 1, names: [.init(full: "Ш", short: "Ш")], level: "school"),
      period: period, current: observations, previous: [])
    #expect(outcome.evaluated == 2)
    #expect(outcome.findings.map(\.key.breakdown) == ["row=2"])
  }
}

import ExactNumbers
import Expressions
import Findings
import Intake
import Monitoring
import Packs
import TestSupport
import Testing
import Wording

/// A way to combine two operands, in both notations, with operands that it lets pass and others
/// that break it. `L` and `R` stand for the operands.
private struct Operation: CustomTestStringConvertible, Sendable {
  var names: String
  var form: String
  var passes: [Int?]
  var fails: [Int?]
  /// Keys of the rule in the notation with names that the other notation says in its text.
  var keys = ""

  var testDescription: String { form }

  static let all = [
    Operation(names: "L = R", form: "L = R", passes: [5, 5], fails: [5, 4]),
    Operation(names: "L = R", form: "L равно R", passes: [5, 5], fails: [4, 5]),
    Operation(names: "L <> R", form: "L ≠ R", passes: [5, 4], fails: [5, 5]),
    Operation(names: "L <> R", form: "L не равно R", passes: [4, 5], fails: [4, 4]),
    Operation(names: "L < R", form: "L < R", passes: [4, 5], fails: [5, 5]),
    Operation(names: "L < R", form: "L меньше R", passes: [4, 5], fails: [6, 5]),
    Operation(names: "L <= R", form: "L <= R", passes: [5, 5], fails: [6, 5]),
    Operation(names: "L <= R", form: "L ≤ R", passes: [4, 5], fails: [6, 5]),
    Operation(names: "L <= R", form: "L не больше R", passes: [5, 5], fails: [6, 5]),
    Operation(names: "L <= R", form: "L не превышает R", passes: [5, 5], fails: [6, 5]),
    Operation(names: "L <= R", form: "L меньше или равно R", passes: [5, 5], fails: [6, 5]),
    Operation(names: "L > R", form: "L > R", passes: [6, 5], fails: [5, 5]),
    Operation(names: "L > R", form: "L больше R", passes: [6, 5], fails: [4, 5]),
    Operation(names: "L >= R", form: "L ≥ R", passes: [5, 5], fails: [4, 5]),
    Operation(names: "L >= R", form: "L не менее R", passes: [5, 5], fails: [4, 5]),
    Operation(names: "L + R = 9", form: "L + R = 9", passes: [5, 4], fails: [5, 5]),
    Operation(names: "L - R = 1", form: "L – R = 1", passes: [5, 4], fails: [4, 5]),
    Operation(names: "L * R = 20", form: "L × R = 20", passes: [5, 4], fails: [5, 5]),
    Operation(names: "L / R = 2.5", form: "L : R = 2,5", passes: [5, 2], fails: [5, 3]),
    Operation(names: "-L < -R", form: "-L < -R", passes: [6, 5], fails: [5, 5]),
    Operation(names: "L > 1 and R > 1", form: "L > 1 и R > 1", passes: [2, 2], fails: [2, 1]),
    Operation(names: "L > 1 or R > 1", form: "L > 1 или R > 1", passes: [1, 2], fails: [1, 1]),
    Operation(names: "not (L > R)", form: "не (L > R)", passes: [5, 5], fails: [6, 5]),
    Operation(names: "abs(L - R) = 2", form: "модуль(L - R) = 2", passes: [3, 5], fails: [4, 5]),
    Operation(names: "sum(L, R) = 9", form: "сумма(L; R) = 9", passes: [5, 4], fails: [5, 5]),
    Operation(names: "max(L, R) = 5", form: "максимум(L; R) = 5", passes: [4, 5], fails: [4, 6]),
    Operation(names: "min(L, R) = 4", form: "минимум(L; R) = 4", passes: [4, 5], fails: [5, 6]),
    Operation(
      names: "count(L, R) = 2", form: "количество(L; R) = 2", passes: [0, 1], fails: [nil, 1]),
    Operation(
      names: "distinct(L, R) = 2", form: "разных(L; R) = 2", passes: [0, 1], fails: [1, 1]),
    Operation(
      names: "R > 3", form: "если L > 3, то R > 3", passes: [3, 0], fails: [4, 0],
      keys: "when: L > 3"),
    Operation(
      names: "R > 3", form: "R > 3, если L > 3", passes: [3, 0], fails: [4, 0],
      keys: "when: L > 3"),
    Operation(
      names: "L = R", form: "L = R с точностью до 1", passes: [5, 6], fails: [5, 7],
      keys: "tolerance: 1"),
    Operation(
      names: "L <= R", form: "L <= R, с точностью до 1,5", passes: [6, 5], fails: [7, 5],
      keys: "tolerance: 1.5"),
    Operation(
      names: "L > R", form: "L > R с точностью до 2", passes: [4, 5], fails: [3, 5],
      keys: "tolerance: 2"),
    Operation(
      names: "L <> R", form: "L ≠ R с точностью до 1", passes: [3, 5], fails: [4, 5],
      keys: "tolerance: 1"),
  ]
}

/// Where two operands stand, in both notations.
private struct Place: CustomTestStringConvertible, Sendable {
  var name: String
  var names: (left: String, right: String)
  var form: (left: String, right: String)
  /// Keys of the rule with names, and in the form notation.
  var scope = "scope: form"
  var section = ""
  /// What the form notation adds to the text.
  var phrase = ""
  /// The cells that hold the operands, as "field" or "field member", those of last year after "<".
  var left: [String]
  var right: [String]

  var testDescription: String { name }

  static let all = [
    Place(
      name: "cell", names: ("cell(teachers, \"algebra\")", "cell(helped, \"singing\")"),
      form: ("стр.01 гр.3", "гр.4 стр.2"), section: "section: subjects",
      left: ["teachers algebra"], right: ["helped singing"]),
    Place(
      name: "cell by number", names: ("cell(graded, \"low\")", "cell(graded, \"high\")"),
      form: ("стр.10 гр.3", "строка 20 графа 3"), section: "section: grades",
      left: ["graded low"], right: ["graded high"]),
    Place(
      name: "list", names: ("young", "old"), form: ("стр.02", "стр. 3 гр.3"),
      section: "section: staff", left: ["young"], right: ["old"]),
    Place(
      name: "row", names: ("teachers", "helped"), form: ("гр.3", "гр4"),
      scope: "scope: {row: subjects}", section: "section: subjects", phrase: ", по всем строкам",
      left: ["teachers algebra", "teachers singing"], right: ["helped algebra", "helped singing"]),
    Place(
      name: "rows of two sheets", names: ("teachers", "lessons"),
      form: ("гр. 3", "лист «Часы» гр. 3"),
      scope: "scope: {row: subjects}", section: "section: subjects", phrase: " по всем строкам",
      left: ["teachers algebra", "teachers singing"],
      right: ["lessons algebra", "lessons singing"]),
    Place(
      name: "column", names: ("cell(value, \"algebra\")", "cell(value, \"singing\")"),
      form: ("стр.01", "стр.02"), scope: "scope: {column: [teachers, helped]}",
      section: "section: subjects", phrase: " для всех граф",
      left: ["teachers algebra", "helped algebra"],
      right: ["teachers singing", "helped singing"]),
    Place(
      name: "table", names: ("sum(teachers)", "max(helped)"),
      form: ("сумма(гр.3)", "максимум(гр.4)"), section: "section: subjects",
      left: ["teachers algebra"], right: ["helped algebra"]),
    Place(
      name: "row of a table",
      names: (
        "sum(cell(teachers, \"algebra\"), cell(helped, \"algebra\"))",
        "sum(cell(teachers, \"singing\"), cell(helped, \"singing\"))"
      ), form: ("сумма(стр.01)", "сумма стр.02 гр.3…4"), section: "section: subjects",
      left: ["teachers algebra"], right: ["helped singing"]),
    Place(
      name: "sheets", names: ("total", "cell(lessons, \"algebra\")"),
      form: ("стр.01", "лист «Часы» стр.01 гр.3"), section: "section: staff",
      left: ["total"], right: ["lessons algebra"]),
    Place(
      name: "forms", names: ("total", "second_total"),
      form: ("лист Кадры стр.01", "форма «МС-2» стр.01"), left: ["total"],
      right: ["second_total"]),
    Place(
      name: "last year", names: ("total", "previous(total)"),
      form: ("стр.01", "(прошлый год) стр.01"), section: "section: staff", left: ["total"],
      right: ["< total"]),
    Place(
      name: "cell of last year",
      names: ("cell(teachers, \"algebra\")", "previous(cell(teachers, \"algebra\"))"),
      form: ("стр.01 гр.3", "(предыдущий период) стр.01 гр.3"), section: "section: subjects",
      left: ["teachers algebra"], right: ["< teachers algebra"]),
    Place(
      name: "sum of last year", names: ("sum(teachers)", "previous(sum(teachers))"),
      form: ("сумма(гр.3)", "(прошлый год) сумма(гр.3)"), section: "section: subjects",
      left: ["teachers algebra"], right: ["< teachers algebra"]),
  ]
}

@Suite("Rules in two notations")
struct RuleNotationTests {
  @Test(arguments: Place.all)
  private func everyOperatorPassesAndFailsInBothNotations(place: Place) throws {
    let pack = try load(Operation.all.flatMap { rules($0, at: place) })
    for (index, operation) in Operation.all.enumerated() {
      let pair = pack.rules[(2 * index)...(2 * index + 1)]
      #expect(Set(pair.map(outline)).count == 1, "\(pair.map(\.condition.source))")
      for rule in pair {
        let passed = try run(rule, of: pack, operation.passes, at: place)
        #expect(passed.findings == [], "\(rule.condition.source)")
        let failed = try run(rule, of: pack, operation.fails, at: place)
        #expect(!failed.findings.isEmpty, "\(rule.condition.source)")
        #expect(failed.findings.allSatisfy { $0.code == rule.code })
        #expect(!failed.withheld.isEmpty)
      }
    }
  }

  /// The rule in both notations.
  private func rules(_ operation: Operation, at place: Place) -> [String] {
    let keys = place.fill(operation.keys, place.names)
    let text = place.fill(operation.form, place.form) + place.phrase
    return [
      "\(place.scope)\ncondition: '\(place.fill(operation.names, place.names))'\n\(keys)",
      "\(place.section)\ncontrol: '\(text)'",
    ]
  }

  private func load(_ rules: [String]) throws -> SystemPack {
    do {
      return try PackLoader.load(PackFiles(texts: RulePack.texts(rules: rules)))
    } catch {
      throw Refused(faults: error.faults.map { $0.message(.en) })
    }
  }

  private struct Refused: Error {
    var faults: [String]
  }

  private func run(
    _ rule: Rule, of pack: SystemPack, _ values: [Int?], at place: Place
  ) throws -> RuleOutcome {
    let runner = RuleRunner(rules: [rule], schemas: pack.forms, classifiers: pack.classifiers)
    let cells = place.left.map { ($0, values[0]) } + place.right.map { ($0, values[1]) }
    return runner.run(
      unit: Unit(code: "s", number: 1, names: [.init(full: "Ш", short: "Ш")], level: "school"),
      period: try #require(Period(year: 2021)),
      current: try observations(2021, cells.filter { !$0.0.hasPrefix("<") }),
      previous: try observations(2020, cells.filter { $0.0.hasPrefix("<") }))
  }

  /// The given cells; all others of the tables are 0.
  private func observations(
    _ year: Int, _ cells: [(String, Int?)]
  ) throws -> [Observation] {
    let period = try #require(Period(year: year))
    var values: [String: Int?] = [:]
    for field in ["teachers", "helped", "lessons"] {
      for member in ["algebra", "singing"] { values["\(field) \(member)"] = 0 }
    }
    for (cell, value) in cells { values[cell.replacing("< ", with: "")] = value }
    return values.map { cell, value in
      let parts = cell.split(separator: " ").map(String.init)
      let dimension: ClassifierCode = parts[0] == "graded" ? "levels" : "subjects"
      return Observation(
        key: .init(
          unit: "s", period: period, field: FieldCode(rawValue: parts[0]),
          breakdown: parts.count == 1
            ? .whole : Breakdown(dimension, MemberCode(rawValue: parts[1]))),
        state: value.map { .given(.number(ExactNumber($0))) } ?? .missing,
        origin: Origin(file: "a.xlsx"))
    }
  }

  /// What a rule says, without the characters that it was written with.
  private func outline(_ rule: Rule) -> String {
    let when = rule.when.map { outline($0.syntax) } ?? ""
    let tolerance = rule.tolerance.map(\.description) ?? ""
    return "\(rule.scope) | \(when) | \(tolerance) | \(outline(rule.condition.syntax))"
  }

  private func outline(_ node: SyntaxNode) -> String {
    let inner = node.children.map(outline).joined(separator: " ")
    return switch node.kind {
    case .number(let number): number.description
    case .text(let text): "'\(text)'"
    case .flag(let flag): "\(flag)"
    case .name(let path): path.joined(separator: ".")
    case .call(let function, _): "(\(function) \(inner))"
    case .prefix(let sign, _): "(\(sign.rawValue) \(inner))"
    case .infix(let infix, _, _): "(\(infix.rawValue) \(inner))"
    }
  }
}

extension Place {
  /// The text with the operands in.
  fileprivate func fill(_ text: String, _ operands: (left: String, right: String)) -> String {
    var filled = ""
    for character in text {
      switch character {
      case "L": filled += operands.left
      case "R": filled += operands.right
      default: filled.append(character)
      }
    }
    return filled
  }
}

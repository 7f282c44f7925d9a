import ExactNumbers
import Expressions
import Findings
import Monitoring
import Spreadsheets
import TestSupport
import Testing

@testable import Intake

@Suite("Rules as formulas")
struct CheckLanguageTests {
  private static let kinds = Classifier(
    code: "kinds", title: "Виды",
    members: [
      .init(code: "first", title: "Первый"), .init(code: "second", title: "Второй"),
      .init(code: "third", title: "Третий"),
    ])

  private static func field(
    _ code: FieldCode, _ kind: FormField.Kind = .count, unit: String? = "чел."
  ) -> FormField {
    FormField(code: code, label: code.rawValue, kind: kind, unit: unit)
  }

  private static let schema = FormSchema(
    code: "small", version: 1, title: "Малая",
    sections: [
      FormSection(
        code: "list", sheet: "Список", title: "Список", layout: .list,
        fields: [
          field("a"), field("b"), field("share", .percent, unit: "%"), field("rate", .number),
          field("word", .text),
        ]),
      FormSection(
        code: "table", sheet: "Таблица", title: "Таблица", layout: .table(dimension: "kinds"),
        fields: [field("c"), field("d")]),
      FormSection(
        code: "rows", sheet: "Строки", title: "Строки", layout: .records,
        fields: [field("free", .text)], isOptional: true),
    ])

  private static func rule(
    _ condition: String, scope: Rule.Scope = .form, when: String? = nil,
    tolerance: ExactNumber? = nil, message: String = "{{ row.title }} {{ a }}", number: Int = 0,
    types: [String] = []
  ) throws -> Rule {
    Rule(
      code: FindingCode(rawValue: "small:r\(number)"), severity: .error, scope: scope,
      condition: try Expression(parsing: condition),
      when: try when.map { try Expression(parsing: $0) }, tolerance: tolerance,
      russian: .init(message: try TextTemplate(parsing: message), reason: "Так", mend: "Исправьте"),
      unitTypes: types)
  }

  private static func form(_ rules: [Rule]) -> CheckedForm {
    CheckedForm(
      rules: rules, schema: schema, classifiers: [kinds],
      readings: Readings(
        units: ["чел.": ["чел.", "чел"]], notApplicable: ["–", "-"], missing: ["н/д"],
        zero: ["нет"]))
  }

  /// Rules of every operator, function and scope.
  private static func rules() throws -> [Rule] {
    let ofForm = [
      "a = b", "a <> b", "a < b", "a <= b", "a > b", "a >= b", "a + b <= 5", "a - b >= -1",
      "a * b < 6", "a / b <= 1.5", "a / b = b / a", "a / (b - 1) > 0.5", "-a <= -b", "not a = b",
      "a = 1 and b = 1", "a = 1 or b = 1", "not (a = 0 or b / a > 1)", "true or a = b",
      "a < 3 and (b > 1 or share > 50)", "share <= 50.5", "share = 33.3", "rate < 4.5",
      "rate + share < 90.1", "abs(a - b) <= 1", "abs(a / b - 1) < 0.5", "min(a, b) >= 1",
      "max(a, b, 3) = 3", "sum(a, b, c) > 4", "count(a, b) = 2", "sum(c) <= sum(d)",
      "sum(c, d, a) > 9", "min(c) < 2", "max(c) >= max(d)", "min(c, a) < 2", "count(c) >= 2",
      "count(c, a) = 4", "distinct(c) < 3", "cell(c, \"second\") <= cell(d, \"second\")",
      "agrees(share, a, b)", "previous(a) <= a", "a - previous(a) < 2 or previous(b) = b",
      "previous(a = b)", "unchanged_cells() * 2 < nonzero_cells()", "nonzero_cells() > 3",
      "previous(a + b) * 2 >= a",
    ]
    let inRows = ["c >= d", "d <= a", "c + d <> previous(c)", "c / d <= 1", "sum(c, d) < 4"]
    var rules: [Rule] = []
    for condition in ofForm { rules.append(try rule(condition, number: rules.count)) }
    for condition in inRows {
      rules.append(try rule(condition, scope: .row("kinds"), number: rules.count))
    }
    let each = Rule.Scope.each(["a", "b", "c", "d", "rate"])
    rules.append(try rule("value <> 1", scope: each, message: "{{ value }}", number: rules.count))
    rules.append(
      try rule(
        "value >= previous(value) - 1", scope: each, message: "{{ row.title }} {{ row.code }}",
        number: rules.count))
    rules.append(
      try rule(
        "sum(value) > 3", scope: .column(["c", "d"]), message: "{{ sum(value) }}",
        number: rules.count))
    rules.append(try rule("a <= b", when: "share > 40", number: rules.count))
    rules.append(try rule("c <= d", scope: .row("kinds"), when: "a > 0", number: rules.count))
    for sign in ["=", "<>", "<", "<=", ">", ">="] {
      rules.append(try rule("a \(sign) b", tolerance: 1, number: rules.count))
      rules.append(
        try rule(
          "a / b \(sign) rate / 10", tolerance: ExactNumber("0.25"), number: rules.count))
    }
    rules.append(try rule("a <= b", number: rules.count, types: ["ООШ"]))
    return rules
  }

  @Test func agreeWithTheEvaluatorInEveryScopeAndOperator() throws {
    let rules = try Self.rules()
    let form = Self.form(rules)
    let seed: UInt64 = 7
    var random = RandomForms(form, seed: seed, part: "a", whole: "b")
    var verdicts = CheckVerdicts()
    let sheets = [true: form.sheet(hasPrevious: true), false: form.sheet(hasPrevious: false)]
    for number in 0..<150 {
      let values = random.next()
      let sheet = try #require(sheets[values.previous != nil])
      #expect(sheet.onArrival == [])
      let results = CheckResults(sheet.sheets(over: form.sheets(values)))
      let differences = form.differences(sheet, results, values, &verdicts)
      #expect(differences == [], "seed \(seed), form \(number)")
    }
    let run = Set(rules.filter(\.unitTypes.isEmpty).map(\.code))
    let always = Set(rules.filter { $0.condition.source == "true or a = b" }.map(\.code))
    #expect(run.subtracting(verdicts.kept) == [])
    #expect(run.subtracting(verdicts.broken) == always)
  }

  @Test(arguments: [
    ("word = \"x\"", NotAFormula.notANumber), ("sum(previous(c)) > 1", .notExpressible),
    ("previous(sum(c)) > 1", .columnOfLastYear), ("rate * rate * share < 3", .notExpressible),
    ("distinct(a, b) = 1", .notExpressible), ("agrees(share, rate, b)", .notExpressible),
  ])
  func listWhatNoFormulaSays(_ condition: String, _ reason: NotAFormula) throws {
    let rule = try Self.rule(condition)
    let sheet = Self.form([rule]).sheet(hasPrevious: true)
    #expect(sheet.onArrival.map(\.reason) == [reason.russian])
    #expect(sheet.rules.isEmpty)
    let texts = CheckResults(sheet.sheets(over: [])).values[CheckSheet.name]?.values ?? [:].values
    #expect(texts.contains(.text("Так (\(reason.russian))")))
  }

  @Test func listWhatProgramsWouldNotTake() throws {
    let sum = Array(repeating: "a", count: 90).joined(separator: " + ")
    let form = Self.form([try Self.rule("\(sum) <= b")])
    var limits = CheckLimits()
    limits.characters = 1_000
    let sheet = CheckSheet(
      rules: form.rules, forms: [form.schema], form: form.schema, classifiers: form.classifiers,
      readings: form.readings, places: form.places(hasPrevious: false), unitType: nil,
      limits: limits)
    #expect(sheet.onArrival.map(\.reason) == [NotAFormula.tooLong.russian])
    #expect(form.sheet(hasPrevious: false).onArrival == [])
  }

  @Test func leaveOutTheRulesOfOtherForms() throws {
    let other = FormSchema(
      code: "other", version: 1, title: "Другая",
      sections: [
        FormSection(
          code: "x", sheet: "Х", title: "Х", layout: .list, fields: [Self.field("elsewhere")])
      ])
    let form = Self.form([try Self.rule("elsewhere > 1"), try Self.rule("elsewhere > a")])
    let sheet = CheckSheet(
      rules: form.rules, forms: [form.schema, other], form: form.schema,
      classifiers: form.classifiers, readings: form.readings,
      places: form.places(hasPrevious: false), unitType: nil)
    #expect(sheet.onArrival.map(\.reason) == [NotAFormula.otherForm.russian])
  }

  /// Beyond 15 digits office programs are not exact: then there is no verdict rather than a wrong
  /// one.
  @Test func giveNoVerdictWhereProgramsAreNotExact() throws {
    let form = Self.form([try Self.rule("rate <= 5")])
    let sheet = form.sheet(hasPrevious: false)
    let rate = FormPlaces.Key("rate")
    let values = FormValues(current: [rate: .number(ExactNumber("123456789012") ?? 0)])
    let results = CheckResults(sheet.sheets(over: form.sheets(values)))
    #expect(results.count(.known, sheet.rules[0].rows) == 0)
    #expect(results.count(.fault, sheet.rules[0].rows) == 0)
  }
}

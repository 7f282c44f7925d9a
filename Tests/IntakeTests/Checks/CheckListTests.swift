import ExactNumbers
import Expressions
import Findings
import Monitoring
import Spreadsheets
import TestSupport
import Testing

@testable import Intake

@Suite("The lines of the sheet of checks")
struct CheckListTests {
  private static func schema(explains: Bool) -> FormSchema {
    var sections = [
      FormSection(
        code: "list", sheet: "Список", title: "Список", layout: .list,
        fields: [
          FormField(code: "a", label: "А", kind: .count),
          FormField(code: "b", label: "Б", kind: .count),
          FormField(code: "rate", label: "В", kind: .number, isRequired: false),
        ])
    ]
    if explains {
      sections.append(
        FormSection(
          code: "why", sheet: "Почему", title: "Почему", layout: .records,
          fields: [
            FormField(code: "about", label: "О чём", kind: .text),
            FormField(code: "text", label: "Пояснение", kind: .text),
          ], isOptional: true))
    }
    return FormSchema(
      code: "small", version: 1, title: "Малая", sections: sections,
      explanations: explains ? .init(about: "about", text: "text") : nil)
  }

  private static func rule(
    _ code: String, _ severity: Severity, _ condition: String, mend: String = "Сверьте."
  ) throws -> Rule {
    Rule(
      code: FindingCode(rawValue: "small:\(code)"), severity: severity, scope: .form,
      condition: try Expression(parsing: condition),
      russian: .init(
        message: try TextTemplate(parsing: "Это {{ a }}"), reason: "Так надо.", mend: mend))
  }

  /// The texts of the sheet «Проверка» by row.
  private static func lines(
    explains: Bool, mend: String = "Сверьте.", _ values: [FieldCode: Typed]
  ) throws -> [[String]] {
    let form = CheckedForm(
      rules: [
        try rule("odd", .warning, "a < 5", mend: mend), try rule("wrong", .error, "a <= b"),
      ], schema: schema(explains: explains), classifiers: [], readings: Readings())
    let typed = FormValues(
      current: Dictionary(
        uniqueKeysWithValues: values.map { (FormPlaces.Key($0.key), $0.value) }))
    let results = CheckResults(form.sheet(hasPrevious: false).sheets(over: form.sheets(typed)))
    return (1...12).map { row in
      (1...4).map { column in
        guard case .text(let text) = results.value(CheckSheet.name, row, column) else { return "" }
        return text
      }
    }
  }

  @Test func tellErrorsFromQuestionsAndCountEach() throws {
    let lines = try Self.lines(
      explains: true, ["a": .number(7), "b": .number(3), "rate": .text("много")])
    #expect(lines[1][0] == "Ошибок: 2. Вопросов: 1")
    let results = lines.map { $0[2] }
    #expect(results.contains("Ошибка. Это 7"))
    #expect(results.contains("Вопрос. Это 7"))
    #expect(results.contains { $0.hasPrefix("Ошибка. Список!") })
    let empty = try Self.lines(explains: true, ["a": .number(1)])
    #expect(empty[1][0] == "Ошибок: 0. Вопросов: 0. Осталось заполнить ячеек: 1")
  }

  @Test func nameTheCodeOfAQuestionForTheSheetOfExplanations() throws {
    let values: [FieldCode: Typed] = ["a": .number(7), "b": .number(3)]
    let advice = { (lines: [[String]]) in lines.map { $0[3] } }
    #expect(
      try advice(Self.lines(explains: true, values)).contains(
        "Сверьте. Если всё верно, объясните на листе «Почему» (код odd)."))
    #expect(
      try advice(Self.lines(explains: true, mend: "Напишите на листе «Почему».", values)).contains(
        "Напишите на листе «Почему». Код для листа «Почему»: odd."))
    // An error cannot be explained, nor a question where there is no such sheet.
    #expect(try advice(Self.lines(explains: true, values)).contains("Сверьте."))
    #expect(
      try advice(Self.lines(explains: false, values)).count { $0 == "Сверьте." } == 2)
  }

  @Test func sayWhatTheKindsOfTheSectionAsk() throws {
    let advice = try Self.lines(explains: false, [:]).map { $0[3] }
    #expect(
      advice.contains(
        "В ячейках стоят числа без слов и знаков; там, где считают по одному, – целые."))
  }

  /// Whatever comes to stand in a row of the shipped pack is seen whole.
  @Test func areHighEnoughForWhatTheySayNowAndWhenBroken() throws {
    let form = try CheckSheetTests.realForm()
    let sheet = form.sheet(hasPrevious: true)
    var random = RandomForms(form, seed: 5, part: "trained_by_diagnosis", whole: "trained")
    for _ in 0..<40 {
      let values = random.next()
      let list = try #require(sheet.sheets(over: form.sheets(values)).first)
      for (number, row) in zip(1..., list.rows) {
        let height = try row.cells.isEmpty ? 0 : #require(row.height)
        let merge = list.merges.first { $0.first.row == number }
        for (column, cell) in zip(1..., row.cells) {
          var style = cell.style
          if column == 3 { style.isBold = true }
          let last = merge?.first.column == column ? merge?.last.column ?? column : column
          let width = list.columns[(column - 1)..<last].reduce(0) { $0 + $1.width }
          switch cell.content {
          case .text(let text), .formula(_, shown: .text(let text)):
            #expect(style.height(of: text, in: width) <= height, "\(text)")
          case .empty, .number, .date, .formula: break
          }
        }
      }
    }
  }
}

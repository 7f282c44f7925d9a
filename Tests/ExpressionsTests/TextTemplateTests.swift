import ExactNumbers
import Expressions
import Testing

@Suite("Sentences with tags")
struct TextTemplateTests {
  private let values = NamedValues([
    "period": .whole(2021), "value": .text("37,5 %"), "n": .whole(21), "none": .missing,
    "part": .ratio(Fraction(2) * (Fraction("1/3") ?? 0)),
  ])

  /// `plural` as documents word it, by the last digit only: enough for 21.
  private struct Words: ExpressionEnvironment {
    var names: NamedValues

    func value(of name: String) -> ExpressionValue? { names.value(of: name) }

    func value(of call: FunctionCall) throws(ExpressionError) -> ExpressionValue? {
      guard call.name == "plural" else { return nil }
      try call.expect(4...4)
      let values = try call.values()
      return values[0].exactNumber?.description.last == "1" ? values[1] : values[3]
    }

    func text(of value: ExpressionValue) -> String {
      value == .missing ? "нет данных" : value.plainText
    }
  }

  @Test(arguments: [
    ("Без тегов.", "Без тегов."), ("", ""),
    ("В {{ period }} году – {{value}}.", "В 2021 году – 37,5 %."),
    ("{{period+1}}{{ period }}", "20222021"), ("{ {{ n }} }", "{ 21 }"),
    ("{{ \"}}\" }}!", "}}!"), ("{{ \"{{\" }}", "{{"), ("{{\n  n\n}}", "21"),
    ("{{ none }}", "нет данных"), ("{{ part }}", "0.67"),
    ("{{ n }} {{ plural(n, \"педагог\", \"педагога\", \"педагогов\") }}", "21 педагог"),
  ])
  func fillsItsTags(source: String, expected: String) throws {
    let template = try TextTemplate(parsing: source)
    #expect(try template.fill(in: Words(names: values)) == expected)
  }

  @Test(arguments: [
    ("В {{ period году", ExpressionError.Code.unclosedTag, 2), ("году }} в", .strayTagEnd, 5),
    ("В {{ period + }} году", .operandExpected, 14), ("В {{ }} году", .empty, 4),
    ("{{ a }} {{ b c }}", .operatorExpected, 13), ("{{ \"a }}", .unclosedTag, 0),
  ])
  func pointsAtTheWrongCharacterOfTheWholeText(
    source: String, code: ExpressionError.Code, offset: Int
  ) throws {
    let error = #expect(throws: ExpressionError.self) { try TextTemplate(parsing: source) }
    #expect(error?.code == code)
    #expect(error?.offset == offset)
  }

  @Test func pointsAtAnUnknownNameOfTheWholeText() throws {
    let template = try TextTemplate(parsing: "В {{ period }} году – {{ valeu }}")
    let error = #expect(throws: ExpressionError.self) { try template.fill(in: values) }
    #expect(error?.code == .unknownName)
    #expect(error?.offset == 25)
  }

  @Test func listsItsTagsWithTheirPlace() throws {
    let template = try TextTemplate(parsing: "В {{ period }} – {{value}}")
    #expect(template.tags.map(\.offset) == [4, 19])
    #expect(template.expressions.flatMap(\.names).map(\.base) == ["period", "value"])
  }

  @Test func refusesWhatIsTooLong() throws {
    var limits = ExpressionLimits()
    limits.templateCharacters = 3
    let error = #expect(throws: ExpressionError.self) {
      try TextTemplate(parsing: "четыре", limits: limits)
    }
    #expect(error?.code == .tooLong)
  }
}

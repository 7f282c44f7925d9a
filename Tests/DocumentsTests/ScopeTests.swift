import Documents
import ExactNumbers
import OpenDocument
import Testing

@Suite struct ScopeTests {
  private let record: TemplateRecord = [
    "list": .list([
      ["name": "А", "good": true, "inner": .list([["n": 1], ["n": 2]])],
      ["name": "Б", "good": false, "inner": .list([])],
    ]),
    "none": .list([]), "yes": true, "no": false,
  ]

  private func row(_ cells: String...) -> String {
    "<table:table-row>"
      + cells.map { "<table:table-cell><text:p>\($0)</text:p></table:table-cell>" }.joined()
      + "</table:table-row>"
  }

  @Test func repeatsTheRowWhenALoopBeginsAndEndsInItsCells() throws {
    let body =
      "<table:table><table:table-column/>" + row("Имя", "Номер")
      + row("{{ for x in list }}{{ x.name }}", "{{ loop.number }}{{ end }}") + "</table:table>"
    #expect(try Sample.paragraphs(body, record) == ["Имя", "Номер", "А", "1", "Б", "2"])
  }

  @Test func repeatsTheRowsBetweenRowsThatHoldOnlyTheTags() throws {
    let body =
      "<table:table><table:table-column/>" + row("{{ for x in list }}", "")
      + row("{{ x.name }}", "1") + row("{{ x.name }}", "2") + row("{{ end }}", "")
      + "</table:table>"
    #expect(
      try Sample.paragraphs(body, record) == ["А", "1", "А", "2", "Б", "1", "Б", "2"])
  }

  @Test func repeatsParagraphsAndLeavesNoBlankLineForTheTags() throws {
    let body = """
      <text:p>до</text:p><text:p>{{ for x in list }}</text:p><text:p>{{ x.name }}</text:p>\
      <text:p>{{ if x.good }}</text:p><text:p>хорошо</text:p><text:p>{{ else }}</text:p>\
      <text:p>плохо</text:p><text:p>{{ end }}{{ end }}</text:p><text:p>после</text:p>
      """
    #expect(
      try Sample.paragraphs(body, record) == ["до", "А", "хорошо", "Б", "плохо", "после"])
  }

  @Test func nestsLoopsAndConditionsInOneLine() throws {
    let body = """
      <text:p>{{ for x in list }}{{ x.name }}{{ if x.inner }}({{ for i in x.inner }}{{ i.n }}\
      {{ if not loop.last }},{{ end }}{{ end }}){{ end }}{{ if not loop.last }}; {{ end }}\
      {{ end }}.</text:p>
      """
    #expect(try Sample.paragraphs(body, record) == ["А(1,2); Б."])
  }

  @Test func nestsALoopOfLinesInALoopOfRows() throws {
    let body =
      "<table:table><table:table-column/>"
      + row("{{ for x in list }}{{ x.name }}", "{{ for i in x.inner }}{{ i.n }} {{ end }}{{ end }}")
      + "</table:table>"
    #expect(try Sample.paragraphs(body, record) == ["А", "1 2 ", "Б"])
  }

  @Test func repeatsItemsOfAListAndSections() throws {
    let list = """
      <text:list><text:list-item><text:p>{{ for x in list }}</text:p></text:list-item>\
      <text:list-item><text:p>{{ x.name }}</text:p></text:list-item>\
      <text:list-item><text:p>{{ end }}</text:p></text:list-item></text:list>
      """
    #expect(try Sample.paragraphs(list, record) == ["А", "Б"])
    let section = """
      <text:p>{{ for x in list }}</text:p><text:section text:name="S"><text:p>{{ x.name }}</text:p>\
      </text:section><text:p>{{ end }}</text:p>
      """
    let template = try DocumentTemplate(parsing: Sample.flat(section), name: "t")
    let content = try Sample.part("content.xml", of: template.render(record).odt(clock: ""))
    var names: [String] = []
    content.visit { if $0.name == "text:section" { names.append($0["text:name"] ?? "") } }
    #expect(names == ["S", "S (2)"])
  }

  @Test(arguments: [
    ("<text:p>{{ for x in none }}{{ x.name }}{{ end }}</text:p>", [String]()),
    ("<text:p>{{ if no }}a{{ end }}</text:p><text:p>b</text:p>", ["b"]),
    ("<text:p>Итог: {{ if no }}a{{ end }}</text:p>", ["Итог: "]),
    (
      "<text:list><text:list-item><text:p>{{ for x in none }}</text:p></text:list-item>"
        + "<text:list-item><text:p>{{ end }}</text:p></text:list-item></text:list>", []
    ),
  ])
  func leavesNothingOfWhatDoesNotApply(body: String, expected: [String]) throws {
    #expect(try Sample.paragraphs(body, record) == expected)
  }

  @Test func beginsALoopInTheParagraphThatEndsAnother() throws {
    let body = """
      <text:p>{{ for x in list }}</text:p><text:p>1{{ x.name }}</text:p>\
      <text:p>{{ end }}{{ for x in list }}</text:p><text:p>2{{ x.name }}</text:p>\
      <text:p>{{ end }}</text:p>
      """
    #expect(try Sample.paragraphs(body, record) == ["1А", "1Б", "2А", "2Б"])
  }
}

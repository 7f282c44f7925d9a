import Documents
import ExactNumbers
import OpenDocument
import Testing

@Suite struct TagTests {
  private let record: TemplateRecord = [
    "name": "Анна", "count": 3, "school": .record(["name": "СОШ № 1", "head": .missing]),
    "share": .number(0), "day": "2021-01-28", "empty": .list([]), "two": .list([[:], [:]]),
  ]

  @Test(arguments: [
    ("{{ name }}", "Анна"),
    ("{{name}}", "Анна"),
    ("{{\u{A0}school.name\u{202F}}}", "СОШ № 1"),
    ("{{ na\u{200B}me }}", "Анна"),
    ("{{ plural(count, «школа», “школы”, „школ“) }}", "школы"),
    ("{{ count – 1 }}", "2"),
    ("{{ number(count, 2) }}", "3,00"),
    ("{{ percent(count / 7 * 100, 1) }}", "42,9\u{A0}%"),
    ("{{ date(day) }}", "28\u{A0}января 2021\u{A0}г."),
    ("{{ upper(name) }}", "АННА"),
    ("{{ count(two) }}", "2"),
    ("{{ If count &gt; 2 }}много{{ Else }}мало{{ End }}", "много"),
    ("{{ if count &gt; 5 }}много{{ else if count = 3 }}три{{ else }}мало{{ end }}", "три"),
    ("{{ if empty }}есть{{ else }}нет{{ end }}", "нет"),
    ("{{ if school.head }}есть{{ else }}нет{{ end }}", "нет"),
    ("{{ if name and count }}", ""),
  ])
  func readsATagAsPeopleAndOfficeProgramsTypeIt(typed: String, expected: String) throws {
    if expected.isEmpty {
      #expect(try !Sample.faults("<text:p>\(typed)</text:p>", record).isEmpty)
    } else {
      #expect(try Sample.paragraphs("<text:p>\(typed)</text:p>", record) == [expected])
    }
  }

  @Test func readsATagThatIsSplitOverSpansAndKeepsTheStyleOfItsFirstCharacter() throws {
    let body = """
      <text:p>Кто: <text:span text:style-name="A">{</text:span><text:span text:style-name="B">{ \
      na</text:span><text:soft-page-break/><text:bookmark text:name="x"/>me<text:s/>}<text:span \
      text:style-name="C">}, да</text:span></text:p>
      """
    let template = try DocumentTemplate(parsing: Sample.flat(body), name: "t")
    let content = try Sample.part("content.xml", of: template.render(record).odt(clock: ""))
    var spans: [String: String] = [:]
    content.visit { element in
      if element.name == "text:span" { spans[element["text:style-name"] ?? ""] = element.text }
    }
    #expect(spans == ["A": "Анна", "C": ", да"])
    #expect(try Sample.paragraphs(body, record) == ["Кто: Анна, да"])
  }

  @Test func keepsSpacesAndLineEndsOfValues() throws {
    #expect(
      try Sample.paragraphs("<text:p>{{ x }}</text:p>", ["x": " два  пробела\nи\tстрока"])
        == [" два  пробела\nи\tстрока"])
  }

  @Test func collapsesTheWhiteSpaceThatAnEditorPutsIntoTheFile() throws {
    #expect(
      try Sample.paragraphs("<text:p>\n  один\n   два <text:s text:c=\"2\"/>три</text:p>", [:])
        == ["один два   три"])
  }

  @Test func fillsTheTitleOfTheDocument() throws {
    let template = try DocumentTemplate(
      parsing: Sample.flat("<text:p>x</text:p>", title: "Справка за {{ year }} год"), name: "t")
    let odt = try template.render(["year": "2021"]).odt(clock: Sample.clock)
    let meta = try Sample.part("meta.xml", of: odt)
    #expect(meta.first("office:meta")?.first("dc:title")?.text == "Справка за 2021 год")
    #expect(meta.first("office:meta")?.first("meta:creation-date")?.text == Sample.clock)
  }
}

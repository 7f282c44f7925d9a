import Documents
import ExactNumbers
import Testing
import Wording

@Suite struct FaultTests {
  @Test func suggestsTheKnownNameNearestToAMistypedOne() throws {
    let faults = try Sample.faults(
      "<text:p>{{ shcool.nmae }} {{ school.nmae }}</text:p>",
      ["school": .record(["name": "x", "code": "y"])])
    #expect(faults.map(\.code) == [.unknownName, .unknownName])
    #expect(faults.map(\.suggestion) == ["school", "school.name"])
    #expect(
      faults[0].description
        == "paragraph 1: {{ shcool.nmae }}: the data have no shcool.nmae; did you mean school?")
  }

  @Test func tellsAllFaultsAtOnceEachAtItsPlace() throws {
    let body = """
      <text:p>{{ one two }}</text:p><text:h text:outline-level="1">Кадры</text:h>\
      <table:table><table:table-column/><table:table-row><table:table-cell><text:p>x</text:p>\
      </table:table-cell><table:table-cell><text:p/><text:p>{{ for in list }}</text:p>\
      </table:table-cell></table:table-row></table:table><text:p>{{ unfinished</text:p>\
      <text:p>{{ end }}</text:p><text:p>{{ if a }}</text:p>
      """
    let faults = try Sample.faults(body)
    #expect(
      faults.map(\.code) == [.badExpression, .badLoop, .openTag, .unpaired, .unpaired])
    #expect(
      faults.map { $0.place.text(in: .ru) } == [
        "абзац 1", "под заголовком «Кадры», таблица 1, строка 1, графа 2, абзац 2",
        "под заголовком «Кадры», абзац 3", "под заголовком «Кадры», абзац 4",
        "под заголовком «Кадры», абзац 5",
      ])
  }

  @Test(arguments: [
    "<text:p>до {{ for x in list }}</text:p><text:p>{{ end }}</text:p>",
    "<text:p>{{ for x in list }}</text:p><table:table><table:table-row><table:table-cell><text:p>"
      + "{{ end }}</text:p></table:table-cell></table:table-row></table:table><text:p>x</text:p>",
    "<table:table><table:table-row><table:table-cell><text:p>{{ if a }}x</text:p>"
      + "</table:table-cell><table:table-cell><text:p>{{ else }}y</text:p></table:table-cell>"
      + "<table:table-cell><text:p>{{ end }}</text:p></table:table-cell></table:table-row>"
      + "</table:table>",
  ])
  func refusesALoopThatEnclosesNoWholeParts(body: String) throws {
    #expect(try Sample.faults(body, ["list": .list([]), "a": true]).first?.code == .badScope)
  }

  @Test(arguments: [
    ("{{ x }}", TemplateFault.Code.noValue), ("{{ flag }}", .wrongKind), ("{{ list }}", .wrongKind),
    ("{{ for i in flag }}{{ end }}", .wrongKind), ("{{ block flag }}", .wrongKind),
    ("a {{ block table }}", .badBlock), ("{{ plurl(1) }}", .unknownFunction),
    ("{{ plural(flag, 1) }}", .wrongKind), ("{{ upper(flag) }}", .wrongKind), ("a }} b", .openTag),
    ("{{ block nowhere }}", .unknownName), ("{{ for i in nowhere }}{{ end }}", .unknownName),
  ])
  func saysWhatIsWrongWithATag(typed: String, code: TemplateFault.Code) throws {
    let record: TemplateRecord = [
      "x": .missing, "flag": true, "list": .list([[:]]), "table": .block(.table(Sample.table)),
    ]
    #expect(try Sample.faults("<text:p>\(typed)</text:p>", record).map(\.code) == [code])
  }

  @Test func findsFaultsInBranchesThatAreNotTakenBeforeTheBatch() throws {
    let body =
      "<text:p>{{ if no }}{{ tpyo }}{{ x }}{{ end }}{{ for i in l }}{{ i.b }}{{ end }}</text:p>"
    let template = try DocumentTemplate(parsing: Sample.flat(body), name: "t")
    let record: TemplateRecord = [
      "no": false, "typo": "1", "x": .missing, "l": .list([["a": 1]]),
    ]
    let faults = template.faults(with: record)
    #expect(faults.map(\.found) == ["tpyo", "i.b"])
    #expect(faults.map(\.suggestion) == ["typo", "i.a"])
  }

  @Test func saysWhyAFileIsNoTemplate() {
    for bytes in [Array("<a".utf8), Array("<html/>".utf8), []] {
      #expect {
        _ = try DocumentTemplate(parsing: bytes, name: "t")
      } throws: { ($0 as? DocumentError)?.code == .notATemplate }
    }
  }

  @Test func namesEachTagThatAFrameLacksOrDoesNotKnow() {
    #expect {
      _ = try HTMLFrame(parsing: Array("<p>\n{{ tilte }}{{ body }}".utf8), name: "f")
    } throws: { error in
      let faults = (error as? DocumentError)?.faults ?? []
      return faults.map(\.code) == [.unknownName, .missingTag, .missingTag]
        && faults.first?.place == TemplatePlace(.line(2)) && faults.first?.suggestion == "title"
    }
  }

  @Test func neverPutsValuesOfTheDataIntoAFault() throws {
    let faults = try Sample.faults(
      "<text:p>{{ date(secret) }}{{ secret + 1 }}</text:p>", ["secret": "Иванова"])
    #expect(faults.count == 2)
    #expect(!faults.contains { $0.description.contains("Иванова") })
  }
}

import Spreadsheets
import Testing

/// Traits of the parts beside a sheet, and of what holds for the whole workbook.
@Suite struct XLSXBesideTests {
  static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let microsoft = "http://schemas.microsoft.com/office/2017/10/relationships"

  static func relations(_ entries: [(type: String, target: String)]) -> String {
    let list = entries.enumerated().map {
      #"<Relationship Id="r\#($0)" Type="\#($1.type)" Target="\#($1.target)"/>"#
    }
    return
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(list.joined())</Relationships>"
  }

  /// The workbook of one sheet that has `parts` beside it.
  static func workbook(
    _ relations: [(type: String, target: String)], _ parts: [(String, String)],
    contents: WorkbookContents = .everything, limits: SpreadsheetLimits = SpreadsheetLimits()
  ) throws -> Workbook {
    let bytes = try Sample.archive(
      [
        ("_rels/.rels", Self.relations([(office + "/officeDocument", "xl/workbook.xml")])),
        (
          "xl/workbook.xml",
          "<workbook xmlns=\"\(Sample.main)\" xmlns:r=\"\(office)\"><sheets><sheet name=\"Лист1\" r:id=\"r0\"/></sheets></workbook>"
        ),
        (
          "xl/_rels/workbook.xml.rels",
          Self.relations([
            (office + "/worksheet", "worksheets/sheet1.xml"),
            (microsoft + "/person", "persons/person.xml"),
          ])
        ),
        ("xl/worksheets/sheet1.xml", "<worksheet xmlns=\"\(Sample.main)\"/>"),
        ("xl/worksheets/_rels/sheet1.xml.rels", Self.relations(relations)),
      ] + parts)
    return try Workbook(reading: bytes, contents: contents, limits: limits)
  }

  static let notes = (type: office + "/comments", target: "../comments1.xml")
  static let threads = (
    type: microsoft + "/threadedComment", target: "../threadedComments/threadedComment1.xml"
  )
  static let table = (type: office + "/table", target: "/xl/tables/table1.xml")

  static let notesPart = (
    "xl/comments1.xml",
    """
    <comments xmlns="\(Sample.main)"><authors><author/><author>Иванова</author><author>tc={A}</author></authors>\
    <commentList><comment ref="B2" authorId="1"><text><r><rPr/><t>Иванова:</t></r><r><t xml:space="preserve">\r\n текст_x000a_</t></r><rPh><t>нет</t></rPh></text></comment>\
    <comment ref="A1" authorId="2"><text><t>[Threaded comment] копия</t></text></comment>\
    <comment ref="C3" authorId="0"><text><t>без_x000d_автора</t></text></comment>\
    <comment authorId="9"><text><t>нигде</t></text></comment><comment ref="D4" authorId="9"><text/></comment></commentList></comments>
    """
  )
  static let threadsPart = (
    "xl/threadedComments/threadedComment1.xml",
    """
    <ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">\
    <threadedComment ref="A1" dT="2023-09-01T09:00:00.00" personId="{P-1}" id="{A}"><text>Вопрос?</text></threadedComment>\
    <threadedComment ref="A1" personId="{P-2}" id="{B}" parentId="{A}"><text>Ответ.</text><mentions/></threadedComment>\
    <threadedComment ref="E5" personId="{p-1}" id="{C}"><text>Без копии</text></threadedComment></ThreadedComments>
    """
  )

  static func comments(_ workbook: Workbook) -> [String] {
    workbook.sheets.flatMap(\.comments).map { comment in
      "\(comment.address) \(comment.author ?? "–"): \(comment.text)"
    }
  }

  static func notices(_ workbook: Workbook) -> [Notice] { workbook.sheets.flatMap(\.notices) }

  @Test func joinsTheRunsOfANote() throws {
    let workbook = try Self.workbook([Self.notes], [Self.notesPart])
    #expect(
      Self.comments(workbook) == [
        "B2 Иванова: Иванова:\n текст\n", "A1 tc={A}: [Threaded comment] копия",
        "C3 –: без\nавтора", "D4 –: ",
      ])
  }

  @Test func takesThreadsForTheNotesThatExcelWritesInTheirPlace() throws {
    let people = (
      "xl/persons/person.xml",
      #"<personList><person displayName="Петров" id="{p-1}" userId="x"/><person displayName="" id="{P-2}"/></personList>"#
    )
    let workbook = try Self.workbook(
      [Self.notes, Self.threads],
      [Self.notesPart, Self.threadsPart, people])
    #expect(
      Self.comments(workbook) == [
        "B2 Иванова: Иванова:\n текст\n", "A1 Петров: Вопрос?", "A1 –: Ответ.",
        "C3 –: без\nавтора", "D4 –: ", "E5 Петров: Без копии",
      ])
  }

  static let tablePart = (
    "xl/tables/table1.xml",
    """
    <table xmlns="\(Sample.main)" id="1" name="Имя" displayName="Таблица1" ref="B2:D9" totalsRowCount="1">\
    <tableColumns count="2"><tableColumn id="1" name="Всего_x000a_штук"/><tableColumn id="2" name="Из них"/></tableColumns></table>
    """
  )

  @Test func readsATableOnceHoweverOftenItIsNamed() throws {
    let expected = SheetTable(
      name: "Таблица1", sheet: "Лист1",
      range: CellRange(
        first: CellAddress(row: 2, column: 2), last: CellAddress(row: 9, column: 4)),
      columns: ["Всего\nштук", "Из них"], hasHeadings: true, hasTotals: true)
    let workbook = try Self.workbook([Self.table, Self.table], [Self.tablePart])
    #expect(workbook.description.tables == [expected])
    #expect(Self.notices(workbook).isEmpty)
  }

  @Test func readsNoPartThatIsNotAskedFor() throws {
    let parts = [("xl/comments1.xml", "<comments"), Self.tablePart]
    let workbook = try Self.workbook([Self.notes, Self.table], parts, contents: .tables)
    #expect(workbook.description.tables.count == 1 && Self.notices(workbook).isEmpty)
    let form = try Self.workbook([Self.notes, Self.table], parts, contents: .form)
    #expect(form.description.tables.isEmpty && Self.notices(form).isEmpty)
  }

  @Test(arguments: [
    [("xl/comments1.xml", "<comments><authors>")], [("xl/comments1.xml", "<!DOCTYPE a><a/>")], [],
  ])
  func saysThatAPartIsMissingOrDamaged(parts: [(String, String)]) throws {
    let workbook = try Self.workbook([Self.notes, Self.table], parts + [Self.tablePart])
    #expect(workbook.description.tables.count == 1)
    #expect(Self.notices(workbook) == [Notice(.partUnread, at: nil)])
    let broken = try Self.workbook([Self.table], [("xl/tables/table1.xml", "<table/>")])
    #expect(broken.description.tables.isEmpty)
    #expect(Self.notices(broken) == [Notice(.partUnread, at: nil)])
  }

  @Test func stopsAtTheLimitOfCommentsOfAllSheets() throws {
    var limits = SpreadsheetLimits()
    limits.extras = 3
    #expect {
      try Self.workbook([Self.notes], [Self.notesPart], limits: limits)
    } throws: { error in
      let error = error as? SpreadsheetError
      return error?.code == .limit && error?.part == "xl/comments1.xml"
    }
    limits.extras = 4
    let workbook = try Self.workbook([Self.notes], [Self.notesPart], limits: limits)
    #expect(Self.comments(workbook).count == 4)
  }

  static func description(
    _ workbook: String, extra: [(String, String)] = [], contents: WorkbookContents = .everything
  ) throws -> WorkbookDescription {
    let bytes = try Sample.xlsx("", properties: workbook, extra: extra)
    return try Workbook(reading: bytes, contents: contents).description
  }

  @Test func readsNamesOfTheWorkbookAndOfASheet() throws {
    let names = """
      <definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">Лист1!$A$1:$B$2</definedName>\
      <definedName name="Доля" hidden="1"> =0.25 </definedName><definedName name="Нигде" localSheetId="7">1</definedName>\
      <definedName name="Нигде" localSheetId="-1">1</definedName><definedName name="Пусто"/><definedName>1</definedName></definedNames>\
      <workbookProtection lockStructure="true"/>
      """
    let description = try Self.description(names)
    #expect(
      description.names == [
        DefinedName(name: "_xlnm.Print_Area", sheet: "Лист1", formula: "Лист1!$A$1:$B$2"),
        DefinedName(name: "Доля", formula: "0.25", isHidden: true),
      ])
    #expect(description.isStructureProtected)
    let form = try Self.description(names, contents: .form)
    #expect(form.names.isEmpty && !form.isStructureProtected)
    #expect(try !Self.description("<workbookProtection lockWindows=\"1\"/>").isStructureProtected)
  }

  @Test(arguments: [
    (
      "<Application>Microsoft Excel</Application><AppVersion>16.0300</AppVersion>",
      "Microsoft Excel 16.0300"
    ),
    (
      "<AppVersion>16.0300</AppVersion><Application>Microsoft Excel</Application>",
      "Microsoft Excel 16.0300"
    ),
    ("<Application>ONLYOFFICE/2.5.565.0</Application>", "ONLYOFFICE/2.5.565.0"),
    ("<Application>WPS Office_11.1.0.8597</Application>", "WPS Office_11.1.0.8597"),
    ("<Application/>", nil), ("<Application>R7-Office</Application", nil),
  ])
  func readsTheProducerAsItNamesItself(markup: String, expected: String?) throws {
    let core =
      "<c:coreProperties xmlns:c=\"a\" xmlns:d=\"b\"><d:created>2023-09-01T09:00:00Z</d:created><d:modified>2023-09-02T09:00:00Z</d:modified></c:coreProperties>"
    let description = try Self.description(
      "",
      extra: [
        ("docProps/app.xml", "<Properties>\(markup)</Properties>"), ("docProps/core.xml", core),
      ])
    #expect(
      description.properties
        == WorkbookProperties(
          producer: expected, created: "2023-09-01T09:00:00Z", modified: "2023-09-02T09:00:00Z"))
  }

  @Test func saysThatThereAreMacros() throws {
    #expect(try Self.description("").notices.isEmpty)
    let macros = try Self.description("", extra: [("xl/vbaProject.BIN", "")], contents: [])
    #expect(macros.notices == [Notice(.macros, at: nil)])
  }
}

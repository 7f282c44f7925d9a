import ExactNumbers
import Spreadsheets
import Testing

@Suite struct ODSTests {
  static func cell(_ attributes: String, _ text: String = "") -> String {
    "<table:table-row><table:table-cell \(attributes)>\(text.isEmpty ? "" : "<text:p>\(text)</text:p>")</table:table-cell></table:table-row>"
  }

  @Test(arguments: [
    (#"office:value-type="float" office:value="12.5""#, "12,5", ["A1=number 12.5"]),
    (#"office:value-type="percentage" office:value="0.375""#, "37,5 %", ["A1=number 0.375"]),
    (#"office:value-type="currency" office:value="100""#, "100 ₽", ["A1=number 100"]),
    (#"office:value-type="boolean" office:boolean-value="true""#, "ЛОЖЬ", ["A1=boolean true"]),
    (#"office:value-type="date" office:date-value="2021-03-31""#, "31.03", ["A1=date 2021-03-31"]),
    (
      #"office:value-type="date" office:date-value="2021-03-31T14:30:00""#, "",
      ["A1=datetime 2021-03-31T14:30:00"]
    ),
    (
      #"office:value-type="time" office:time-value="PT30H30M00S""#, "30:30",
      ["A1=duration PT30H30M0S"]
    ),
    (
      #"office:value-type="string""#, "а<text:s text:c=\"2\"/>б<text:line-break/>в<text:tab/>г",
      ["A1=text а  б\\nвг"]
    ),
    (#"office:value-type="string" office:string-value="итог""#, "", ["A1=text итог"]),
    (#"office:value-type="string""#, "<text:span>а</text:span><text:a>б</text:a>", ["A1=text аб"]),
    (#"office:value-type="float" office:value="0""#, "#DIV/0!", ["A1=error #DIV/0!"]),
    (#"office:value-type="float" office:value="0""#, "Err:502", ["A1=error Err:502"]),
    (
      #"office:value-type="string" office:string-value="" calcext:value-type="error""#, "#ССЫЛ!",
      ["A1=error #ССЫЛ!"]
    ),
    (#"table:formula="of:=1+1""#, "", ["A1=formula "]),
    (#"table:style-name="ce1""#, "", []),
  ])
  func readsACell(attributes: String, text: String, expected: [String]) throws {
    #expect(try Sample.cells(Sample.ods(Self.cell(attributes, text))) == expected)
  }

  @Test func joinsParagraphsAndLeavesNotesAndShapesOut() throws {
    let rows = """
      <table:table-row><table:table-cell office:value-type="string">
        <office:annotation><text:p>заметка</text:p></office:annotation>
        <text:p>раз</text:p>
        <draw:frame><draw:text-box><text:p>надпись</text:p></draw:text-box></draw:frame>
        <text:p>два</text:p></table:table-cell></table:table-row>
      """
    #expect(try Sample.cells(Sample.ods(rows)) == ["A1=text раз\\nдва"])
  }

  @Test func repeatsCellsAndRowsAndStopsAtTheLastThatHoldsSomething() throws {
    let one = #"<table:table-cell office:value-type="float" office:value="1""#
    let rows = """
      <table:table-header-rows><table:table-row table:number-rows-repeated="2">\
      <table:table-cell table:number-columns-repeated="2"/>\
      \(one) table:number-columns-repeated="2"/><table:table-cell table:style-name="x" \
      table:number-columns-repeated="16380"/></table:table-row></table:table-header-rows>\
      <table:table-row-group><table:table-row table:number-rows-repeated="7"/></table:table-row-group>\
      <table:table-row>\(one)/></table:table-row>\
      <table:table-row table:number-rows-repeated="1048566"><table:table-cell table:style-name="x" \
      table:number-columns-repeated="16384"/></table:table-row>
      """
    #expect(
      try Sample.cells(Sample.ods(rows)) == [
        "C1=number 1", "D1=number 1", "C2=number 1", "D2=number 1", "A10=number 1",
      ])
  }

  @Test func refusesAValuedRowRepeatedWithoutEnd() throws {
    let row =
      #"<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16384"/></table:table-row>"#
    let bytes = try Sample.ods(row)
    #expect { try Sample.cells(bytes) } throws: { ($0 as? SpreadsheetError)?.code == .limit }
    let tooMany = row.replacing("1048576", with: "999999999999")
    #expect { try Sample.cells(Sample.ods(tooMany)) } throws: {
      ($0 as? SpreadsheetError)?.code == .limit
    }
  }

  @Test func knowsMergesAndTellsWhatTheyCover() throws {
    let rows = """
      <table:table-row><table:table-cell office:value-type="float" office:value="1" \
      table:number-columns-spanned="2" table:number-rows-spanned="1"/><table:covered-table-cell \
      office:value-type="float" office:value="2"/><table:table-cell office:value-type="float" \
      office:value="3"/></table:table-row>
      """
    let bytes = try Sample.ods(rows)
    let sheet = try #require(try Workbook(reading: bytes).sheets.first)
    #expect(sheet.merges.map(\.description) == ["A1:B1"])
    #expect(try Sample.cells(bytes) == ["A1=number 1", "C1=number 3"])
    #expect(try Sample.notices(bytes) == ["B1 cell.under-merge"])
  }

  @Test func leavesCachedSheetsOfOtherFilesOut() throws {
    let bytes = try Sample.ods(
      Self.cell(#"office:value-type="float" office:value="1""#), name: "'file:///a.ods'#Sheet1")
    #expect(try Workbook(reading: bytes).sheets.isEmpty)
  }

  /// LibreOffice shows them, and so do we; a copy of what DDE gave is no sheet.
  @Test func readsSheetsThatAreLinkedAndNoneOfDDE() throws {
    let cell = Self.cell(#"office:value-type="float" office:value="1""#)
    #expect(try Sample.cells(Sample.ods("<table:table-source/>" + cell)) == ["A1=number 1"])
    let content = """
      <office:document-content \(Sample.namespaces)><office:body><office:spreadsheet>\
      <table:table table:name="Л">\(cell)</table:table><table:dde-links><table:dde-link>\
      <office:dde-source/><table:table>\(cell)</table:table></table:dde-link></table:dde-links>\
      </office:spreadsheet></office:body></office:document-content>
      """
    let workbook = try Workbook(reading: Sample.archive([("content.xml", content)]))
    #expect(workbook.sheets.map(\.name) == ["Л"])
  }

  @Test func boundsTheSpacesThatCellsAskForByNumber() throws {
    let cell = Self.cell(#"office:value-type="string""#, #"а<text:s text:c="400"/>"#)
    var limits = SpreadsheetLimits()
    limits.countedSpaces = 1_000
    #expect(try Sample.cells(Sample.ods(cell + cell), limits: limits).count == 2)
    #expect {
      try Sample.cells(Sample.ods(cell + cell + cell), limits: limits)
    } throws: { error in
      let error = error as? SpreadsheetError
      return error?.code == .limit && error?.detail.contains("A3: more than 1000 spaces") == true
    }
  }

  /// A text in each of a million repeated cells is held in memory once.
  @Test func keepsATextThatIsRepeatedOnce() throws {
    let text = String(repeating: "длинный ", count: 150)
    let row = """
      <table:table-row table:number-rows-repeated="1000"><table:table-cell \
      office:value-type="string" table:number-columns-repeated="100"><text:p>\(text)</text:p>\
      </table:table-cell><table:table-cell office:value-type="float" office:value="7"/>\
      </table:table-row>
      """
    let workbook = try Workbook(reading: Sample.ods(row))
    let sheet = try #require(workbook.sheets.first)
    #expect(sheet.cells.count == 101_000)
    #expect(sheet.cell(at: CellAddress(row: 1_000, column: 100))?.value == .text(text))
    #expect(sheet.cell(at: CellAddress(row: 999, column: 101))?.value == .number(7))
  }

  @Test func takesAnyPrefixAndAnUnnamedPackage() throws {
    let content = """
      <o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
      xmlns="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><o:body><o:spreadsheet>\
      <table name="Л" xmlns:t="urn:oasis:names:tc:opendocument:xmlns:table:1.0" t:name="Л"><table-row>\
      <table-cell o:value-type="float" o:value="1"/></table-row></table>\
      </o:spreadsheet></o:body></o:document-content>
      """
    let workbook = try Workbook(reading: Sample.archive([("content.xml", content)]))
    #expect(workbook.sheets.map(\.name) == ["Л"])
    #expect(workbook.sheets.first?.cells.count == 1)
  }
}

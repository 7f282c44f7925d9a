import Spreadsheets
import Testing

@Suite struct XLSXTests {
  @Test(arguments: [
    (
      "text stands inline", #"<row r="1"><c r="A1" t="inlineStr"><is><t>а</t></is></c></row>"#,
      ["A1=text а"]
    ),
    (
      "runs are joined",
      #"<row r="1"><c r="A1" t="inlineStr"><is><r><t>а </t></r><r><t xml:space="preserve"> б</t></r><rPh><t>нет</t></rPh></is></c></row>"#,
      ["A1=text а  б"]
    ),
    (
      "inline text goes before a value",
      #"<row r="1"><c r="A1" t="inlineStr"><v>1.0</v><is><t>1.</t></is></c></row>"#, ["A1=text 1."]
    ),
    (
      "a formula gives text", #"<row r="1"><c r="A1" t="str"><f>B1</f><v>итог</v></c></row>"#,
      ["A1=text итог"]
    ),
    (
      "a boolean", #"<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c></row>"#,
      ["A1=boolean true", "B1=boolean false"]
    ),
    (
      "an error of any code", #"<row r="1"><c r="A1" t="e"><v>#SPILL!</v></c></row>"#,
      ["A1=error #SPILL!"]
    ),
    (
      "an ISO date", #"<row r="1"><c r="A1" t="d"><v>2021-03-31T00:00:00Z</v></c></row>"#,
      ["A1=datetime 2021-03-31T00:00:00"]
    ),
    (
      "a formula without a result is not empty", #"<row r="1"><c r="A1"><f>1+1</f></c></row>"#,
      ["A1=formula "]
    ),
    (
      "rows and cells without addresses",
      #"<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"#,
      ["A1=number 1", "B1=number 2", "A2=number 3"]
    ),
    (
      "some addresses left out",
      #"<row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"#,
      ["B3=number 1", "C3=number 2", "A4=number 3"]
    ),
    (
      "cells out of order",
      #"<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>2</v></c></row><row r="1"><c r="A1"><v>3</v></c></row>"#,
      ["A1=number 3", "A2=number 2", "B2=number 1"]
    ),
    (
      "two far cells",
      #"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>"#,
      ["A1=number 1", "XFD1048576=number 2"]
    ),
    (
      "numbers as programs store them",
      #"<row r="1"><c r="A1"><v>1E-3</v></c><c r="B1"><v>-0.5</v></c><c r="C1"><v> 7 </v></c><c r="D1"><v>0.30000000000000004</v></c></row>"#,
      ["A1=number 0.001", "B1=number -0.5", "C1=number 7", "D1=number 0.30000000000000004"]
    ),
    (
      "escaped characters", #"<row r="1"><c r="A1" t="str"><v>a_x000A_b_x005F_x</v></c></row>"#,
      ["A1=text a\\nb_x"]
    ),
  ])
  func reads(trait: String, data: String, expected: [String]) throws {
    #expect(try Sample.cells(Sample.xlsx(data)) == expected, "\(trait)")
  }

  @Test func readsSharedStrings() throws {
    let shared =
      "<si><t>ноль</t></si><si><r><t>о</t></r><r><t>дин</t></r><rPh><t>х</t></rPh></si><si/>"
    let data =
      #"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>"#
    #expect(
      try Sample.cells(Sample.xlsx(data, shared: shared)) == ["A1=text ноль", "B1=text один"])
  }

  @Test func losesOneCellToABrokenValueAndNotTheWorkbook() throws {
    let data =
      #"<row r="1"><c r="A1" t="s"><v>99</v></c><c r="B1" t="b"><v>да</v></c><c r="C1"><v>3</v></c></row>"#
    let bytes = try Sample.xlsx(data)
    #expect(try Sample.cells(bytes) == ["A1=error #VALUE!", "B1=error #VALUE!", "C1=number 3"])
    #expect(try Sample.notices(bytes) == ["A1 cell.broken-value", "B1 cell.broken-value"])
  }

  @Test func tellsEmptyCellsApart() throws {
    let bytes = try Sample.xlsx(
      #"<row r="1"><c r="A1" s="0"/><c r="B1"><f>A1</f></c><c r="C1" t="e"><v>#N/A</v></c></row>"#)
    let sheet = try #require(try Workbook(reading: bytes).sheets.first)
    #expect(sheet.cells.map(\.value) == [.empty, .formulaWithoutResult, .error("#N/A")])
    #expect(sheet.cell(at: CellAddress(row: 1, column: 4)) == nil)
    #expect(sheet.cells.map(\.hasFormula) == [false, true, false])
  }

  @Test func saysThatALaterCellCountsAndWhatAMergeCovers() throws {
    let bytes = try Sample.xlsx(
      #"<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c><c r="B1"><v>5</v></c></row>"#,
      after: #"<mergeCells><mergeCell ref="A1:B2"/></mergeCells>"#)
    #expect(try Sample.cells(bytes) == ["A1=number 2", "B1=number 5"])
    #expect(try Sample.notices(bytes) == ["A1 cell.twice", "B1 cell.under-merge"])
  }

  @Test func givesUpOnMergesThatLieOverOneAnotherWithOneNotice() throws {
    let rows = (1...2_000).map { #"<row r="\#($0)"><c r="A\#($0)"><v>1</v></c></row>"# }
    let merges = (1...2_000).map { #"<mergeCell ref="B\#($0):C4000"/>"# }
    let bytes = try Sample.xlsx(
      rows.joined(), after: "<mergeCells>\(merges.joined())</mergeCells>")
    #expect(try Sample.notices(bytes) == [" cell.under-merge"])
  }

  static let styles = #"""
    <numFmts><numFmt numFmtId="164" formatCode="ДД.ММ.ГГГГ"/><numFmt numFmtId="165" formatCode="&quot;д&quot;0"/><numFmt numFmtId="166" formatCode="[h]:mm"/></numFmts>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="10"/></cellXfs>
    """#

  @Test(arguments: [
    (1, "44286", "date 2021-03-31"), (2, "44286", "date 2021-03-31"), (3, "44286", "number 44286"),
    (4, "1.25", "duration PT30H0M0S"), (5, "0.5", "number 0.5"), (0, "44286", "number 44286"),
  ])
  func decidesDatesByTheNumberFormat(style: Int, stored: String, expected: String) throws {
    let bytes = try Sample.xlsx(
      #"<row r="1"><c r="A1" s="\#(style)"><v>\#(stored)</v></c></row>"#, styles: Self.styles)
    #expect(try Sample.cells(bytes) == ["A1=\(expected)"])
  }

  @Test func countsDaysFrom1904WhereTheWorkbookSaysSo() throws {
    let bytes = try Sample.xlsx(
      #"<row r="1"><c r="A1" s="1"><v>42824</v></c></row>"#, styles: Self.styles,
      properties: #"<workbookPr date1904="1"/>"#)
    #expect(try Sample.cells(bytes) == ["A1=date 2021-03-31"])
  }

  @Test func takesPrefixesAndTheStrictNamespace() throws {
    let strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    #expect(
      try Sample.cells(
        Sample.xlsx(#"<row r="1"><c r="A1"><v>1</v></c></row>"#, namespace: strict)) == [
          "A1=number 1"
        ])
    let bytes = try Sample.archive([
      ("[Content_Types].xml", "<Types/>"),
      (
        "xl/workbook.xml",
        #"<x:workbook xmlns:x="\#(Sample.main)" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><x:sheets><x:sheet name="Л" sheetId="1" r:id="b"/></x:sheets></x:workbook>"#
      ),
      (
        "xl\\_rels\\workbook.xml.rels",
        #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="b" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="/xl/worksheets/sheet1.xml"/></Relationships>"#
      ),
      (
        "xl\\worksheets\\Sheet1.xml",
        #"<x:worksheet xmlns:x="\#(Sample.main)"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>"#
      ),
    ])
    #expect(try Sample.cells(bytes) == ["A1=number 1"])
  }

  @Test func saysThatAStoredNumberIsLongerThanFifteenDigits() throws {
    let bytes = try Sample.xlsx(#"<row r="1"><c r="A1"><v>200.04999999999998</v></c></row>"#)
    #expect(try Sample.notices(bytes) == ["A1 cell.long-number"])
    let cell = try #require(try Workbook(reading: bytes).sheets.first?.cells.first)
    #expect(cell.rawText == "200.04999999999998")
  }

  @Test func namesTheLimitThatASheetBreaks() throws {
    var limits = SpreadsheetLimits()
    limits.cells = 2
    let data =
      #"<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c><c r="C1"><v>1</v></c></row>"#
    let bytes = try Sample.xlsx(data)
    #expect { try Sample.cells(bytes, limits: limits) } throws: { error in
      let error = error as? SpreadsheetError
      return error?.code == .limit && error?.part == "xl/worksheets/sheet1.xml"
        && error?.detail.contains("C1") == true
    }
    #expect(throws: SpreadsheetError.self) {
      try Sample.cells(Sample.xlsx(#"<row r="1"><c r="XFE1"><v>1</v></c></row>"#))
    }
    #expect(throws: SpreadsheetError.self) {
      try Sample.cells(Sample.xlsx(#"<row r="1048577"><c><v>1</v></c></row>"#))
    }
  }

  @Test func saysWhichPartIsNotWellFormed() throws {
    #expect { try Sample.cells(Sample.xlsx("<row>")) } throws: { error in
      let error = error as? SpreadsheetError
      return error?.code == .damaged && error?.part == "xl/worksheets/sheet1.xml"
    }
    #expect {
      try Sample.cells(Sample.xlsx("", extra: [("xl/styles.xml", "<!DOCTYPE a><a/>")]))
    } throws: { ($0 as? SpreadsheetError)?.part == "xl/styles.xml" }
  }
}

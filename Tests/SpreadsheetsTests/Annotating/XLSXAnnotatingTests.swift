import Testing

@testable import Spreadsheets

@Suite struct XLSXAnnotatingTests {
  private let sheet = "xl/worksheets/sheet1.xml"

  private func annotated(
    _ data: String, _ marks: [String], after: String = ""
  ) throws -> String {
    let bytes = try Sample.xlsx(data, after: after)
    let copy = try AnnotatedSample.annotated(
      bytes, marks.map { AnnotatedSample.mark("Лист1", $0, .error, nil) })
    let part = try #require(try AnnotatedSample.part(sheet, of: copy.bytes))
    let begin = try #require(part.firstRange(of: "<sheetData"))
    let end = try #require(part.firstRange(of: "</sheetData>"))
    return String(part[begin.lowerBound..<end.upperBound])
  }

  // The first format that is added to a workbook without a style sheet is number 1.
  @Test(arguments: [
    (
      #"<row r="2"><c r="B2" t="b"><v>1</v></c></row>"#,
      #"<row r="2"><c s="1" r="B2" t="b"><v>1</v></c></row>"#
    ),
    (
      "<row r='2'><c r='B2' s='0'><v>1</v></c></row>",
      "<row r='2'><c r='B2' s='1'><v>1</v></c></row>"
    ),
    ("<row/><row><c/><c><v>1</v></c></row>", #"<row/><row><c/><c s="1"><v>1</v></c></row>"#),
    ("<row/><row/>", #"<row/><row><c r="B2" s="1"/></row>"#),
    (
      #"<row r="1"/><row r="3"/>"#,
      #"<row r="1"/><row r="2"><c r="B2" s="1"/></row><row r="3"/>"#
    ),
    (
      #"<row r="2" spans="3:4"><c r="A2"/><c r="C2"/></row>"#,
      #"<row r="2" spans="2:4"><c r="A2"/><c r="B2" s="1"/><c r="C2"/></row>"#
    ),
    (
      "<row r=\"2\">\n <c r=\"A2\"/>\n <!-- <c r=\"B2\"/> -->\n</row>",
      "<row r=\"2\">\n <c r=\"A2\"/><c r=\"B2\" s=\"1\"/>\n <!-- <c r=\"B2\"/> -->\n</row>"
    ),
    ("", #"<row r="2"><c r="B2" s="1"/></row>"#),
  ])
  func changesNothingButTheCell(_ data: String, _ wanted: String) throws {
    #expect(try annotated(data, ["B2"]) == "<sheetData>\(wanted)</sheetData>")
  }

  @Test func keepsTheFormatsOfRowsAndColumnsForCellsThatAreAdded() throws {
    let styles = """
      <cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="9" fontId="0"/><xf numFmtId="14"/></cellXfs>
      """
    let bytes = try Sample.xlsx(
      #"<row r="3" s="2" customFormat="1"/>"#, styles: styles,
      extra: []
    )
    let copy = try AnnotatedSample.annotated(
      bytes, [AnnotatedSample.mark("Лист1", "A3"), AnnotatedSample.mark("Лист1", "A4")])
    let part = try #require(try AnnotatedSample.part(sheet, of: copy.bytes))
    #expect(part.contains(#"<c r="A3" s="3"/></row><row r="4"><c r="A4" s="4"/>"#))
    let book = try #require(try AnnotatedSample.part("xl/styles.xml", of: copy.bytes))
    #expect(book.contains(#"<xf fillId="2" applyFill="1" numFmtId="14"/>"#))
    #expect(book.contains(#"<fgColor rgb="FFFFC2B8"/><bgColor indexed="64"/>"#))
  }

  @Test func marksTheUpperLeftCellOfMergedOnes() throws {
    let data = try annotated(
      "<row r=\"1\"><c r=\"A1\"/><c r=\"B1\"/></row>", ["B1"],
      after: #"<mergeCells count="1"><mergeCell ref="A1:C3"/></mergeCells>"#)
    #expect(data == #"<sheetData><row r="1"><c s="1" r="A1"/><c r="B1"/></row></sheetData>"#)
  }

  @Test(arguments: [
    #"<row r="3"/><row r="1"/>"#, #"<row r="2"><c r="C2"/><c r="A2"/></row>"#,
    #"<row r="2"><c r="A5"/></row>"#, #"<row r="x"/>"#,
  ])
  func refusesRowsAndCellsThatStandOutOfOrder(_ data: String) {
    #expect(throws: AnnotationRefusal.self) { try annotated(data, ["B2"]) }
  }

  @Test func putsTheDrawingOfCommentsWhereTheSchemaWantsIt() throws {
    let after = """
      <pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/>\
      <tableParts count="0"/>
      """
    let copy = try AnnotatedSample.annotated(
      Sample.xlsx("", after: after), [AnnotatedSample.mark("Лист1", "C2")])
    let part = try #require(try AnnotatedSample.part(sheet, of: copy.bytes))
    #expect(part.contains(#" footer="1"/><legacyDrawing xmlns:r="#))
    #expect(part.contains(#"r:id="rId2"/><tableParts"#))
    let workbook = try Workbook(reading: copy.bytes, contents: .everything)
    #expect(
      workbook.sheets.first?.comments == [
        CellComment(
          address: CellAddress(row: 2, column: 3), author: "Сводка",
          text: "Графа 5 больше графы 4: 14 > 12")
      ])
  }

  @Test func saysWhatFoundNoPlace() throws {
    let lost = AnnotatedSample.mark("Нет такого", "A1")
    let beyond = AnnotatedSample.mark("Лист1", "XFE1")
    let copy = try AnnotatedSample.annotated(Sample.xlsx(""), [lost, beyond])
    #expect(copy.unplaced == [lost, beyond])
  }

  @Test func joinsWhatIsSaidOfOneCellUnderTheGraverLevel() throws {
    let copy = try AnnotatedSample.annotated(
      Sample.xlsx(""),
      [
        AnnotatedSample.mark("Лист1", "A1", .notice, "первое"),
        AnnotatedSample.mark("Лист1", "A1", .error, "второе <&>"),
      ])
    let workbook = try Workbook(reading: copy.bytes, contents: .everything)
    #expect(workbook.sheets.first?.comments.map(\.text) == ["первое\n\nвторое <&>"])
    let book = try #require(try AnnotatedSample.part("xl/styles.xml", of: copy.bytes))
    #expect(book.contains("FFFFC2B8"))
  }

  @Test func givesTheSameBytesForTheSameInput() throws {
    let bytes = try Sample.xlsx(#"<row r="1"><c r="A1"><v>1</v></c></row>"#)
    let marks = ["A1", "B7", "C3"].map { AnnotatedSample.mark("Лист1", $0) }
    let first = try AnnotatedSample.annotated(bytes, marks)
    let second = try AnnotatedSample.annotated(bytes, marks)
    #expect(first.bytes == second.bytes)
  }

  @Test func refusesASignedWorkbook() throws {
    let bytes = try Sample.xlsx("", extra: [("_xmlsignatures/sig1.xml", "<a/>")])
    let refusal = #expect(throws: AnnotationRefusal.self) {
      try AnnotatedSample.annotated(bytes, [])
    }
    #expect(refusal?.code == .signed)
  }

  @Test func namesTheListAsNoOtherSheet() throws {
    let bytes = try AnnotatedSample.annotated(Sample.xlsx(""), []).bytes
    let name = try Workbook(reading: bytes).sheets.map(\.name)
    #expect(name == ["Лист1", "Замечания"])
    var annotation = AnnotatedSample.annotation([])
    annotation.list.name = "ЛИСТ1"
    let other = try annotation.applied(to: Sample.xlsx(""))
    #expect(try Workbook(reading: other.bytes).sheets.map(\.name) == ["Лист1", "ЛИСТ1 (2)"])
  }
}

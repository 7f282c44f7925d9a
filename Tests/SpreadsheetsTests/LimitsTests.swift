import Archives
import ExactNumbers
import Spreadsheets
import Testing

@Suite struct LimitsTests {
  /// Two sheets of a merged cell and a plain one each.
  static func ods() throws -> [UInt8] {
    let one = #"<table:table-cell office:value-type="float" office:value="1""#
    return try Sample.ods(
      """
      <table:table-row>\(one) table:number-columns-spanned="2"/><table:covered-table-cell/>\
      \(one)/></table:table-row></table:table><table:table table:name="Лист2"><table:table-row>\
      \(one) table:number-columns-spanned="2"/><table:covered-table-cell/>\(one)/></table:table-row>
      """)
  }

  static func xlsx() throws -> [UInt8] {
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let sheet = """
      <worksheet xmlns="\(Sample.main)"><sheetData><row r="1"><c r="A1"><v>1</v></c>\
      <c r="C1"><v>1</v></c></row></sheetData>\
      <mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>
      """
    return try Sample.archive([
      ("[Content_Types].xml", "<Types/>"),
      (
        "xl/workbook.xml",
        #"<workbook xmlns="\#(Sample.main)" xmlns:r="\#(relations)"><sheets><sheet name="Лист1" sheetId="1" r:id="a"/><sheet name="Лист2" sheetId="2" r:id="b"/></sheets></workbook>"#
      ),
      (
        "xl/_rels/workbook.xml.rels",
        #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="\#(relations)/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="b" Type="\#(relations)/worksheet" Target="worksheets/sheet2.xml"/></Relationships>"#
      ),
      ("xl/worksheets/sheet1.xml", sheet), ("xl/worksheets/sheet2.xml", sheet),
    ])
  }

  @Test func countsOverTheWholeWorkbook() throws {
    for bytes in [try Self.xlsx(), try Self.ods()] {
      var limits = SpreadsheetLimits()
      limits.sheets = 2
      limits.cells = 4
      limits.merges = 2
      #expect(try Workbook(reading: bytes, limits: limits).sheets.map(\.merges.count) == [1, 1])
      for limit in [
        \SpreadsheetLimits.sheets, \SpreadsheetLimits.cells, \SpreadsheetLimits.merges,
      ] {
        var less = limits
        less[keyPath: limit] -= 1
        #expect { try Workbook(reading: bytes, limits: less) } throws: {
          ($0 as? SpreadsheetError)?.code == .limit
        }
      }
    }
  }

  @Test func readsAFormWithinTheLimitsOfAForm() throws {
    #expect(try Workbook(reading: Self.xlsx(), limits: .form).sheets.count == 2)
    let row =
      #"<table:table-row table:number-rows-repeated="500001"><table:table-cell office:value-type="float" office:value="1"/></table:table-row>"#
    #expect { try Workbook(reading: Sample.ods(row), limits: .form) } throws: {
      ($0 as? SpreadsheetError)?.code == .limit
    }
  }

  @Test(arguments: [
    ("1000000000000000", "1000000000000000", false),
    ("1E+15", "1000000000000000", false),
    ("1234567890123456", "1234567890123456", false),
    ("-12345678901234567", "-12345678901234567", false),
    ("123456789012345678", "123456789012345678", false),
    // Nineteen digits: the nearest Double, 1.2345678901234568E18, stands for them.
    ("1234567890123456789", "1234567890123456800", true),
  ])
  func keepsLongWholeNumbersAlikeInBothFormats(
    stored: String, value: String, isLong: Bool
  ) throws {
    let number = try #require(ExactNumber(value))
    let files = [
      try Sample.xlsx(#"<row r="1"><c r="A1"><v>\#(stored)</v></c></row>"#),
      try Sample.ods(ODSTests.cell(#"office:value-type="float" office:value="\#(stored)""#)),
    ]
    for bytes in files {
      let sheet = try #require(try Workbook(reading: bytes).sheets.first)
      #expect(sheet.cells.map(\.value) == [.number(number)])
      #expect(sheet.notices.map(\.code) == (isLong ? [.longNumber] : []))
    }
  }

  /// A comment longer than a chunk, which is 64 KiB, parts the text: its pieces come in two feeds.
  @Test func joinsThePiecesOfAProperty() throws {
    let filler = "<!--\(String(repeating: "x", count: 70_000))-->"
    let core = """
      <c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
      xmlns:dcterms="http://purl.org/dc/terms/"><dcterms:modified>\
      2021-03-31T00:00:00\(filler)Z</dcterms:modified></c:coreProperties>
      """
    let xlsx = try Workbook(
      reading: Sample.xlsx("", extra: [("docProps/core.xml", core)]))
    #expect(xlsx.description.properties.modified == "2021-03-31T00:00:00Z")
    let meta = """
      <office:document-meta \(Sample.namespaces) \
      xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"><office:meta>\
      <meta:generator>LibreOffice\(filler)/7.4</meta:generator></office:meta></office:document-meta>
      """
    let ods = try Workbook(
      reading: Sample.archive([
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", "<office:document-content \(Sample.namespaces)/>"), ("meta.xml", meta),
      ]))
    #expect(ods.description.properties.producer == "LibreOffice/7.4")
  }
}

@Suite struct AmplificationTests {
  /// A cell of 30 bytes may name a text of any length: all cells together are bounded.
  @Test func boundsTheTextsOfAllCells() throws {
    var limits = SpreadsheetLimits()
    limits.cellTextBytes = 5
    let strings = "<sst xmlns=\"x\"><si><t>abc</t></si></sst>"
    let cell = #"<c t="s"><v>0</v></c>"#
    for (count, isRead) in [(1, true), (2, false)] {
      let sheet =
        "<row>" + String(repeating: cell, count: count) + "</row>"
      let xlsx = try Sample.xlsx(sheet, shared: strings)
      #expect(((try? Workbook(reading: xlsx, limits: limits)) != nil) == isRead)
      let repeated = """
        <table:table-row><table:table-cell office:value-type="string" \
        table:number-columns-repeated="\(count)"><text:p>abc</text:p></table:table-cell>\
        </table:table-row>
        """
      #expect(((try? Workbook(reading: Sample.ods(repeated), limits: limits)) != nil) == isRead)
    }
  }

  @Test func refusesAValueBeyondTheGrid() throws {
    let row = """
      <table:table-row><table:table-cell table:number-columns-repeated="16384"/>\
      <table:table-cell office:value-type="float" office:value="7"/></table:table-row>
      """
    let error = #expect(throws: SpreadsheetError.self) {
      try Workbook(reading: Sample.ods(row))
    }
    #expect(error?.code == .limit)
    #expect(error?.detail.contains("XFE1") == true)
  }
}

import Archives
import Foundation
import Spreadsheets
import Testing

/// What becomes of single constructs; the expected markup is written by hand after OpenDocument 1.3.
@Suite struct ODSAnnotatingTests {
  static func mark(
    _ cell: String, _ comment: String? = nil, _ level: WorkbookAnnotation.Level = .error,
    sheet: String = "Лист1"
  ) throws -> WorkbookAnnotation.Mark {
    .init(
      place: .init(sheet: sheet, cell: try #require(CellAddress(cell))), level: level,
      comment: comment)
  }

  static func content(_ bytes: [UInt8]) throws -> String {
    var archive = try Archive(bytes: bytes)
    guard let part = archive.part(named: "content.xml") else { return "" }
    return String(decoding: try archive.bytes(of: part), as: UTF8.self)
  }

  /// The first table of the copy.
  static func table(_ rows: String, _ marks: [WorkbookAnnotation.Mark]) throws -> String {
    let copy = try ODSAnnotatedFiles.annotation(marks).applied(to: Sample.ods(rows))
    let content = try content(copy.bytes)
    let start = try #require(content.firstRange(of: "<table:table table:name=\"Лист1\">"))
    let end = try #require(content.firstRange(of: "</table:table>"))
    return String(content[start.upperBound..<end.lowerBound])
  }

  static let column = "<table:table-column/>"
  static let empty = "<table:table-cell/>"

  @Test func marksOneOfRepeatedCellsAndRows() throws {
    let rows = """
      <table:table-row table:number-rows-repeated="4">\
      <table:table-cell table:number-columns-repeated="5"/></table:table-row>
      """
    let found = try Self.table(Self.column + rows, [Self.mark("C2")])
    let whole = """
      <table:table-cell table:number-columns-repeated="5"/></table:table-row>
      """
    #expect(
      found == Self.column + "<table:table-row>" + whole + """
        <table:table-row><table:table-cell table:number-columns-repeated="2"/>\
        <table:table-cell table:style-name="svodka1"/>\
        <table:table-cell table:number-columns-repeated="2"/></table:table-row>\
        <table:table-row table:number-rows-repeated="2">
        """ + whole)
  }

  @Test func addsCellsAndRowsBeyondThoseThatThereAre() throws {
    let found = try Self.table(
      Self.column + "<table:table-row>\(Self.empty)</table:table-row>",
      [Self.mark("C1"), Self.mark("B4")])
    #expect(
      found == Self.column + """
        <table:table-row><table:table-cell/><table:table-cell/>\
        <table:table-cell table:style-name="svodka1"/></table:table-row>\
        <table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>\
        <table:table-row><table:table-cell/><table:table-cell table:style-name="svodka1"/>\
        </table:table-row>
        """)
  }

  @Test func putsANoteFirstIntoACell() throws {
    let found = try Self.table(
      Self.column + "<table:table-row><table:table-cell><text:p>5</text:p></table:table-cell>"
        + "</table:table-row>", [Self.mark("A1", "a < b\nв"), Self.mark("A1", "г", .notice)])
    #expect(
      found.contains(
        """
        <table:table-cell table:style-name="svodka1"><office:annotation>\
        <dc:creator>Сводка</dc:creator><dc:date>2021-01-21T10:00:00Z</dc:date>\
        <text:p>a &lt; b</text:p><text:p>в</text:p><text:p>г</text:p></office:annotation>\
        <text:p>5</text:p></table:table-cell>
        """))
  }

  @Test func keepsWhatSomebodyTypedInANote() throws {
    let note = """
      <office:annotation><text:p>моё</text:p></office:annotation>
      """
    let found = try Self.table(
      Self.column + "<table:table-row><table:table-cell>\(note)</table:table-cell>"
        + "</table:table-row>", [Self.mark("A1", "наше")])
    #expect(
      found.contains(
        """
        <office:annotation><text:p>моё</text:p><text:p>– – – Сводка:</text:p>\
        <text:p>наше</text:p></office:annotation>
        """))
  }

  @Test func marksTheFirstCellOfAMerge() throws {
    let found = try Self.table(
      Self.column + """
        <table:table-row><table:table-cell table:number-columns-spanned="2" \
        table:number-rows-spanned="2"/><table:covered-table-cell/></table:table-row>\
        <table:table-row><table:covered-table-cell table:number-columns-repeated="2"/>\
        </table:table-row>
        """, [Self.mark("B2")])
    #expect(
      found.contains(
        """
        <table:table-cell table:style-name="svodka1" table:number-columns-spanned="2"
        """))
    #expect(found.contains("<table:covered-table-cell table:number-columns-repeated=\"2\"/>"))
  }

  @Test func leavesWhatOnlyLooksLikeMarkup() throws {
    let row = """
      <table:table-row><!-- <table:table-row> --><table:table-cell \
      office:value-type='string'><text:p>a<![CDATA[</table:table-cell>]]></text:p>\
      </table:table-cell></table:table-row >
      """
    let found = try Self.table(Self.column + row, [Self.mark("A1")])
    #expect(
      found == Self.column
        + row.replacing(
          "<table:table-cell ", with: "<table:table-cell table:style-name=\"svodka1\" "))
  }

  @Test func saysWhichMarksFoundNoPlace() throws {
    let marks = try [
      Self.mark("A1"), Self.mark("A1", sheet: "Другой"), Self.mark("A1048577"),
      Self.mark("XFE1"),
    ]
    let copy = try ODSAnnotatedFiles.annotation(marks).applied(
      to: Sample.ods("<table:table-row>\(Self.empty)</table:table-row>"))
    #expect(copy.unplaced == Array(marks.dropFirst()))
  }

  @Test func givesTheListANameThatIsFree() throws {
    let copy = try ODSAnnotatedFiles.annotation([]).applied(
      to: Sample.ods("<table:table-row>\(Self.empty)</table:table-row>", name: "ЗАМЕЧАНИЯ"))
    #expect(try Workbook(reading: copy.bytes).sheets.map(\.name) == ["ЗАМЕЧАНИЯ", "Замечания (2)"])
  }

  @Test(arguments: [
    ("META-INF/documentsignatures.xml", "<a/>", AnnotationRefusal.Code.signed),
    ("META-INF/macrosignatures.xml", "<a/>", nil),
  ])
  func refusesWhatIsSigned(
    part: String, content: String, expected: AnnotationRefusal.Code?
  ) throws {
    let file = try Sample.archive([
      ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
      ("content.xml", try Self.content(Sample.ods("<table:table-row/>"))), (part, content),
    ])
    #expect(Self.refusal(of: file) == expected)
  }

  @Test(arguments: [
    ("<?xml version=\"1.0\" encoding=\"windows-1251\"?>", AnnotationRefusal.Code.unsplicable),
    ("<?xml version=\"1.0\" encoding='UTF-8'?>", nil),
    ("<!DOCTYPE a [<!ENTITY b \"c\">]>", .unsplicable),
  ])
  func refusesOtherEncodingsAndDocumentTypes(
    head: String, expected: AnnotationRefusal.Code?
  ) throws {
    let file = try Sample.archive([
      ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
      ("content.xml", head + (try Self.content(Sample.ods("<table:table-row/>")))),
    ])
    #expect(Self.refusal(of: file) == expected)
  }

  private static func refusal(of file: [UInt8]) -> AnnotationRefusal.Code? {
    do {
      _ = try ODSAnnotatedFiles.annotation([]).applied(to: file)
      return nil
    } catch {
      return error.code
    }
  }
}

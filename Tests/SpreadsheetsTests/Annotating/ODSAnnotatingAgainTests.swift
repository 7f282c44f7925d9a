import Foundation
import Spreadsheets
import TestSupport
import Testing

/// Copies that a school corrected and sent in again.
@Suite struct ODSAnnotatingAgainTests {
  private static func file() throws -> [UInt8] {
    let url = Checkout.fixtures.appending(path: "workbooks/extras/libreoffice.ods")
    return [UInt8](try Data(contentsOf: url))
  }

  @Test func givesTheSameBytesEachTime() throws {
    let file = try Self.file()
    let workbook = try Workbook(reading: file, contents: .everything)
    let annotation = ODSAnnotatedFiles.annotation(of: workbook)
    #expect(try annotation.applied(to: file).bytes == annotation.applied(to: file).bytes)
  }

  @Test func replacesWhatAnEarlierCopySaid() throws {
    let file = try Self.file()
    let original = try Workbook(reading: file, contents: .everything)
    let first = try ODSAnnotatedFiles.annotation(of: original).applied(to: file)
    let sheet = try #require(original.sheets.first).name
    let second = try ODSAnnotatedFiles.annotation([
      ODSAnnotatingTests.mark("K90", "Осталось это.", .warning, sheet: sheet)
    ]).applied(to: first.bytes)
    let copied = try Workbook(reading: second.bytes, contents: .everything)
    #expect(copied.sheets.map(\.name) == original.sheets.map(\.name) + ["Замечания"])
    for (sheet, other) in zip(original.sheets, copied.sheets) {
      let ours = other.comments.filter { $0.author == ODSAnnotatedFiles.author }
      let hers = other.comments.filter { $0.author != ODSAnnotatedFiles.author }
      let isMarked = sheet.name == original.sheets.first?.name
      #expect(ours.map(\.text) == (isMarked ? ["Осталось это."] : []))
      #expect(hers == sheet.comments)
    }
  }

  @Test func takesAwayFillsOfCellsThatAreInOrderNow() throws {
    let styles = """
      <office:automatic-styles><style:style style:name="ce1" style:family="table-cell">\
      <style:table-cell-properties fo:background-color="#00ff00"/></style:style>\
      </office:automatic-styles>
      """
    let rows = """
      <table:table-row><table:table-cell table:style-name="ce1"/><table:table-cell/>\
      </table:table-row>
      """
    let plain = try ODSAnnotatingTests.content(Sample.ods(rows))
    let content = plain.replacing("<office:body>", with: styles + "<office:body>")
      .replacing(
        "xmlns:office=",
        with: "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "
          + "xmlns:office=")
    let file = try Sample.archive([
      ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content),
    ])
    let first = try ODSAnnotatedFiles.annotation([
      ODSAnnotatingTests.mark("A1", "раз"), ODSAnnotatingTests.mark("B1", "два"),
    ]).applied(to: file)
    let second = try ODSAnnotatedFiles.annotation([]).applied(to: first.bytes)
    let found = try ODSAnnotatingTests.content(second.bytes)
    #expect(Self.fill(ofCell: 0, in: found) == "#00ff00")
    #expect(Self.fill(ofCell: 1, in: found) == nil)
    #expect(Self.fill(ofCell: 0, in: try ODSAnnotatingTests.content(first.bytes)) == "#FFC2B8")
  }

  private static func changed(
    _ copy: [UInt8], _ old: String, _ new: String
  ) throws -> [UInt8] {
    try Sample.archive([
      ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
      ("content.xml", ODSAnnotatingTests.content(copy).replacing(old, with: new)),
    ])
  }

  @Test func keepsWhatTheSchoolTypedBelowARemark() throws {
    let row = """
      <table:table-row><table:table-cell><office:annotation><text:p>Да</text:p>\
      </office:annotation></table:table-cell><table:table-cell/></table:table-row>
      """
    let first = try ODSAnnotatedFiles.annotation([
      ODSAnnotatingTests.mark("A1", "Мало"), ODSAnnotatingTests.mark("B1", "Много\nочень"),
    ]).applied(to: Sample.ods(row))
    let end = "</text:p></office:annotation>"
    let typed = "</text:p><text:p>Так по приказу</text:p></office:annotation>"
    let copy = try Self.changed(first.bytes, end, typed)
    let second = try ODSAnnotatedFiles.annotation([ODSAnnotatingTests.mark("B1", "Снова")])
      .applied(to: copy)
    let found = try Workbook(reading: second.bytes, contents: .everything).sheets.first?.comments
    #expect(
      found?.map(\.text) == ["Да\nТак по приказу", "Так по приказу\n– – – Сводка:\nСнова"])
  }

  @Test func takesNoSheetForTheListThatOnlyHoldsItsMark() throws {
    let row = """
      <table:table-row><table:table-cell table:number-columns-repeated="2"/>\
      <table:table-cell office:value-type="string"><text:p>svodka:annotated:2</text:p>\
      </table:table-cell></table:table-row><table:table-row><table:table-cell \
      office:value-type="float" office:value="7"/></table:table-row>
      """
    let copy = try ODSAnnotatedFiles.annotation([ODSAnnotatingTests.mark("A2", "Много")])
      .applied(to: Sample.ods(row))
    let sheets = try Workbook(reading: copy.bytes, contents: .everything).sheets
    #expect(sheets.map(\.name) == ["Лист1", "Замечания"])
    #expect(sheets.first?.comments.map(\.text) == ["Много"])
  }

  @Test(arguments: [
    ("Исправьте и пришлите файл снова.", "Исправлено!", ["Лист1", "Замечания", "Замечания (2)"]),
    ("Исправьте и пришлите файл снова.", "", ["Лист1", "Замечания"]),
  ])
  func keepsAListThatTheSchoolHasWrittenInto(
    _ old: String, _ new: String, _ names: [String]
  ) throws {
    let first = try ODSAnnotatedFiles.annotation([ODSAnnotatingTests.mark("A1", "Много")])
      .applied(to: Sample.ods("<table:table-row><table:table-cell/></table:table-row>"))
    let second = try ODSAnnotatedFiles.annotation([])
      .applied(to: Self.changed(first.bytes, old, new))
    let workbook = try Workbook(reading: second.bytes, contents: .everything)
    #expect(workbook.sheets.map(\.name) == names)
    #expect(workbook.sheets.first?.comments == [])
    #expect(Self.fill(ofCell: 0, in: try ODSAnnotatingTests.content(second.bytes)) == nil)
  }

  /// The fill in the style of a cell of the first row.
  private static func fill(ofCell index: Int, in content: String) -> Substring? {
    let body = content.firstRange(of: "<table:table-row>").map { content[$0.upperBound...] }
    let names = (body ?? "").matches(of: /<table:table-cell table:style-name="([^"]*)"/)
    guard index < names.count else { return "no style" }
    let head = "style:name=\"\(names[index].output.1)\""
    guard let start = content.firstRange(of: head) else { return "no such style" }
    let style = content[start.upperBound...].prefix(while: { _ in true })
    let end = style.firstRange(of: "</style:style>")?.lowerBound ?? style.endIndex
    let own = style[..<end]
    guard let colour = own.firstRange(of: "fo:background-color=\"") else { return nil }
    return own[colour.upperBound...].prefix { $0 != "\"" }
  }
}

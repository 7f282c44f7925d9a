import Spreadsheets
import Testing

/// What `svodka cells --format jsonl` prints.
@Suite struct CellLinesTests {
  static let rows =
    #"<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="inlineStr"><is><t>а"б</t></is></c></row><row r="3"><c r="B3" t="b"><v>1</v></c></row>"#

  static func lines(
    _ parts: ListedParts, _ selection: CellSelection = CellSelection()
  ) throws -> (text: String, selection: CellSelection) {
    let bytes = try Sample.xlsx(
      rows, after: #"<mergeCells><mergeCell ref="B3:C4"/></mergeCells>"#)
    var lines = CellLines(parts, selection: selection)
    let description = try WorkbookReader.read(bytes, contents: parts.contents, into: &lines)
    lines.finish(description)
    return (String(decoding: lines.take(), as: UTF8.self), lines.selection)
  }

  static let heading = #"{"sheet": "Лист1", "visible": true}"# + "\n"

  @Test func listsValuesAlone() throws {
    #expect(
      try Self.lines(.values).text == Self.heading + """
        {"cell": "A1", "type": "number", "value": "2"}
        {"cell": "B1", "type": "text", "value": "а\\"б"}
        {"cell": "B3", "type": "boolean", "value": "true"}

        """)
  }

  @Test func listsWhatIsAskedForInARange() throws {
    let range = try #require(CellRange("A1:A9"))
    let parts: ListedParts = [.values, .formulas, .shown, .merges]
    let text = try Self.lines(parts, CellSelection(range: range)).text
    #expect(
      text == Self.heading + """
        {"cell": "A1", "type": "number", "value": "2", "formula": "1+1", "shown": "2"}

        """)
    #expect(try Self.lines(.merges).text == Self.heading + "{\"merge\": \"B3:C4\"}\n")
  }

  @Test(arguments: ["Лист1", "1"])
  func takesASheetByItsNameOrNumber(sheet: String) throws {
    let (text, selection) = try Self.lines(.merges, CellSelection(sheets: [sheet]))
    #expect(text.hasPrefix(Self.heading))
    #expect(selection.missing.isEmpty)
  }

  @Test func saysWhichSheetsAreMissing() throws {
    let (text, selection) = try Self.lines(.values, CellSelection(sheets: ["2", "1", "Лист"]))
    #expect(text.hasPrefix(Self.heading))
    #expect(selection.missing == ["2", "Лист"])
    #expect(selection.present == ["Лист1"])
  }

  @Test func readsTheNamesOfParts() {
    #expect(ListedParts("values,notices") == [.values, .notices])
    #expect(ListedParts("all") == .all)
    #expect(ListedParts("values,ячейки") == nil)
    #expect(ListedParts("") == nil)
    #expect(ListedParts.all.contents == .everything)
  }
}

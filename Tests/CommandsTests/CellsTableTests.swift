import Commands
import Foundation
import Spreadsheets
import TestSupport
import Testing
import Wording

/// What `svodka cells` prints for a person.
@Suite struct CellsTableTests {
  static func lines(
    _ parts: ListedParts, _ selection: CellSelection = CellSelection(), russian: Bool = true,
    file: String = "libreoffice.ods"
  ) throws -> [String] {
    let path = Checkout.fixtures.appending(path: "workbooks/\(file)").path
    var table = CellsTable(parts, selection: selection, language: russian ? .ru : .en)
    let description = try WorkbookReader.read(
      path: path, contents: parts.contents, into: &table)
    table.finish(description)
    return table.take().split(separator: "\n").map(String.init)
  }

  @Test func alignsValuesAndNamesTheirTypes() throws {
    let sheet = CellSelection(sheets: ["Кадры"], range: CellRange("B4:B11"))
    let lines = try Self.lines([.values, .shown, .notices], sheet)
    #expect(lines.first == "Кадры")
    #expect(lines.contains("  B4        дата           2021-03-31                «31.03.2021»"))
    #expect(lines.contains { $0.hasPrefix("  B8        число          0.375 ") })
    // What is said of cells stands behind them, cells of one kind together.
    #expect(lines.last == "            замечание      cell.error: ошибка вместо значения: B11")
    #expect(lines.allSatisfy { !$0.hasPrefix("  A") && !$0.contains("B12") })
  }

  @Test func speaksEnglishToo() throws {
    let lines = try Self.lines([.merges, .hidden, .properties], russian: false)
    #expect(lines.contains("  A14:C15   merged"))
    #expect(lines.contains("Служебный (hidden)"))
    #expect(lines.contains { $0.hasPrefix("            program        LibreOffice") })
  }

  @Test func listsWhatStandsBesideTheCells() throws {
    let lines = try Self.lines(.all, file: "extras/libreoffice.ods")
    for word in ["имя", "таблица", "проверка", "примечание", "лист защищён", "= "] {
      #expect(lines.contains { $0.contains(word) }, "\(word)")
    }
    // Long texts are cut: a line has an address, a type, a value, what is shown and a formula.
    #expect(lines.allSatisfy { $0.count < 300 })
  }

  @Test func takesOnlyTheSheetsThatAreAskedFor() throws {
    let lines = try Self.lines(.values, CellSelection(sheets: ["2"]))
    #expect(lines.first == "Служебный (скрыт)")
    #expect(!lines.contains("Кадры"))
  }
}

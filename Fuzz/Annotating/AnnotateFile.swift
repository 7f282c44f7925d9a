import Foundation
import Spreadsheets

/// Annotates one file, for `scripts/hostile`: at cells that there are and at the last ones of the
/// grid, and then the copy again, as one that came back.
///
/// usage: annotate-file FILE
///
/// Exit code 0 for a copy that can be read, 1 for a refusal, whose code is said, 3 for a copy that
/// cannot be read or annotated again.
@main
enum AnnotateFile {
  static func main() throws {
    guard CommandLine.arguments.count == 2 else {
      FileHandle.standardError.write(Data("usage: annotate-file FILE\n".utf8))
      exit(64)
    }
    let bytes = try [UInt8](Data(contentsOf: URL(filePath: CommandLine.arguments[1])))
    let sheets = (try? Workbook(reading: bytes, limits: .form))?.sheets ?? []
    let names = sheets.isEmpty ? ["Лист1"] : sheets.prefix(2).map(\.name)
    let annotation = annotation(on: names)
    let copy: AnnotatedWorkbook
    do {
      copy = try annotation.applied(to: bytes)
    } catch {
      print("refused: \(error)")
      exit(1)
    }
    do {
      let again = try annotation.applied(to: copy.bytes)
      let read = try Workbook(reading: again.bytes, limits: .form)
      print("copy: \(read.sheets.count) sheets, \(copy.unplaced.count) marks without a place")
    } catch {
      print("broken: \(error)")
      exit(3)
    }
  }

  private static func annotation(on sheets: [String]) -> WorkbookAnnotation {
    let cells = ["A1", "B2", "C700000", "XFD1", "XFD1048576"].compactMap { CellAddress($0) }
    let marks = sheets.flatMap { sheet in
      cells.map { cell in
        WorkbookAnnotation.Mark(
          place: .init(sheet: sheet, cell: cell), level: .error, comment: "Проба: \(cell)")
      }
    }
    return WorkbookAnnotation(
      author: "Проверка формы", date: "2021-01-21T10:00:00Z", marks: marks,
      list: .init(
        name: "Замечания", head: ["Замечания к форме"], titles: ["Где", "Что не так"],
        widths: [22, 60], linkColumn: 0,
        rows: marks.map { mark in
          .init(
            texts: ["\(mark.place.sheet)!\(mark.place.cell)", mark.comment ?? ""],
            level: mark.level, link: mark.place)
        }))
  }
}

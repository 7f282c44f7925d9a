import Foundation
import Spreadsheets
import TestSupport

/// Workbooks that others made, and what is said in copies of them.
enum ODSAnnotatedFiles {
  static let author = "Сводка"

  /// Those of the fixtures and, where it is there, of the corpus.
  static let all: [URL] = {
    let corpus = Corpus.folder.map { ods(in: $0.appending(path: "files")) } ?? []
    return ods(in: Checkout.fixtures) + (AnnotatedSample.more.map(ods(in:)) ?? []) + corpus
  }()

  private static func ods(in folder: URL) -> [URL] {
    let files = FileManager.default.enumerator(
      at: folder.resolvingSymlinksInPath(), includingPropertiesForKeys: nil)
    let urls = (files?.allObjects ?? []).compactMap { $0 as? URL }
    return urls.filter { $0.pathExtension == "ods" }.sorted { $0.path < $1.path }
  }

  /// Remarks at cells of the first sheets: such that are there, empty ones, repeated ones, ones
  /// under a merge and ones beyond what the sheet holds.
  static func annotation(of workbook: Workbook) -> WorkbookAnnotation {
    var marks: [WorkbookAnnotation.Mark] = []
    let levels = WorkbookAnnotation.Level.allCases
    for sheet in workbook.sheets.prefix(3) {
      for (index, cell) in places(on: sheet).enumerated() {
        marks.append(
          .init(
            place: .init(sheet: sheet.name, cell: cell), level: levels[index % levels.count],
            comment: index % 5 == 4
              ? nil : "В ячейке \(cell):  так нельзя.\nИсправьте <число> & ' \""
          ))
      }
    }
    return annotation(marks)
  }

  static func annotation(_ marks: [WorkbookAnnotation.Mark]) -> WorkbookAnnotation {
    WorkbookAnnotation(
      author: author, date: "2021-01-21T10:00:00Z", marks: marks,
      list: .init(
        name: "Замечания", head: ["Замечания к форме", "Исправьте и пришлите файл снова."],
        titles: ["Уровень", "Где", "Что не так"], widths: [14, 22, 60], linkColumn: 1,
        rows: marks.map { mark in
          .init(
            texts: ["Ошибка", "\(mark.place.sheet)!\(mark.place.cell)", mark.comment ?? "–"],
            level: mark.level, link: mark.place)
        }))
  }

  private static func places(on sheet: Sheet) -> [CellAddress] {
    let cells = sheet.cells.map(\.address)
    let last = CellAddress(
      row: cells.map(\.row).max() ?? 1, column: cells.map(\.column).max() ?? 1)
    var places: Set<CellAddress> = [
      CellAddress(row: 1, column: 1), CellAddress(row: 2, column: 2), last,
      CellAddress(row: last.row + 1, column: 1),
      CellAddress(row: last.row, column: last.column + 2),
      CellAddress(row: last.row + 40, column: last.column + 7),
      CellAddress(row: min(last.row + 3_000, 1_048_576), column: 1),
    ]
    for index in [cells.count / 4, cells.count / 2] where index < cells.count {
      places.insert(cells[index])
      places.insert(CellAddress(row: cells[index].row, column: cells[index].column + 1))
    }
    for merge in sheet.merges.prefix(2) { places.insert(merge.last) }
    for comment in sheet.comments.prefix(2) { places.insert(comment.address) }
    return places.filter { $0.row <= 1_048_576 && $0.column <= 16_384 }.sorted()
  }

  /// Where the marks of cells under a merge are shown.
  static func shown(_ place: CellAddress, on sheet: Sheet) -> CellAddress {
    sheet.merges.first { $0.contains(place) }?.first ?? place
  }
}

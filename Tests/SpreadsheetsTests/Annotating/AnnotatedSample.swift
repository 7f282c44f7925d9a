import Archives
import Foundation
import Spreadsheets
import TestSupport

@testable import Spreadsheets

/// Annotations for tests, and what is compared of a file and its copy.
enum AnnotatedSample {
  /// The folder in which copies are kept for `scripts/test-annotations`; nil for none.
  static let kept = ProcessInfo.processInfo.environment["SVODKA_ANNOTATED"].map {
    URL(filePath: $0).resolvingSymlinksInPath()
  }
  /// Forms that the script has put there: those of the campaign in the other format.
  static var more: URL? {
    kept.map { $0.appending(path: "forms") }
      .flatMap { FileManager.default.fileExists(atPath: $0.path) ? $0 : nil }
  }

  static func mark(
    _ sheet: String, _ cell: String, _ level: WorkbookAnnotation.Level = .error,
    _ comment: String? = "Графа 5 больше графы 4: 14 > 12"
  ) -> WorkbookAnnotation.Mark {
    WorkbookAnnotation.Mark(
      place: WorkbookAnnotation.Place(
        sheet: sheet, cell: CellAddress(cell) ?? CellAddress(row: 1, column: 1)),
      level: level, comment: comment)
  }

  static func annotation(_ marks: [WorkbookAnnotation.Mark]) -> WorkbookAnnotation {
    let rows = marks.map { mark in
      WorkbookAnnotation.Row(
        texts: [word(mark.level), "\(mark.place.sheet)!\(mark.place.cell)", mark.comment ?? "–"],
        level: mark.level, link: mark.place)
    }
    let list = WorkbookAnnotation.List(
      name: "Замечания", head: ["Замечания к форме", "Исправьте и пришлите снова."],
      titles: ["Что это", "Где", "Что сказано"], widths: [14, 20, 70], linkColumn: 1, rows: rows)
    return WorkbookAnnotation(
      author: "Сводка", date: "2026-01-20T10:00:00Z", marks: marks, list: list)
  }

  private static func word(_ level: WorkbookAnnotation.Level) -> String {
    switch level {
    case .error: "Ошибка"
    case .warning: "Предупреждение"
    case .notice: "К сведению"
    }
  }

  static func annotated(
    _ bytes: [UInt8], _ marks: [WorkbookAnnotation.Mark]
  ) throws -> AnnotatedWorkbook {
    try annotation(marks).applied(to: bytes, limits: SpreadsheetLimits())
  }

  /// A part as text; nil for none.
  static func part(_ name: String, of bytes: [UInt8]) throws -> String? {
    var archive = try Archive(bytes: bytes)
    return try archive.part(named: name).map { part in
      String(decoding: try archive.bytes(of: part), as: UTF8.self)
    }
  }

  /// The fill of a cell of the first sheet of an XLSX file; that of a cell which is not there is none.
  static func fill(of cell: String, in bytes: [UInt8]) throws -> XLSXFill {
    let sheet = try part("xl/worksheets/sheet1.xml", of: bytes) ?? ""
    let styles = try part("xl/styles.xml", of: bytes) ?? ""
    let book = try XLSXStyleBook(Array(styles.utf8), part: "")
    let tree = try PartTree(Array(sheet.utf8), part: "", levels: 3)
    let rows = tree.child("sheetData", of: tree.root)?.children ?? []
    let found = rows.flatMap(\.children).first { tree.attribute("r", of: $0) == cell }
    guard let found else { return .none }
    return book.fill(of: tree.attribute("s", of: found).flatMap { Int($0) } ?? 0)
  }

  static func parts(of bytes: [UInt8]) throws -> [(name: String, bytes: [UInt8])] {
    var archive = try Archive(bytes: bytes)
    return try archive.parts.map { ($0.name, try archive.bytes(of: $0)) }
  }
}

import Archives
import Foundation
import Spreadsheets
import TestSupport

@testable import Spreadsheets

/// Annotations for tests, and what is compared of a file and its copy.
enum AnnotatedSample {
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

  static func parts(of bytes: [UInt8]) throws -> [(name: String, bytes: [UInt8])] {
    var archive = try Archive(bytes: bytes)
    return try archive.parts.map { ($0.name, try archive.bytes(of: $0)) }
  }
}

import Intake
import Spreadsheets

/// The list of remarks as a workbook of its own.
struct RemarkWorkbook {
  static let name = "Замечания – список.xlsx"
  /// Millimetres a character of 10 points takes.
  private static let characterWidth = 1.85

  private static let purpose =
    "Это отдельный список замечаний: исправляйте в своём файле формы, его и присылайте, а не список."

  let table: RemarkTable
  /// ISO 8601.
  let date: String

  func bytes() throws -> [UInt8] {
    try workbook.bytes(as: .xlsx)
  }

  var workbook: NewWorkbook {
    let texts = table.head(Self.purpose)
    let head = texts.enumerated().map { index, line in
      NewSheet.Row(cells: [
        NewCell(.text(Self.cut(line)), style: index == 0 ? Self.title : Self.note)
      ])
    }
    let titles = NewSheet.Row(
      cells: RemarkList.titles.map { NewCell(.text($0), style: Self.heading) })
    let lines = table.lines.map { line in
      NewSheet.Row(
        cells: line.texts.map {
          NewCell(.text(Self.cut($0)), style: Self.body(filled: line.level))
        })
    }
    let last = CellAddress(row: 1, column: RemarkList.titles.count).column
    let sheet = NewSheet(
      name: RemarkList.sheet,
      columns: RemarkTable.widths.map { .init(width: Double($0) * Self.characterWidth) },
      rows: head + [titles] + lines,
      merges: head.indices.map { row in
        CellRange(
          first: CellAddress(row: row + 1, column: 1), last: CellAddress(row: row + 1, column: last)
        )
      },
      frozenRows: head.count + 1, repeatedRows: (head.count + 1)...(head.count + 1),
      orientation: .landscape)
    return NewWorkbook(title: texts.first ?? "", created: date, sheets: [sheet])
  }

  /// What a cell takes of a text.
  private static func cut(_ text: String) -> String {
    let most = NewWorkbookLimits().textLength
    guard text.utf16.count > most else { return text }
    var end = text.utf16.index(text.startIndex, offsetBy: most - 1)
    // Not within a character.
    while end.samePosition(in: text) == nil { end = text.utf16.index(before: end) }
    return text[..<end] + "…"
  }

  private static let title: CellStyle = {
    var style = CellStyle()
    style.isBold = true
    style.size = 13
    style.wraps = true
    return style
  }()

  private static let note: CellStyle = {
    var style = CellStyle()
    style.size = 10
    style.wraps = true
    return style
  }()

  private static let heading: CellStyle = {
    var style = CellStyle()
    style.size = 10
    style.isBold = true
    style.fill = "E7E6E6"
    style.border = "A6A6A6"
    style.wraps = true
    return style
  }()

  private static func body(filled level: WorkbookAnnotation.Level) -> CellStyle {
    var style = CellStyle()
    style.size = 10
    style.border = "A6A6A6"
    style.vertical = .top
    style.wraps = true
    style.format = .text
    switch level {
    case .error: style.fill = "FFC2B8"
    case .warning: style.fill = "FFE3A3"
    case .notice: style.fill = "E8F2FB"
    }
    return style
  }
}

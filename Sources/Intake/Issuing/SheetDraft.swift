import Spreadsheets

/// A sheet in the making: cells are put where they belong, rows grow as they are needed.
struct SheetDraft {
  private(set) var sheet: NewSheet

  /// - Parameter widths: of the columns, millimetres.
  init(_ name: String, widths: [Double], orientation: NewSheet.Orientation = .portrait) {
    sheet = NewSheet(
      name: name, columns: widths.map { .init(width: $0) }, orientation: orientation,
      isProtected: true)
  }

  /// The row after the last that holds something.
  var nextRow: Int { sheet.rows.count + 1 }

  mutating func put(_ content: NewCell.Content, _ style: CellStyle, _ row: Int, _ column: Int) {
    put(NewCell(content, style: style), row, column)
  }

  mutating func put(_ cell: NewCell, _ row: Int, _ column: Int) {
    while sheet.rows.count < row { sheet.rows.append(NewSheet.Row(cells: [])) }
    while sheet.rows[row - 1].cells.count < column { sheet.rows[row - 1].cells.append(NewCell()) }
    sheet.rows[row - 1].cells[column - 1] = cell
  }

  /// A text over all columns.
  mutating func wide(_ text: String, _ style: CellStyle, _ row: Int) {
    wide(NewCell(.text(text), style: style), row, 1...max(1, sheet.columns.count))
  }

  mutating func wide(_ cell: NewCell, _ row: Int, _ columns: ClosedRange<Int>) {
    for column in columns { put(NewCell(style: cell.style), row, column) }
    put(cell, row, columns.lowerBound)
    if columns.count > 1 {
      sheet.merges.append(
        CellRange(
          first: CellAddress(row: row, column: columns.lowerBound),
          last: CellAddress(row: row, column: columns.upperBound)))
    }
  }

  /// The heading rows stay in sight when the sheet is scrolled and head each printed page.
  mutating func keepInSight(headings: ClosedRange<Int>, columns: Int) {
    sheet.frozenRows = headings.upperBound
    sheet.frozenColumns = columns
    sheet.repeatedRows = headings
  }

  mutating func add(_ validation: NewValidation) { sheet.validations.append(validation) }

  mutating func add(_ highlight: NewSheet.Highlight) { sheet.highlights.append(highlight) }

  func reference(_ row: Int, _ column: Int) -> NewReference {
    NewReference(sheet: sheet.name, CellAddress(row: row, column: column))
  }
}

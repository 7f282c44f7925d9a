import Spreadsheets

/// A sheet in the making: cells are put where they belong, rows grow as they are needed.
struct SheetDraft {
  private(set) var sheet: NewSheet
  private let widths: [Double]

  /// - Parameter widths: of the columns, millimetres.
  init(_ name: String, widths: [Double], orientation: NewSheet.Orientation = .portrait) {
    self.widths = widths
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

  /// A text over all columns; its row is as high as it needs, which no program finds out for
  /// merged cells.
  mutating func wide(_ text: String, _ style: CellStyle, _ row: Int) {
    wide(NewCell(.text(text), style: style), row, 1...max(1, widths.count))
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
    let width = columns.reduce(0) { $0 + self.width($1) }
    if case .text(let text) = cell.content { heighten(row, text, width, cell.style) }
  }

  /// Makes a row high enough for all its texts. A row whose texts a person types must be left to
  /// the office program, which lets it grow.
  mutating func fit(_ row: Int) {
    guard sheet.rows.indices.contains(row - 1) else { return }
    for (index, cell) in sheet.rows[row - 1].cells.enumerated() {
      guard case .text(let text) = cell.content else { continue }
      heighten(row, text, width(index + 1) - Double(cell.style.indent) * 3, cell.style)
    }
  }

  /// The least height of a row, millimetres.
  mutating func heighten(_ row: Int, _ height: Double) {
    sheet.rows[row - 1].height = max(sheet.rows[row - 1].height ?? 0, height)
  }

  private mutating func heighten(
    _ row: Int, _ text: String, _ width: Double, _ style: CellStyle
  ) {
    // Bold letters are wider by about a tenth.
    let points = style.isBold ? style.size * 1.1 : style.size
    heighten(row, TextSize.height(of: text, width: width, points: points))
  }

  private func width(_ column: Int) -> Double {
    widths.indices.contains(column - 1) ? widths[column - 1] : 0
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

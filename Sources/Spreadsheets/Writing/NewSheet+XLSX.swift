import ExactNumbers
import XLSXWriting

extension NewSheet {
  /// Writes a sheet that was checked.
  func write(
    to file: inout XLSXFile, _ looks: inout XLSXLooks, sheet: Int
  ) throws(XLSXWritingError) {
    if isHidden { try file.hide(sheet: sheet) }
    try writeMeasures(to: &file, &looks, sheet)
    // Merging makes cells blank: their values come after it.
    for merge in merges {
      let style = cell(at: merge.first)?.style ?? .plain
      let format = try looks.format(style, in: &file)
      try file.merge(merge.xlsx, sheet: sheet, format: format)
    }
    for (row, line) in zip(1..., rows) {
      for (column, cell) in zip(1..., line.cells) {
        let format = try looks.format(cell.style, in: &file)
        try cell.write(to: &file, row: row, column: column, sheet: sheet, own: name, format)
      }
    }
    try writeRules(to: &file, &looks, sheet)
    if let filter { try file.addFilter(filter.xlsx, sheet: sheet) }
    try writePage(to: &file, sheet)
    if isProtected { try file.protect(sheet: sheet) }
    if let cell = firstOpenCell {
      try file.select(row: cell.row, column: cell.column, sheet: sheet)
    }
    let texts = textRuns
    if !texts.isEmpty {
      try file.allowTextNumbers(
        in: texts.map(\.description).joined(separator: " "), sheet: sheet)
    }
  }

  private func writeMeasures(
    to file: inout XLSXFile, _ looks: inout XLSXLooks, _ sheet: Int
  ) throws(XLSXWritingError) {
    let plain = try looks.format(.plain, in: &file)
    for (number, column) in zip(1..., columns) {
      try file.setColumn(
        number, width: Int((column.width * Self.pixelsPerMillimetre).rounded()),
        visibility: column.isHidden ? .hidden : .shown, sheet: sheet, format: plain)
    }
    for (number, row) in zip(1..., rows) {
      let height = row.height ?? fittingHeight(number).needed
      // Excel finds the heights of rows that state none, LibreOffice does not.
      guard row.height != nil || height > Self.plainHeight else { continue }
      try file.setRow(
        number, height: min(height * Self.pointsPerMillimetre, Self.highestRow), sheet: sheet)
    }
  }

  private func writeRules(
    to file: inout XLSXFile, _ looks: inout XLSXLooks, _ sheet: Int
  ) throws(XLSXWritingError) {
    for validation in validations {
      try file.addValidation(validation.xlsx, in: validation.range.xlsx, sheet: sheet)
    }
    for highlight in highlights {
      let appearance = try looks.appearance(highlight.style, in: &file)
      try file.highlight(
        highlight.range.xlsx, while: highlight.condition.excel, appearance: appearance,
        sheet: sheet)
    }
  }

  private func writePage(to file: inout XLSXFile, _ sheet: Int) throws(XLSXWritingError) {
    let margins = XLSXFile.Margins(
      left: PageMargins.left / 25.4, right: PageMargins.right / 25.4, top: PageMargins.top / 25.4,
      bottom: PageMargins.bottom / 25.4)
    switch orientation {
    case .portrait: try file.setPage(.portrait, margins: margins, sheet: sheet)
    case .landscape: try file.setPage(.landscape, margins: margins, sheet: sheet)
    }
    if let printArea { try file.setPrintArea(printArea.xlsx, sheet: sheet) }
    if let repeatedRows { try file.repeatRows(repeatedRows, sheet: sheet) }
    if frozenRows > 0 || frozenColumns > 0 {
      try file.freeze(rows: frozenRows, columns: frozenColumns, sheet: sheet)
    }
  }

  private static let pixelsPerMillimetre = 96 / 25.4
  private static let pointsPerMillimetre = 72 / 25.4
  /// Points: where Excel stops.
  private static let highestRow = 409.0

  /// The cell as it was given; nil beyond the rows and their cells.
  func cell(at address: CellAddress) -> NewCell? {
    guard rows.indices.contains(address.row - 1) else { return nil }
    let cells = rows[address.row - 1].cells
    return cells.indices.contains(address.column - 1) ? cells[address.column - 1] : nil
  }
}

/// Millimetres between the edge of the paper and what is printed.
enum PageMargins {
  /// For the holes of a file.
  static let left = 15.0
  static let right = 10.0
  static let top = 12.0
  static let bottom = 12.0
}

extension CellRange {
  var xlsx: XLSXArea {
    XLSXArea(rows: first.row...last.row, columns: first.column...last.column)
  }
}

/// Where the box of a comment stands, large enough for its text: beside the cell, from its row on.
///
/// Described as Excel keeps it: left column and pixels in it, upper row and pixels in it, then the
/// same for the other corner; columns and rows from 0.
struct XLSXNoteAnchor: CustomStringConvertible {
  private let cell: CellAddress
  private let first: Int
  private let last: (column: Int, pixels: Int)
  private let rows: Int

  /// Pixels of the box: some 44 characters of the font of comments.
  private static let width = 300
  private static let charactersOfLine = 42
  /// Lines of that font in four rows of the usual height.
  private static let linesOfFourRows = 5
  /// Rows of the largest box: a screen has some 35.
  private static let mostRows = 30
  /// Columns that are looked at for the other corner: hidden ones have no width.
  private static let mostColumns = 60

  init(_ text: String, at cell: CellAddress, columns: XLSXColumns) {
    self.cell = cell
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .reduce(0) { $0 + max(1, ($1.count + Self.charactersOfLine - 1) / Self.charactersOfLine) }
    rows = min(max(lines + 1, 3) * 4 / Self.linesOfFourRows + 1, Self.mostRows)
    // Columns are counted from 0 here: the next one has the number of the cell's.
    let first = min(cell.column, SheetGrid.columns - Self.mostColumns - 1)
    var column = first
    var left = Self.width
    while column < first + Self.mostColumns, left > columns.pixels(of: column + 1) {
      left -= columns.pixels(of: column + 1)
      column += 1
    }
    self.first = first
    last = (column, min(left, columns.pixels(of: column + 1)))
  }

  var description: String {
    let upper = min(max(cell.row - 2, 0), SheetGrid.rows - Self.mostRows - 1)
    return "\(first), 15, \(upper), 10, \(last.column), \(last.pixels), \(upper + rows), 4"
  }
}

/// A reference as OpenDocument writes it: `$'Лист 1'.$A$1:.$B$2`, `.A:.A`, `.2:.3`,
/// `'file:///a.ods'#$Sheet1.A1` (OpenDocument 1.3, part 4, 5.8). In a formula it stands between
/// brackets; the addresses of named and database ranges are such without them.
struct OpenReference: Hashable {
  /// A side of it; a whole column has no row, a whole row no column.
  struct Corner: Hashable {
    var column: Int?
    var row: Int?
    var columnIsFixed = false
    var rowIsFixed = false
    /// What it pointed to is gone: "#REF!".
    var isBroken = false

    /// The row that it stands in, or another where it is a whole column.
    func wholeRow(_ other: Int) -> Corner {
      Corner(row: row ?? other, rowIsFixed: row == nil ? columnIsFixed : rowIsFixed)
    }
  }

  /// How far references without "$" are moved, round the edges of the sheet, as Excel does.
  struct Move: Hashable {
    var rows = 0
    var columns = 0
  }

  /// The address of another file; nil for this one.
  var source: String?
  /// Nil for the sheet that the reference stands in; "#REF!" for one that is gone.
  var sheet: String?
  /// The last sheet where it goes over several.
  var lastSheet: String?
  var first: Corner
  var last: Corner?

  /// The cells of one sheet that it names; nil for what is gone and for another file's. Whole
  /// columns and rows are as long as a sheet.
  var range: CellRange? {
    let end = last ?? first
    guard source == nil, lastSheet == nil, !first.isBroken, !end.isBroken else { return nil }
    let rows = [first.row ?? 1, end.row ?? SheetGrid.rows]
    let columns = [first.column ?? 1, end.column ?? SheetGrid.columns]
    return CellRange(
      first: CellAddress(row: min(rows[0], rows[1]), column: min(columns[0], columns[1])),
      last: CellAddress(row: max(rows[0], rows[1]), column: max(columns[0], columns[1])))
  }
}

extension OpenReference {
  /// In the notation of Excel: `'Лист 1'!$A$1:$B$2`. What is gone is "#REF!".
  func excel(_ move: Move = Move()) -> String {
    let end = last ?? first
    if first.isBroken || end.isBroken { return prefix + "#REF!" }
    // One cell of several sheets has two sides here, because each names a sheet.
    guard last != nil, lastSheet == nil || first != end else {
      return prefix + Self.text(first, move)
    }
    var corners = (first, end)
    let hasAllRows = (first.row ?? 1) == 1 && (end.row ?? SheetGrid.rows) == SheetGrid.rows
    let hasAllColumns =
      (first.column ?? 1) == 1 && (end.column ?? SheetGrid.columns) == SheetGrid.columns
    // Excel writes A1:A1048576 as A:A and the whole sheet as 1:1048576, whoever wrote the first.
    if hasAllColumns {
      corners.0 = first.wholeRow(1)
      corners.1 = end.wholeRow(SheetGrid.rows)
    } else if hasAllRows {
      corners.0.row = nil
      corners.1.row = nil
    }
    return prefix + Self.text(corners.0, move) + ":" + Self.text(corners.1, move)
  }

  private var prefix: String {
    if let source {
      let parts = source.split(separator: "/", omittingEmptySubsequences: false)
      let folder = parts.dropLast().map { $0 + "/" }.joined()
      let whole = "\(folder)[\(parts.last ?? "")]\(sheet ?? "")"
      return "'" + whole.replacing("'", with: "''") + "'!"
    }
    guard let sheet else { return "" }
    if sheet == Self.gone { return first.isBroken ? "" : sheet }
    guard let lastSheet else { return SheetNameQuoting.quoted(sheet) + "!" }
    if SheetNameQuoting.needsQuotes(sheet) || SheetNameQuoting.needsQuotes(lastSheet) {
      return "'" + "\(sheet):\(lastSheet)".replacing("'", with: "''") + "'!"
    }
    return "\(sheet):\(lastSheet)!"
  }

  static let gone = "#REF!"

  private static func text(_ corner: Corner, _ move: Move) -> String {
    var text = ""
    if let column = corner.column {
      let moved = corner.columnIsFixed ? column : wrapped(column, move.columns, SheetGrid.columns)
      text += (corner.columnIsFixed ? "$" : "") + CellAddress.letters(moved)
    }
    if let row = corner.row {
      let moved = corner.rowIsFixed ? row : wrapped(row, move.rows, SheetGrid.rows)
      text += (corner.rowIsFixed ? "$" : "") + String(moved)
    }
    return text
  }

  private static func wrapped(_ place: Int, _ move: Int, _ size: Int) -> Int {
    let moved = (place - 1 + move % size) % size
    return (moved < 0 ? moved + size : moved) + 1
  }
}

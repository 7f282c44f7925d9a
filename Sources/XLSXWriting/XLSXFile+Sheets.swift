private import CXLSXWriter

extension XLSXFile {
  /// - Parameter width: pixels of 1/96 inch, 0…1,790; the format is for cells that are not written.
  /// - Throws: `.outside`.
  package mutating func setColumn(
    _ column: Int, width: Int, visibility: XLSXVisibility, sheet: Int, format: Int
  ) throws(XLSXWritingError) {
    let place = try Place(row: 1, column: column)
    var options = lxw_row_col_options()
    options.hidden = visibility == .hidden ? 1 : 0
    let error = unsafe worksheet_set_column_pixels_opt(
      UnsafeMutablePointer(try self.sheet(sheet)), place.column, place.column,
      UInt32(clamping: width), UnsafeMutablePointer(try self.format(format)), &options)
    try Self.check(error.rawValue, "column \(column)")
  }

  /// Rows without a height are as high as Excel finds their texts to need.
  /// - Parameter height: points, up to 409.
  /// - Throws: `.outside`.
  package mutating func setRow(
    _ row: Int, height: Double, sheet: Int
  ) throws(XLSXWritingError) {
    let place = try Place(row: row, column: 1)
    let error = unsafe worksheet_set_row(
      UnsafeMutablePointer(try self.sheet(sheet)), place.row, height, nil)
    try Self.check(error.rawValue, "row \(row)")
  }

  /// Merges cells and makes them blank: their text is written afterwards.
  /// - Throws: `.outside`, `.refused` for a single cell.
  package mutating func merge(
    _ area: XLSXArea, sheet: Int, format: Int
  ) throws(XLSXWritingError) {
    let (first, last) = try Self.corners(area)
    let error = unsafe worksheet_merge_range(
      UnsafeMutablePointer(try self.sheet(sheet)), first.row, first.column, last.row, last.column,
      "", UnsafeMutablePointer(try self.format(format)))
    try Self.check(error.rawValue, "merged \(area)")
  }

  /// Does not show the sheet among the tabs. Another one must be opened then.
  package mutating func hide(sheet: Int) throws(XLSXWritingError) {
    unsafe worksheet_hide(UnsafeMutablePointer(try self.sheet(sheet)))
  }

  /// Shows this sheet when the workbook is opened.
  package mutating func open(sheet: Int) throws(XLSXWritingError) {
    let page = unsafe UnsafeMutablePointer<lxw_worksheet>(try self.sheet(sheet))
    unsafe worksheet_activate(page)
    unsafe worksheet_set_first_sheet(page)
  }

  /// Keeps rows and columns in place while the rest is scrolled.
  package mutating func freeze(rows: Int, columns: Int, sheet: Int) throws(XLSXWritingError) {
    let place = try Place(row: rows + 1, column: columns + 1)
    unsafe worksheet_freeze_panes(
      UnsafeMutablePointer(try self.sheet(sheet)), place.row, place.column)
  }

  /// Protects locked cells without a password; columns and rows may be made wider, cells chosen.
  package mutating func protect(sheet: Int) throws(XLSXWritingError) {
    var options = lxw_protection()
    options.format_columns = 1
    options.format_rows = 1
    unsafe worksheet_protect(UnsafeMutablePointer(try self.sheet(sheet)), nil, &options)
  }

  /// Lets the rows of a table be filtered by the buttons in its first row.
  package mutating func addFilter(_ area: XLSXArea, sheet: Int) throws(XLSXWritingError) {
    let (first, last) = try Self.corners(area)
    let error = unsafe worksheet_autofilter(
      UnsafeMutablePointer(try self.sheet(sheet)), first.row, first.column, last.row, last.column)
    try Self.check(error.rawValue, "filter \(area)")
  }

  /// Puts the cursor on a cell.
  package mutating func select(row: Int, column: Int, sheet: Int) throws(XLSXWritingError) {
    let place = try Place(row: row, column: column)
    unsafe worksheet_set_selection(
      UnsafeMutablePointer(try self.sheet(sheet)), place.row, place.column, place.row, place.column)
  }

  /// Does not mark texts that look like numbers; to be asked once a sheet.
  /// - Parameter areas: as Excel writes them, parted by spaces: `A5:A13 C5`.
  package mutating func allowTextNumbers(
    in areas: String, sheet: Int
  ) throws(XLSXWritingError) {
    let error = unsafe worksheet_ignore_errors(
      UnsafeMutablePointer(try self.sheet(sheet)),
      UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), areas)
    try Self.check(error.rawValue, "texts like numbers in \(areas)")
  }

  static func corners(_ area: XLSXArea) throws(XLSXWritingError) -> (first: Place, last: Place) {
    (
      try Place(row: area.rows.lowerBound, column: area.columns.lowerBound),
      try Place(row: area.rows.upperBound, column: area.columns.upperBound)
    )
  }
}

/// Whether a column is shown.
package enum XLSXVisibility: Sendable, Hashable {
  case shown
  case hidden
}

private import CXLSXWriter

extension XLSXFile {
  package enum Orientation: Sendable, Hashable {
    case portrait
    case landscape
  }

  /// Prints on A4, one page wide and as many high as it takes.
  /// - Parameter margins: inches.
  package mutating func setPage(
    _ orientation: Orientation, margins: Margins, sheet: Int
  ) throws(XLSXWritingError) {
    let page = unsafe UnsafeMutablePointer<lxw_worksheet>(try self.sheet(sheet))
    // ECMA-376, 18.3.1.63, paperSize: 9 is A4.
    unsafe worksheet_set_paper(page, 9)
    switch orientation {
    case .portrait: unsafe worksheet_set_portrait(page)
    case .landscape: unsafe worksheet_set_landscape(page)
    }
    unsafe worksheet_set_margins(page, margins.left, margins.right, margins.top, margins.bottom)
    unsafe worksheet_fit_to_pages(page, 1, 0)
  }

  /// Inches.
  package struct Margins: Sendable, Hashable {
    package var left: Double
    package var right: Double
    package var top: Double
    package var bottom: Double

    package init(left: Double, right: Double, top: Double, bottom: Double) {
      self.left = left
      self.right = right
      self.top = top
      self.bottom = bottom
    }
  }

  /// Prints nothing but these cells.
  package mutating func setPrintArea(_ area: XLSXArea, sheet: Int) throws(XLSXWritingError) {
    let (first, last) = try Self.corners(area)
    let error = unsafe worksheet_print_area(
      UnsafeMutablePointer(try self.sheet(sheet)), first.row, first.column, last.row, last.column)
    try Self.check(error.rawValue, "print area \(area)")
  }

  /// Prints these rows at the head of every page.
  package mutating func repeatRows(
    _ rows: ClosedRange<Int>, sheet: Int
  ) throws(XLSXWritingError) {
    let (first, last) = try Self.corners(XLSXArea(rows: rows, columns: 1...1))
    let error = unsafe worksheet_repeat_rows(
      UnsafeMutablePointer(try self.sheet(sheet)), first.row, last.row)
    try Self.check(error.rawValue, "repeated rows \(rows)")
  }
}

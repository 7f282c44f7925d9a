private import CXLSXWriter

extension XLSXFile {
  /// Writes a cell; what stood there is replaced.
  /// - Throws: `.outside`, `.refused` for a text of more than 32,767 characters.
  package mutating func write(
    _ content: XLSXContent, row: Int, column: Int, sheet: Int, format: Int
  ) throws(XLSXWritingError) {
    let place = try Place(row: row, column: column)
    let page = unsafe UnsafeMutablePointer<lxw_worksheet>(try self.sheet(sheet))
    let look = unsafe UnsafeMutablePointer<lxw_format>(try self.format(format))
    let error =
      switch content {
      case .blank: unsafe worksheet_write_blank(page, place.row, place.column, look)
      case .text(let text):
        unsafe worksheet_write_string(page, place.row, place.column, Self.escaped(text), look)
      case .number(let number):
        unsafe worksheet_write_number(page, place.row, place.column, number, look)
      case .formula(let formula, .number(let shown)):
        unsafe worksheet_write_formula_num(page, place.row, place.column, formula, look, shown)
      case .formula(let formula, .text(let shown)):
        unsafe worksheet_write_formula_str(page, place.row, place.column, formula, look, shown)
      }
    try Self.check(error.rawValue, "row \(row), column \(column)")
  }

  /// Makes a cell lead to a place of the workbook. What is then written there is what it shows.
  /// - Parameter target: `'Лист 1'!A1`.
  /// - Throws: `.outside`, `.refused` for the 65,531st of a sheet.
  package mutating func link(
    to target: String, shown: String, row: Int, column: Int, sheet: Int, format: Int
  ) throws(XLSXWritingError) {
    let place = try Place(row: row, column: column)
    let page = unsafe UnsafeMutablePointer<lxw_worksheet>(try self.sheet(sheet))
    let look = unsafe UnsafeMutablePointer<lxw_format>(try self.format(format))
    let error = unsafe worksheet_write_url_opt(
      page, place.row, place.column, "internal:" + target, look, Self.escaped(shown), nil)
    try Self.check(error.rawValue, "row \(row), column \(column), link to \(target)")
  }

  /// `_x0041_` in a text would be read as "A" (ECMA-376, 22.9.2.19, ST_Xstring); the library
  /// escapes control characters only.
  private static func escaped(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    return text.replacing(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_")
  }
}

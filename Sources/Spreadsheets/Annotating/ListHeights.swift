/// How high the rows of the list are: a row without a height is cut off in some programs, and one
/// of merged cells in all.
struct ListHeights {
  /// Of the columns, in millimetres.
  let widths: [Double]

  /// Points of the list's letters, and of its title: Arial in XLSX, Liberation Sans, which is as
  /// wide, in ODS. Where Calibri is not there, what stands in for it is wider, and lines are cut off.
  static let size = 10.0
  static let titleSize = 13.0
  /// Millimetres of the highest row: 409 points, what Excel takes.
  private static let most = 409 * 25.4 / 72
  /// Millimetres above and below the texts of a table.
  private static let room = 1.5

  /// A line above the table, which is as wide as the table.
  func head(_ text: String, isTitle: Bool) -> Double {
    var style = CellStyle()
    style.wraps = true
    style.size = isTitle ? Self.titleSize : Self.size
    style.isBold = isTitle
    return min(style.height(of: text, in: widths.reduce(0, +)), Self.most)
  }

  /// A row of the table.
  func row(_ texts: [String], isBold: Bool) -> Double {
    var style = CellStyle()
    style.wraps = true
    style.size = Self.size
    style.isBold = isBold
    let heights = zip(texts, widths).map { style.height(of: $0, in: $1) }
    return min((heights.max() ?? 0) + Self.room, Self.most)
  }
}

/// Which style a cell has that names none: that of its row, or else of its column (OpenDocument
/// 1.3, part 3, 19.619 and 19.620). Styles are numbers of `ODSStyles`.
struct ODSDefaultStyles {
  private var columns: [(last: Int, style: Int?)] = []
  private var row: Int?
  private let mostColumns: Int

  /// - Parameter limits: columns beyond them have no style.
  init(limits: SpreadsheetLimits) { mostColumns = limits.columns }

  mutating func startTable() {
    columns.removeAll(keepingCapacity: true)
    row = nil
  }

  /// The next columns of the table.
  mutating func addColumns(_ count: Int, style: Int?) {
    let before = columns.last?.last ?? 0
    guard before < mostColumns, count > 0 else { return }
    let last = before + min(count, mostColumns - before)
    if let end = columns.last, end.style == style {
      columns[columns.count - 1].last = last
    } else {
      columns.append((last, style))
    }
  }

  mutating func startRow(style: Int?) { row = style }

  /// The style of a cell in the row that was started last.
  func style(named own: Int?, column: Int) -> Int? {
    if let style = own ?? row { return style }
    var low = 0
    var high = columns.count
    while low < high {
      let middle = (low + high) / 2
      if columns[middle].last < column {
        low = middle + 1
      } else {
        high = middle
      }
    }
    // LibreOffice gives columns that the table does not declare the style of the last one.
    return (low < columns.count ? columns[low] : columns.last)?.style
  }
}

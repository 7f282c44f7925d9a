/// Finds the cell of each mark: that of a merged cell is its upper left one.
struct XLSXPlacing {
  /// By the name of the sheet.
  private(set) var marks: [String: XLSXMarks] = [:]
  var unplaced: [WorkbookAnnotation.Mark] = []
  private let merges: [String: [CellRange]]

  init(_ workbook: Workbook, former: FormerCopy) {
    merges = Dictionary(
      workbook.sheets.filter { !former.lists.contains($0.name) }.map { ($0.name, $0.merges) },
      uniquingKeysWith: { first, _ in first })
  }

  /// - Parameter most: cells that are marked.
  mutating func place(_ new: [WorkbookAnnotation.Mark], most: Int) {
    var count = 0
    for mark in new {
      guard let merges = merges[mark.place.sheet], Self.isInGrid(mark.place.cell) else {
        unplaced.append(mark)
        continue
      }
      let range = merges.first { $0.contains(mark.place.cell) }
      let cell = range?.first ?? mark.place.cell
      if marks[mark.place.sheet]?.cells[cell] == nil {
        guard count < most else {
          unplaced.append(mark)
          continue
        }
        count += 1
      }
      marks[mark.place.sheet, default: XLSXMarks()].add(mark, at: cell)
    }
  }

  private static func isInGrid(_ cell: CellAddress) -> Bool {
    (1...SheetGrid.rows).contains(cell.row) && (1...SheetGrid.columns).contains(cell.column)
  }
}

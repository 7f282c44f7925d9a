/// What is to be done with the fills of a sheet's cells.
struct XLSXCellFills {
  var wanted: [CellAddress: WorkbookAnnotation.Level] = [:]
  /// Cells of an earlier copy whose remark has gone, with the fill that they had before it: that is
  /// given back where a cell still has one of ours.
  var cleared: [CellAddress: XLSXFill] = [:]

  var isEmpty: Bool { wanted.isEmpty && cleared.isEmpty }

  /// Rows and the columns in them, ascending.
  var rows: [(row: Int, columns: [Int])] {
    var rows: [(row: Int, columns: [Int])] = []
    for cell in Set(wanted.keys).union(cleared.keys).sorted() {
      if let last = rows.last, last.row == cell.row {
        rows[rows.count - 1].columns.append(cell.column)
      } else {
        rows.append((cell.row, [cell.column]))
      }
    }
    return rows
  }
}

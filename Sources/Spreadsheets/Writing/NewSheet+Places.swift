extension NewSheet {
  /// Where the cursor stands when the sheet is opened: in a protected one where the first value is
  /// typed, so that Tab leads on from there; not among what is frozen, which is another pane. Nil:
  /// wherever the program puts it.
  var firstOpenCell: CellAddress? {
    guard isProtected else { return nil }
    for (row, line) in zip(1..., rows).dropFirst(frozenRows) {
      for (column, cell) in zip(1..., line.cells).dropFirst(frozenColumns)
      where !cell.style.isLocked {
        return CellAddress(row: row, column: column)
      }
    }
    return nil
  }

  /// Cells of a column one below another whose texts are meant to be texts: Excel marks each «01»
  /// with a green corner unless it is told.
  var textRuns: [CellRange] {
    var open: [Int: CellRange] = [:]
    var runs: [CellRange] = []
    for (row, line) in zip(1..., rows) {
      for (column, cell) in zip(1..., line.cells) where cell.style.format == .text {
        guard case .text = cell.content else { continue }
        let address = CellAddress(row: row, column: column)
        if let run = open[column], run.last.row == row - 1 {
          open[column]?.last = address
        } else {
          if let run = open[column] { runs.append(run) }
          open[column] = CellRange(first: address, last: address)
        }
      }
    }
    return (runs + open.values).sorted { $0.first < $1.first }
  }
}

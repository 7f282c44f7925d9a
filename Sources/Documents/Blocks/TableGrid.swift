/// The head of a table as a grid: which cell covers which place.
struct TableGrid {
  enum Place: Hashable {
    case cell(Table.HeaderCell)
    /// Below or right of a cell that spans it.
    case covered
  }

  /// One row of places for each row of the head, each as wide as the table.
  let rows: [[Place]]

  /// The columns' titles where the table has no head of its own. Spans that would leave the table
  /// or the head are cut; places that no cell fills hold an empty one.
  init(of table: Table) {
    let width = table.columns.count
    let header =
      table.header.isEmpty ? [table.columns.map { Table.HeaderCell($0.title) }] : table.header
    var grid = [[Place?]](repeating: [Place?](repeating: nil, count: width), count: header.count)
    for (row, cells) in header.enumerated() {
      var column = 0
      for var cell in cells {
        while column < width, grid[row][column] != nil { column += 1 }
        guard column < width else { break }
        let free = grid[row][column...].prefix { $0 == nil }.count
        cell.columns = min(cell.columns, free)
        cell.rows = min(cell.rows, header.count - row)
        for y in row..<row + cell.rows {
          for x in column..<column + cell.columns { grid[y][x] = .covered }
        }
        grid[row][column] = .cell(cell)
        column += cell.columns
      }
    }
    rows = grid.map { $0.map { $0 ?? .cell(Table.HeaderCell("")) } }
  }
}

extension Table {
  /// The cells of a row, as many as fill its columns exactly.
  func filled(_ row: Row) -> [Cell] {
    if row.kind == .group, row.cells.count == 1, let only = row.cells.first {
      return [
        Cell(
          only.text, trace: only.trace, alignment: only.alignment ?? .start, columns: columns.count)
      ]
    }
    var cells: [Cell] = []
    var width = 0
    for var cell in row.cells where width < columns.count {
      cell.columns = min(cell.columns, columns.count - width)
      width += cell.columns
      cells.append(cell)
    }
    while width < columns.count {
      cells.append(Cell(""))
      width += 1
    }
    return cells
  }

  /// «Таблица 2 – Кадры»
  func caption(number: Int) -> String {
    "Таблица \(number) – \(caption)"
  }
}

extension Chart {
  /// «Рисунок 1 – Доля обученных»
  func caption(number: Int) -> String {
    "Рисунок \(number) – \(title)"
  }
}

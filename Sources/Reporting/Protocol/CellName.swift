import Wording

/// A cell by its address, so that cells can be put in order and listed as ranges.
struct CellName: Hashable, Comparable {
  /// From 1; 0 for what is no address, which stands before all others.
  let row: Int
  let column: Int

  /// Reads "C14", and of «B4+C4+D4» the first.
  init(_ text: String) {
    let first = text.prefix { $0 != "+" }
    let letters = first.prefix { $0.isLetter }
    row = Int(first.dropFirst(letters.count)) ?? 0
    column = letters.utf8.reduce(0) { column, letter in
      min(column, 99_999) * 26 + Int(letter & 0xDF) - 64
    }
  }

  static func < (a: CellName, b: CellName) -> Bool { (a.row, a.column) < (b.row, b.column) }

  /// «C5–C9, C12» for the addresses of cells of one sheet: runs within a column, then within a row.
  static func spans(_ cells: [String]) -> String {
    var spans: [[String]] = []
    var step: (row: Int, column: Int) = (0, 0)
    for cell in cells.sorted(by: inColumns) where spans.last?.last != cell {
      let here = CellName(cell)
      if let before = spans.last?.last.map({ CellName($0) }) {
        let move = (row: here.row - before.row, column: here.column - before.column)
        let goesOn = move == (1, 0) || move == (0, 1)
        if goesOn, spans[spans.count - 1].count == 1 || move == step {
          step = move
          spans[spans.count - 1].append(cell)
          continue
        }
      }
      spans.append([cell])
    }
    return spans.map { span in
      switch span.count {
      case 1: span[0]
      case 2: "\(span[0]), \(span[1])"
      default: "\(span[0])\(Mark.dash)\(span[span.count - 1])"
      }
    }.joined(separator: ", ")
  }

  /// By columns, then by rows: schools fill columns in.
  private static func inColumns(_ a: String, _ b: String) -> Bool {
    let (one, other) = (CellName(a), CellName(b))
    return (one.column, one.row) < (other.column, other.row)
  }
}

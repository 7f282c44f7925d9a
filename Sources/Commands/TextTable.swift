/// A table of fixed-width text for a terminal, numbers to the right.
struct TextTable {
  enum Alignment {
    case left
    case right
  }

  private let columns: [(title: String, alignment: Alignment)]
  private var rows: [[String]] = []

  init(_ columns: [(String, Alignment)]) { self.columns = columns }

  mutating func add(_ cells: [String]) { rows.append(cells) }

  var isEmpty: Bool { rows.isEmpty }

  var text: String {
    let all = [columns.map(\.title)] + rows
    let widths = columns.indices.map { column in
      all.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
    }
    return all.enumerated().map { number, cells in
      let line = columns.indices.map { column in
        pad(cells.indices.contains(column) ? cells[column] : "", widths[column], column)
      }.joined(separator: "  ")
      let trimmed = String(line.reversed().drop { $0 == " " }.reversed())
      return number == 0
        ? trimmed + "\n" + widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
        : trimmed
    }.joined(separator: "\n")
  }

  private func pad(_ text: String, _ width: Int, _ column: Int) -> String {
    let space = String(repeating: " ", count: max(0, width - text.count))
    switch columns[column].alignment {
    case .left: return text + space
    case .right: return space + text
    }
  }
}

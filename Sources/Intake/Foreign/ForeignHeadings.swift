import Monitoring
import Spreadsheets

/// The rows of headings over a table, and which of them names a coordinate.
struct ForeignHeadings {
  let grid: Grid
  let vocabulary: ForeignVocabulary
  /// Rows above the first row of values that hold something, from the top.
  let rows: [Int]
  /// Columns that may hold values, ascending.
  let columns: [Int]
  let limits: ForeignLimits

  /// The headings of one coordinate: those that are known, by column.
  struct Row {
    var row: Int
    var marks: [Int: ForeignMark]
    /// The last row that a heading is merged down to.
    var bottom: Int
  }

  /// The row that names the coordinate for the most columns, the topmost of several: a title over
  /// all columns says one thing only, and so counts for less than a row of different headings.
  func row(of axis: ForeignAxis, reach: ForeignBinding.Reach) -> Row? {
    var best: (row: Row, distinct: Int)?
    for row in rows {
      let found = marks(of: axis, in: row, reach: reach)
      let distinct = Set(found.values.map(\.key)).count
      guard distinct > 0,
        (distinct, found.count) > (best?.distinct ?? 0, best?.row.marks.count ?? 0)
      else { continue }
      best = (Row(row: row, marks: found, bottom: bottom(of: found, row)), distinct)
    }
    return best?.row
  }

  private func marks(
    of axis: ForeignAxis, in row: Int, reach: ForeignBinding.Reach
  ) -> [Int: ForeignMark] {
    var marks: [Int: ForeignMark] = [:]
    var last: ForeignMark?
    for column in columns {
      let names = self.names(of: axis, row, column)
      if let mark = names.first(where: { vocabulary.knows($0, as: axis) }) {
        marks[column] = mark
        last = mark
      } else if reach == .onward, grid.isBlank(CellAddress(row: row, column: column)), let last {
        marks[column] = last
      } else {
        last = nil
      }
    }
    return marks
  }

  /// A year is only looked for where it stands: a title above holds another one.
  private func names(of axis: ForeignAxis, _ row: Int, _ column: Int) -> [ForeignMark] {
    switch axis {
    case .unit, .field, .member: return candidates(row, column)
    case .period:
      let place = grid.anchor(of: CellAddress(row: row, column: column))
      guard let cell = grid[place], !cell.isBlank else { return [] }
      return [vocabulary.mark(cell.shownText, at: place)]
    }
  }

  /// What the column can be called by its headings down to `row`: the lowest of them, or it with
  /// those above it.
  func candidates(_ lowest: Int, _ column: Int) -> [ForeignMark] {
    var texts: [(text: String, place: CellAddress)] = []
    for row in rows.reversed() where row <= lowest {
      let place = grid.anchor(of: CellAddress(row: row, column: column))
      guard texts.last?.place != place, let cell = grid[place], !cell.isBlank else { continue }
      texts.append((cell.shownText, place))
      if texts.count == limits.headingRows { break }
    }
    return texts.indices.map { upper in
      let words = texts[...upper].reversed().map(\.text).joined(separator: " ")
      return vocabulary.mark(words, at: texts[0].place)
    }
  }

  private func bottom(of marks: [Int: ForeignMark], _ row: Int) -> Int {
    marks.values.compactMap(\.place).compactMap { grid.merge(at: $0)?.last.row }.reduce(row, max)
  }
}

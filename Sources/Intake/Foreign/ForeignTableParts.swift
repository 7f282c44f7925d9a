import Monitoring
import Spreadsheets

/// The rows among which a table is looked for.
struct ForeignExtent {
  let grid: Grid
  let vocabulary: ForeignVocabulary

  /// Those that hold something, ascending.
  var rows: [Int] {
    let all = Set(grid.places.lazy.map(\.row)).sorted()
    let extent = vocabulary.binding.extent
    guard extent.begins != nil || !extent.ends.isEmpty else { return all }
    let first = extent.begins.map { row(of: [$0], after: 0) ?? Int.max } ?? 0
    let last = extent.ends.isEmpty ? nil : row(of: extent.ends, after: first)
    return all.filter { $0 > first && $0 < last ?? Int.max }
  }

  private func row(of texts: [String], after row: Int) -> Int? {
    let keys = Set(texts.map(vocabulary.text.key))
    return grid.places.first { place in
      place.row > row
        && grid[place]?.text.map { keys.contains(vocabulary.text.key($0)) } ?? false
    }?.row
  }
}

/// What holds for the whole sheet.
struct ForeignContext {
  let grid: Grid
  let vocabulary: ForeignVocabulary

  func marks() throws(ForeignMiss) -> ForeignTable.Marks {
    var marks: ForeignTable.Marks = [:]
    for (axis, source) in vocabulary.sources {
      switch source {
      case .fixed(let text): marks[axis] = vocabulary.mark(text)
      case .sheet: marks[axis] = vocabulary.mark(grid.name)
      case .cell(let text): marks[axis] = try title(CellAddress(text), text)
      case .beside(let text): marks[axis] = try title(place(beside: text), text)
      case .column, .heading: break
      }
    }
    return marks
  }

  private func title(_ place: CellAddress?, _ text: String) throws(ForeignMiss) -> ForeignMark {
    guard let place = place.map(grid.anchor), let cell = grid[place], !cell.isBlank else {
      throw .noTitle(text)
    }
    return vocabulary.mark(cell.shownText, at: place)
  }

  /// The next cell with something in it to the right of the label.
  private func place(beside text: String) -> CellAddress? {
    let key = vocabulary.text.key(text)
    let label = grid.places.first { place in
      grid[place]?.text.map { vocabulary.text.key($0) == key } ?? false
    }
    guard let label else { return nil }
    return grid.places.first { $0.row == label.row && $0.column > label.column }
  }
}

/// Columns by letter or by heading.
struct ForeignKeyColumns {
  let grid: Grid
  let vocabulary: ForeignVocabulary
  let rows: [Int]

  struct Found {
    var column: Int
    /// The row of its heading; nil for one that is named by letter.
    var heading: Int?
    var reach: ForeignBinding.Reach
  }

  func find(_ column: ForeignBinding.Column) throws(ForeignMiss) -> Found {
    switch column.place {
    case .letter(let letter):
      guard let place = CellAddress(letter + "1") else { throw .noColumn([letter]) }
      return Found(column: place.column, heading: nil, reach: column.reach)
    case .headed(let spellings):
      let place = try heading(spellings)
      return Found(
        column: place.column, heading: grid.merge(at: place)?.last.row ?? place.row,
        reach: column.reach)
    }
  }

  /// The topmost cell with one of the spellings; it must be the only one in its row.
  private func heading(_ spellings: [String]) throws(ForeignMiss) -> CellAddress {
    let keys = Set(spellings.map(vocabulary.text.key))
    let inside = Set(rows)
    func isHeading(_ place: CellAddress) -> Bool {
      inside.contains(place.row)
        && grid[place]?.text.map { keys.contains(vocabulary.text.key($0)) } ?? false
    }
    guard let index = grid.places.firstIndex(where: isHeading) else { throw .noColumn(spellings) }
    let first = grid.places[index]
    // Making texts comparable is dear: those below the row are not looked at.
    let same = grid.places[index...].prefix { $0.row == first.row }.filter(isHeading)
    guard same.count == 1 else { throw .columnTwice(spellings, same) }
    return first
  }
}

/// The keys of rows.
struct ForeignRows {
  let grid: Grid
  let vocabulary: ForeignVocabulary
  let keys: [(axis: ForeignAxis, column: ForeignKeyColumns.Found)]
  let conditions: [(column: ForeignKeyColumns.Found, keys: Set<ForeignText.Key>)]

  /// The rows that the binding does not leave out, with their keys; a key that is not there is an
  /// empty text.
  func read(_ rows: [Int]) -> [(row: Int, marks: ForeignTable.Marks)] {
    var last: [Int: ForeignMark] = [:]
    var taken: [(row: Int, marks: ForeignTable.Marks)] = []
    for row in rows {
      var marks: ForeignTable.Marks = [:]
      for (axis, column) in keys { marks[axis] = mark(row, column, &last) }
      let fits = conditions.allSatisfy { $0.keys.contains(mark(row, $0.column, &last).key) }
      guard fits, !marks.values.contains(where: vocabulary.isIgnored) else { continue }
      taken.append((row, marks))
    }
    return taken
  }

  private func mark(
    _ row: Int, _ found: ForeignKeyColumns.Found, _ last: inout [Int: ForeignMark]
  ) -> ForeignMark {
    let place = grid.anchor(of: CellAddress(row: row, column: found.column))
    if let cell = grid[place], !cell.isBlank {
      let mark = vocabulary.mark(cell.shownText, at: place)
      last[found.column] = mark
      return mark
    }
    switch found.reach {
    case .own: return vocabulary.mark("", at: place)
    case .onward: return last[found.column] ?? vocabulary.mark("", at: place)
    }
  }
}

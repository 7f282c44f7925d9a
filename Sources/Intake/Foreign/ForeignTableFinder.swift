import Monitoring
import Spreadsheets

/// Looks for the table of a binding on a sheet: first the columns of keys, then the first row that
/// they know, then the headings above it.
struct ForeignTableFinder {
  let grid: Grid
  let vocabulary: ForeignVocabulary
  let limits: ForeignLimits
  /// The columns that hold something, by row.
  private let used: [Int: [Int]]
  /// The rows that hold something, among which the table is looked for.
  private let rows: [Int]

  init(grid: Grid, vocabulary: ForeignVocabulary, limits: ForeignLimits) {
    self.grid = grid
    self.vocabulary = vocabulary
    self.limits = limits
    used = Dictionary(grouping: grid.places, by: \.row).mapValues { $0.map(\.column) }
    rows = ForeignExtent(grid: grid, vocabulary: vocabulary).rows
  }

  func find() throws(ForeignMiss) -> ForeignTable {
    let context = try ForeignContext(grid: grid, vocabulary: vocabulary).marks()
    let columns = ForeignKeyColumns(grid: grid, vocabulary: vocabulary, rows: rows)
    var keys: [(axis: ForeignAxis, column: ForeignKeyColumns.Found)] = []
    for (axis, source) in vocabulary.sources {
      if case .column(let column) = source { keys.append((axis, try columns.find(column))) }
    }
    var conditions: [(column: ForeignKeyColumns.Found, keys: Set<ForeignText.Key>)] = []
    for condition in vocabulary.binding.conditions {
      conditions.append(
        (try columns.find(condition.column), Set(condition.texts.map(vocabulary.text.key))))
    }
    let named = Set((keys.map(\.column) + conditions.map(\.column)).map(\.column))
    let first = try firstRow(keys, named)
    var head = try headings(above: first, named, columns)
    head.bottom = (keys.map(\.column) + conditions.map(\.column)).compactMap(\.heading)
      .reduce(head.bottom, max)
    let reader = ForeignRows(
      grid: grid, vocabulary: vocabulary, keys: keys, conditions: conditions)
    let values = Set(head.columns.map(\.column))
    let below = rows.filter {
      $0 > head.bottom && used[$0]?.contains(where: values.contains) == true
    }
    guard below.count <= limits.rows else { throw .tooLarge(limit: limits.rows) }
    guard head.columns.count <= limits.columns else { throw .tooLarge(limit: limits.columns) }
    let taken = reader.read(below)
    guard taken.count * head.columns.count <= limits.cells else {
      throw .tooLarge(limit: limits.cells)
    }
    return ForeignTable(
      context: context, rows: taken, columns: head.columns,
      strangers: strangers(beside: values.union(named), head, below: taken.map(\.row)))
  }

  /// The first row whose keys are all known and that holds something besides.
  private func firstRow(
    _ keys: [(axis: ForeignAxis, column: ForeignKeyColumns.Found)], _ named: Set<Int>
  ) throws(ForeignMiss) -> Int {
    let first = rows.first { row in
      guard used[row]?.contains(where: { !named.contains($0) }) == true else { return false }
      return keys.allSatisfy { axis, column in
        row > column.heading ?? 0
          && vocabulary.knows(mark(row, column.column), as: axis)
      }
    }
    guard let first else { throw .noRows }
    return first
  }

  private func mark(_ row: Int, _ column: Int) -> ForeignMark {
    let place = grid.anchor(of: CellAddress(row: row, column: column))
    return vocabulary.mark(grid[place]?.shownText ?? "", at: place)
  }

  /// What the headings say of the columns with values.
  private struct Head {
    var columns: [(column: Int, marks: ForeignTable.Marks)] = []
    /// The last row of headings; 0 for none.
    var bottom = 0
    /// Nil where no coordinate stands in headings.
    var headings: ForeignHeadings?
  }

  private func headings(
    above first: Int, _ named: Set<Int>, _ columns: ForeignKeyColumns
  ) throws(ForeignMiss) -> Head {
    if let values = vocabulary.binding.values {
      let found = try columns.find(values)
      return Head(columns: [(found.column, [:])], bottom: found.heading ?? first - 1)
    }
    let all = Set(grid.places.lazy.map(\.column)).subtracting(named).sorted()
    guard all.count <= limits.columns else { throw .tooLarge(limit: limits.columns) }
    let headings = ForeignHeadings(
      grid: grid, vocabulary: vocabulary,
      rows: rows.filter { $0 < first }.suffix(limits.titleRows), columns: all, limits: limits)
    var head = Head(headings: headings)
    var marks: [Int: ForeignTable.Marks] = [:]
    var count = 0
    for (axis, source) in vocabulary.sources {
      guard case .heading(let reach) = source else { continue }
      guard let row = headings.row(of: axis, reach: reach) else { throw .noHeadings(axis) }
      count += 1
      head.bottom = max(head.bottom, row.bottom)
      for (column, mark) in row.marks { marks[column, default: [:]][axis] = mark }
    }
    head.columns = marks.filter { $0.value.count == count }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
    return head
  }

  /// Columns with numbers beside those that are read: what stands over them the binding should
  /// name, or leave out by name.
  private func strangers(beside known: Set<Int>, _ head: Head, below rows: [Int]) -> [ForeignMark] {
    guard let headings = head.headings else { return [] }
    var seen: Set<ForeignText.Key> = []
    let numbered = Set(
      rows.flatMap { row in
        (used[row] ?? []).filter { column in
          guard !known.contains(column),
            case .number? = grid[CellAddress(row: row, column: column)]?.content
          else { return false }
          return true
        }
      })
    return numbered.sorted().compactMap { column in
      let names = headings.candidates(head.bottom, column)
      guard let name = names.first else { return ForeignMark(text: "", key: [], place: nil) }
      return names.contains(where: vocabulary.isIgnored) ? nil : name
    }.filter { !$0.text.isEmpty && seen.insert($0.key).inserted }
  }
}

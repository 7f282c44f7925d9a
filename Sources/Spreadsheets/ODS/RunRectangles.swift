/// Puts runs of cells of one kind, which come row by row, together into rectangles: work in step
/// with the number of runs, and a row that is repeated a million times is one of them.
struct RunRectangles {
  private struct Run {
    var kind: Int
    var columns: ClosedRange<Int>
    /// The row in which its rectangle begins.
    var first: Int
  }

  /// Rectangles that are whole, with the number of their kind.
  private(set) var done: [(kind: Int, range: CellRange)] = []
  /// Those of the rows before, which may go on; from left to right.
  private var open: [Run] = []
  private var openEnd = 0
  private var current: [Run] = []
  private var rows = 1...1

  /// Rectangles so far, those that are open among them.
  var count: Int { done.count + open.count + current.count }

  /// Takes in a run; rows come from above, runs of a row from the left.
  mutating func add(kind: Int, rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    if rows.lowerBound != self.rows.lowerBound { settle() }
    self.rows = rows
    if let last = current.last, last.kind == kind,
      last.columns.upperBound + 1 == columns.lowerBound
    {
      current[current.count - 1].columns = last.columns.lowerBound...columns.upperBound
    } else {
      current.append(Run(kind: kind, columns: columns, first: rows.lowerBound))
    }
  }

  /// All rectangles; it is empty then.
  mutating func finish() -> [(kind: Int, range: CellRange)] {
    settle()
    for run in open { close(run) }
    open.removeAll()
    defer { done.removeAll() }
    return done
  }

  /// A run goes on with the rectangle above when both have the same columns.
  private mutating func settle() {
    guard !current.isEmpty else { return }
    if openEnd + 1 != rows.lowerBound {
      for run in open { close(run) }
      open.removeAll(keepingCapacity: true)
    }
    var next = 0
    for index in current.indices {
      let run = current[index]
      while next < open.count, open[next].columns.lowerBound < run.columns.lowerBound {
        close(open[next])
        next += 1
      }
      guard next < open.count, open[next].columns == run.columns, open[next].kind == run.kind
      else { continue }
      current[index].first = open[next].first
      next += 1
    }
    while next < open.count {
      close(open[next])
      next += 1
    }
    swap(&open, &current)
    current.removeAll(keepingCapacity: true)
    openEnd = rows.upperBound
  }

  private mutating func close(_ run: Run) {
    let range = CellRange(
      first: CellAddress(row: run.first, column: run.columns.lowerBound),
      last: CellAddress(row: openEnd, column: run.columns.upperBound))
    done.append((run.kind, range))
  }
}

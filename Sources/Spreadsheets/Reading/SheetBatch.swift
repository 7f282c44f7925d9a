/// What a stretch of a file brought, before a receiver takes it.
///
/// The readers are concrete and fill it, and the generic receiver is called once for a stretch of
/// cells, not once a cell: a call through its protocol would cost more than the cell itself.
struct SheetBatch {
  enum Mark {
    case sheet(name: String, isHidden: Bool)
    case merge(CellRange)
    case hiddenRows(ClosedRange<Int>)
    case hiddenColumns(ClosedRange<Int>)
    case notice(Notice)
    /// The cells of `cells`, all of one row, stand in each of `rows` too.
    case repeated(cells: Range<Int>, rows: Range<Int>)
  }

  private(set) var cells: [Cell] = []
  /// Whether the receiver wants the sheet that was begun last.
  private(set) var isWanted = true
  /// Each mark with the number of cells that come before it.
  private var marks: [(position: Int, mark: Mark)] = []

  mutating func append(_ cell: consuming Cell) { cells.append(cell) }

  mutating func append(_ mark: Mark) { marks.append((cells.count, mark)) }

  /// Hands everything over in its order and is empty then.
  mutating func deliver(to receiver: inout some CellReceiver) {
    var start = 0
    for (position, mark) in marks {
      deliver(start..<position, to: &receiver)
      start = position
      deliver(mark, to: &receiver)
    }
    deliver(start..<cells.count, to: &receiver)
    cells.removeAll(keepingCapacity: true)
    marks.removeAll(keepingCapacity: true)
  }

  private func deliver(_ range: Range<Int>, to receiver: inout some CellReceiver) {
    if isWanted, !range.isEmpty { receiver.cells(cells.span.extracting(range)) }
  }

  private mutating func deliver(_ mark: Mark, to receiver: inout some CellReceiver) {
    if case .sheet(let name, let isHidden) = mark {
      isWanted = receiver.sheet(name, isHidden: isHidden)
    }
    guard isWanted else { return }
    switch mark {
    case .sheet: break
    case .merge(let range): receiver.merge(range)
    case .hiddenRows(let rows): receiver.hiddenRows(rows)
    case .hiddenColumns(let columns): receiver.hiddenColumns(columns)
    case .notice(let notice): receiver.notice(notice)
    case .repeated(let range, let rows):
      var copies = Array(cells[range])
      for row in rows {
        for index in copies.indices { copies[index].address.row = row }
        receiver.cells(copies.span)
      }
    }
  }
}

/// What a stretch of a file brought, before a receiver takes it.
///
/// The readers are concrete and fill it, and the generic receiver is called once for a stretch of
/// cells, not once a cell: a call through its protocol would cost more than the cell itself.
struct SheetBatch {
  private enum Mark {
    case sheet(SheetHeading)
    case fact(SheetFact)
    /// The records, all of one row, stand in as many rows below too.
    case repeated(records: Range<Int>, rows: Int)
  }

  var cells: CellBatch
  /// Whether the receiver wants the sheet that was begun last.
  private(set) var isWanted = true
  /// Each mark with the number of records that come before it.
  private var marks: [(position: Int, mark: Mark)] = []

  init(shared: SharedStrings = .none) { cells = CellBatch(shared: shared) }

  var count: Int { cells.records.count }

  mutating func begin(_ heading: SheetHeading) { mark(.sheet(heading)) }

  mutating func append(_ fact: SheetFact) { mark(.fact(fact)) }

  mutating func notice(_ code: Notice.Code, at address: CellAddress?) {
    mark(.fact(.notice(Notice(code, at: address))))
  }

  /// Says that the records from a place on stand in the rows below too.
  mutating func repeatRecords(from first: Int, rows: Int) {
    mark(.repeated(records: first..<count, rows: rows))
  }

  private mutating func mark(_ mark: Mark) { marks.append((count, mark)) }

  /// Hands everything over in its order, but for what is held back: the records of a row that is
  /// not whole, and the bytes of a cell that is not.
  mutating func deliver(
    to receiver: inout some CellReceiver, holding held: (records: Int, bytes: Int)
  ) {
    var start = 0
    for (position, mark) in marks {
      switch mark {
      case .sheet(let heading):
        deliver(start..<position, to: &receiver)
        start = position
        isWanted = receiver.sheet(heading)
      case .fact(let fact):
        if isWanted { receiver.fact(fact) }
      case .repeated(let records, let rows):
        deliver(start..<position, to: &receiver)
        start = position
        guard isWanted, rows > 0 else { continue }
        for row in 1...rows {
          cells.shift = row
          deliver(records, to: &receiver)
        }
        cells.shift = 0
      }
    }
    deliver(start..<held.records, to: &receiver)
    marks.removeAll(keepingCapacity: true)
    forget(before: held)
  }

  private mutating func forget(before held: (records: Int, bytes: Int)) {
    if held.records == count {
      cells.records.removeAll(keepingCapacity: true)
    } else {
      cells.records.removeFirst(held.records)
      for index in cells.records.indices {
        cells.records[index].start -= Int32(truncatingIfNeeded: held.bytes)
      }
    }
    if held.bytes == cells.bytes.count {
      cells.bytes.removeAll(keepingCapacity: true)
    } else {
      cells.bytes.removeFirst(held.bytes)
    }
    if !cells.texts.isEmpty { forgetTexts() }
  }

  /// Forgets the texts that no record names any more.
  private mutating func forgetTexts() {
    var first = Int32(truncatingIfNeeded: cells.texts.count)
    for record in cells.records {
      if record.formula >= 0 { first = min(first, record.formula) }
      if record.shown >= 0 { first = min(first, record.shown) }
    }
    cells.texts.removeFirst(Int(first))
    for index in cells.records.indices {
      if cells.records[index].formula >= 0 { cells.records[index].formula -= first }
      if cells.records[index].shown >= 0 { cells.records[index].shown -= first }
    }
  }

  private mutating func deliver(_ range: Range<Int>, to receiver: inout some CellReceiver) {
    guard isWanted, !range.isEmpty else { return }
    cells.lent = range
    receiver.cells(cells)
  }
}

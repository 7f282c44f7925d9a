/// What takes a sheet in as it is read: nothing is kept by the reader.
package protocol CellReceiver {
  /// A sheet begins; what follows is in it.
  /// - Returns: whether its cells are wanted.
  mutating func sheet(_ name: String, isHidden: Bool) -> Bool
  /// Cells that hold something (empty ones only where the file has them), many a call. In the
  /// order of the file, which may be wrong.
  mutating func cells(_ cells: Span<Cell>)
  mutating func merge(_ range: CellRange)
  /// Rows that are not shown, both ends in.
  mutating func hiddenRows(_ rows: ClosedRange<Int>)
  mutating func hiddenColumns(_ columns: ClosedRange<Int>)
  mutating func notice(_ notice: Notice)
}

/// Counts the cells that hold a value, and forgets them.
package struct CellCounter: CellReceiver {
  package private(set) var count = 0

  package init() {}

  package mutating func sheet(_ name: String, isHidden: Bool) -> Bool { true }
  package mutating func cells(_ cells: Span<Cell>) {
    for index in cells.indices where !cells[index].isEmpty { count += 1 }
  }
  package mutating func merge(_ range: CellRange) {}
  package mutating func hiddenRows(_ rows: ClosedRange<Int>) {}
  package mutating func hiddenColumns(_ columns: ClosedRange<Int>) {}
  package mutating func notice(_ notice: Notice) {}
}

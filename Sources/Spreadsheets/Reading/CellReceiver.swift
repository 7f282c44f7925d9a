/// What takes a sheet in as it is read: nothing is kept by the reader.
public protocol CellReceiver {
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
public struct CellCounter: CellReceiver {
  public private(set) var count = 0

  public init() {}

  public mutating func sheet(_ name: String, isHidden: Bool) -> Bool { true }
  public mutating func cells(_ cells: Span<Cell>) {
    for index in cells.indices where !cells[index].isEmpty { count += 1 }
  }
  public mutating func merge(_ range: CellRange) {}
  public mutating func hiddenRows(_ rows: ClosedRange<Int>) {}
  public mutating func hiddenColumns(_ columns: ClosedRange<Int>) {}
  public mutating func notice(_ notice: Notice) {}
}

/// The beginning of a sheet.
public struct SheetHeading: Hashable, Sendable {
  /// As office programs show it.
  public var name: String
  /// Whether office programs do not show the sheet.
  public var isHidden: Bool

  /// A heading that stands in no file.
  public init(name: String, isHidden: Bool) {
    self.name = name
    self.isHidden = isHidden
  }
}

/// What takes a workbook in as it is read: nothing is kept by the reader.
///
/// Cells come many a call, in the order of the file, which may be wrong; facts of a sheet come
/// among them, in no order towards them, but after the sheet's beginning and before the next one's.
public protocol CellReceiver {
  /// A sheet begins; what follows is in it.
  /// - Returns: whether its cells and facts are wanted.
  mutating func sheet(_ heading: SheetHeading) -> Bool
  /// Cells that hold something (empty ones only where the file has them), lent for the call.
  mutating func cells(_ batch: borrowing CellBatch)
  /// A merge, something hidden, a notice, or what was asked for beside the cells.
  mutating func fact(_ fact: SheetFact)
}

/// Counts the cells that hold a value, and forgets them.
public struct CellCounter: CellReceiver {
  /// Cells with a value so far.
  public private(set) var count = 0

  /// Before the first cell.
  public init() {}

  /// Takes every sheet.
  public mutating func sheet(_ heading: SheetHeading) -> Bool { true }
  /// Counts those that hold a value.
  public mutating func cells(_ batch: borrowing CellBatch) {
    for index in 0..<batch.count where batch.kind(at: index) != .empty { count += 1 }
  }
  /// Leaves what is no cell.
  public mutating func fact(_ fact: SheetFact) {}
}

/// What a sheet says beside its cells, in the order in which the file says it.
public enum SheetFact: Hashable, Sendable {
  case merge(CellRange)
  /// Rows that are not shown, both ends in.
  case hiddenRows(ClosedRange<Int>)
  /// Columns that are not shown, both ends in.
  case hiddenColumns(ClosedRange<Int>)
  case notice(Notice)
  case comment(CellComment)
  case validation(CellValidation)
  case protection(SheetProtection)
}

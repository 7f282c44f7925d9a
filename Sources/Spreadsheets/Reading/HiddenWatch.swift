/// Tells the first value of each row, column and sheet that is not shown.
struct HiddenWatch {
  private var columns: [(range: ClosedRange<Int>, isTold: Bool)] = []
  private var sheetIsHidden = false
  private var rowIsHidden = false
  /// Whether there is anything to watch for.
  private(set) var isNeeded = false

  /// Ranges of hidden columns that are watched; a form has a few.
  private static let mostRanges = 64

  mutating func startSheet(isHidden: Bool) {
    self = HiddenWatch()
    sheetIsHidden = isHidden
    isNeeded = isHidden
  }

  mutating func hide(columns range: ClosedRange<Int>) {
    guard columns.count < Self.mostRanges else { return }
    columns.append((range, false))
    isNeeded = true
  }

  mutating func startRow(isHidden: Bool) {
    rowIsHidden = isHidden
    if isHidden { isNeeded = true }
  }

  /// Whether the value at a place is the first of what is hidden.
  mutating func isFirst(inColumn column: Int) -> Bool {
    var isFirst = sheetIsHidden || rowIsHidden
    sheetIsHidden = false
    rowIsHidden = false
    for index in columns.indices where !columns[index].isTold {
      guard columns[index].range.contains(column) else { continue }
      columns[index].isTold = true
      isFirst = true
    }
    return isFirst
  }
}

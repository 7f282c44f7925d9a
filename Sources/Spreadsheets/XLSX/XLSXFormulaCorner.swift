/// "C14", "C" or "14" in a formula, with "$" before what stays where it is.
struct XLSXFormulaCorner {
  /// 0 for none.
  private var column = 0
  /// 0 for none.
  private var row = 0
  private var isColumnFixed = false
  private var isRowFixed = false

  /// What the notation can name.
  private static let rowLimit = 1_048_576
  private static let columnLimit = 16_384

  /// Nil for anything else and for what lies outside a sheet: that is a name.
  init?(_ text: borrowing Span<UInt8>, _ word: Range<Int>) {
    // The longest is "$XFD$1048576".
    guard word.count <= 12 else { return nil }
    var index = word.lowerBound
    var isFixed = Self.skipDollar(text, &index, word.upperBound)
    while index < word.upperBound, case let letter = text[index] & 0xDF,
      (65...90).contains(letter)
    {
      column = column * 26 + Int(letter - 64)
      guard column <= Self.columnLimit else { return nil }
      index += 1
    }
    if column > 0 {
      isColumnFixed = isFixed
      isFixed = Self.skipDollar(text, &index, word.upperBound)
    }
    if index == word.upperBound {
      // A single "$" is none.
      if isFixed || column == 0 { return nil }
      return
    }
    while index < word.upperBound {
      let digit = text[index] &- 0x30
      guard digit <= 9 else { return nil }
      row = row * 10 + Int(digit)
      guard row > 0, row <= Self.rowLimit else { return nil }
      index += 1
    }
    isRowFixed = isFixed
  }

  var isCell: Bool { column > 0 && row > 0 }

  /// Whether both name a column, and both a row, or not.
  func isLike(_ other: XLSXFormulaCorner) -> Bool {
    (column == 0) == (other.column == 0) && (row == 0) == (other.row == 0)
  }

  /// - Returns: false when it leaves the sheet; what is appended then is worth nothing.
  func append(movedBy shift: XLSXFormulaShift, to moved: inout [UInt8]) -> Bool {
    if column > 0 {
      let place = isColumnFixed ? column : column + shift.columns
      guard place >= 1, place <= Self.columnLimit else { return false }
      if isColumnFixed { moved.append(UInt8(ascii: "$")) }
      Self.append(letters: place, to: &moved)
    }
    if row > 0 {
      let place = isRowFixed ? row : row + shift.rows
      guard place >= 1, place <= Self.rowLimit else { return false }
      if isRowFixed { moved.append(UInt8(ascii: "$")) }
      Self.append(digits: place, to: &moved)
    }
    return true
  }

  private static func skipDollar(
    _ text: borrowing Span<UInt8>, _ index: inout Int, _ end: Int
  ) -> Bool {
    guard index < end, text[index] == UInt8(ascii: "$") else { return false }
    index += 1
    return true
  }

  private static func append(letters column: Int, to moved: inout [UInt8]) {
    if column > 26 { append(letters: (column - 1) / 26, to: &moved) }
    moved.append(UInt8(65 + (column - 1) % 26))
  }

  private static func append(digits number: Int, to moved: inout [UInt8]) {
    if number > 9 { append(digits: number / 10, to: &moved) }
    moved.append(UInt8(48 + number % 10))
  }
}

/// How Excel writes the name of a sheet in a formula.
enum SheetNameQuoting {
  /// The name, in apostrophes where Excel needs them: Кадры, 'Лист 1', 'О''Нил'.
  static func quoted(_ name: String) -> String {
    needsQuotes(name) ? "'" + name.replacing("'", with: "''") + "'" : name
  }

  /// Whether it holds anything but letters, digits, "_" and ".", begins with a digit or a point,
  /// or can be taken for a reference: "A1", "R1C1", "RC".
  static func needsQuotes(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, !isDigit(first), first != "." else { return true }
    guard name.unicodeScalars.allSatisfy(isWord) else { return true }
    return looksLikeAddress(name) || looksLikeRowAndColumn(name)
  }

  /// What may stand in a name without apostrophes.
  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_", ".": true
    default:
      scalar.value >= 0x80
        && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.numericType == .decimal
  }

  private static func looksLikeAddress(_ name: String) -> Bool {
    guard !name.contains("$"), let address = CellAddress(name) else { return false }
    return address.column <= SheetGrid.columns && address.row <= SheetGrid.rows
  }

  /// "R", "C", "RC", or a name that begins with "R12" or "C3" or "RC3": Excel reads the other
  /// notation of references whatever comes behind.
  private static func looksLikeRowAndColumn(_ name: String) -> Bool {
    var rest = name.unicodeScalars[...]
    let hasRow = rest.first.map { $0 == "R" || $0 == "r" } ?? false
    if hasRow { rest.removeFirst() }
    if hasRow, let row = number(&rest) { return row >= 1 && row <= SheetGrid.rows }
    let hasColumn = rest.first.map { $0 == "C" || $0 == "c" } ?? false
    if hasColumn { rest.removeFirst() }
    guard hasRow || hasColumn else { return false }
    if hasColumn, let column = number(&rest) { return column >= 1 && column <= SheetGrid.columns }
    return rest.isEmpty
  }

  /// Takes the digits at the start off; nil where there are none, 0 for too many of them.
  private static func number(_ rest: inout Substring.UnicodeScalarView) -> Int? {
    let digits = rest.prefix { ("0"..."9").contains($0) }
    guard !digits.isEmpty else { return nil }
    rest = rest[digits.endIndex...]
    return digits.count <= 7 ? Int(String(digits)) ?? 0 : 0
  }
}

/// The grid that formulas are written for: Excel's, and LibreOffice's since 7.4.
enum SheetGrid {
  static let rows = 1_048_576
  static let columns = 16_384
}

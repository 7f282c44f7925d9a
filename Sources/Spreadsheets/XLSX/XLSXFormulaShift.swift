/// Moves the relative references of a formula, as Excel does where cells share it.
///
/// A1, A$1, B2:C3, A:C, 1:3, each with a sheet before it or without; not what stands in texts, in
/// names of sheets, tables, functions and ranges. A reference that leaves the sheet is `#REF!`.
/// It costs as much as the formula is long.
struct XLSXFormulaShift {
  let rows: Int
  let columns: Int

  /// What the notation can name.
  private static let rowLimit = 1_048_576
  private static let columnLimit = 16_384

  func moved(_ formula: String) -> String {
    guard rows != 0 || columns != 0 else { return formula }
    let text = Array(formula.utf8)
    var moved: [UInt8] = []
    moved.reserveCapacity(text.count + 16)
    var index = 0
    while index < text.count {
      let end: Int
      switch text[index] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): end = Self.endOfQuoted(text, index)
      case UInt8(ascii: "["): end = Self.endOfBrackets(text, index)
      case let byte where Self.isOfWord(byte):
        let word = Self.endOfWord(text, index)
        if let past = append(referenceAt: index, word, of: text, to: &moved) {
          index = past
          continue
        }
        end = word
      default: end = index + 1
      }
      moved.append(contentsOf: text[index..<end])
      index = end
    }
    return String(decoding: moved, as: UTF8.self)
  }

  /// Appends the reference that begins with a word, moved.
  /// - Returns: where it ends; nil when the word begins none.
  private func append(
    referenceAt start: Int, _ end: Int, of text: [UInt8], to moved: inout [UInt8]
  ) -> Int? {
    guard let first = Corner(text[start..<end]), !Self.isNameBefore(text, end) else { return nil }
    if end < text.count, text[end] == UInt8(ascii: ":") {
      let past = Self.endOfWord(text, end + 1)
      if let last = Corner(text[end + 1..<past]), last.isLike(first) {
        // From one sheet to another: Q1:Q4!A1.
        guard !Self.isSheetBefore(text, past) else { return nil }
        if !Self.isNameBefore(text, past) {
          append([first, last], to: &moved)
          return past
        }
      }
    }
    guard first.column != nil, first.row != nil else { return nil }
    append([first], to: &moved)
    return end
  }

  private func append(_ corners: [Corner], to moved: inout [UInt8]) {
    let whole = moved.count
    for (position, corner) in corners.enumerated() {
      if position > 0 { moved.append(UInt8(ascii: ":")) }
      guard corner.append(movedBy: self, to: &moved) else {
        moved.removeSubrange(whole...)
        moved.append(contentsOf: "#REF!".utf8)
        return
      }
    }
  }

  /// Whether the word before is the name of a function, a sheet or a table.
  private static func isNameBefore(_ text: [UInt8], _ end: Int) -> Bool {
    guard end < text.count else { return false }
    return text[end] == UInt8(ascii: "(") || text[end] == UInt8(ascii: "!")
      || text[end] == UInt8(ascii: "[")
  }

  private static func isSheetBefore(_ text: [UInt8], _ end: Int) -> Bool {
    end < text.count && text[end] == UInt8(ascii: "!")
  }

  /// A mark that is doubled ends one piece and begins another, which comes to the same.
  private static func endOfQuoted(_ text: [UInt8], _ start: Int) -> Int {
    var index = start + 1
    while index < text.count, text[index] != text[start] { index += 1 }
    return min(index + 1, text.count)
  }

  /// Columns of a table may stand in brackets within brackets, and "'" makes a bracket a letter.
  private static func endOfBrackets(_ text: [UInt8], _ start: Int) -> Int {
    var depth = 0
    var index = start
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "'"): index += 1
      default: break
      }
      index += 1
      if depth == 0 { break }
    }
    return min(index, text.count)
  }

  private static func endOfWord(_ text: [UInt8], _ start: Int) -> Int {
    var index = start
    while index < text.count, isOfWord(text[index]) { index += 1 }
    return index
  }

  /// Letters of any language, digits, and what a name may hold.
  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    case UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "$"), UInt8(ascii: "\\"),
      UInt8(ascii: "?"):
      true
    default: false
    }
  }

  /// "C14", "C" or "14", with "$" before what stays.
  private struct Corner {
    var column: Int?
    var row: Int?
    var isColumnFixed = false
    var isRowFixed = false

    /// Nil for anything else and for what lies outside a sheet: that is a name.
    init?(_ word: ArraySlice<UInt8>) {
      var rest = word
      var isFixed = rest.first == UInt8(ascii: "$")
      if isFixed { rest = rest.dropFirst() }
      let letters = rest.prefix { (65...90).contains($0 & 0xDF) }
      rest = rest.dropFirst(letters.count)
      if !letters.isEmpty {
        guard letters.count <= 3 else { return nil }
        let number = letters.reduce(0) { $0 * 26 + Int(($1 & 0xDF) - 64) }
        guard number <= columnLimit else { return nil }
        column = number
        isColumnFixed = isFixed
        isFixed = rest.first == UInt8(ascii: "$")
        if isFixed { rest = rest.dropFirst() }
      }
      if rest.isEmpty {
        guard column != nil, !isFixed else { return nil }
        return
      }
      guard rest.count <= 7, rest.first != UInt8(ascii: "0"),
        rest.allSatisfy({ (0x30...0x39).contains($0) })
      else { return nil }
      let number = rest.reduce(0) { $0 * 10 + Int($1 - 0x30) }
      guard number <= rowLimit else { return nil }
      row = number
      isRowFixed = isFixed
    }

    /// Whether both name a column, and both a row, or not.
    func isLike(_ other: Corner) -> Bool {
      (column == nil) == (other.column == nil) && (row == nil) == (other.row == nil)
    }

    /// - Returns: false when it leaves the sheet.
    func append(movedBy shift: XLSXFormulaShift, to moved: inout [UInt8]) -> Bool {
      if let column {
        let place = isColumnFixed ? column : column + shift.columns
        guard (1...columnLimit).contains(place) else { return false }
        if isColumnFixed { moved.append(UInt8(ascii: "$")) }
        moved.append(contentsOf: CellAddress.letters(place).utf8)
      }
      if let row {
        let place = isRowFixed ? row : row + shift.rows
        guard (1...rowLimit).contains(place) else { return false }
        if isRowFixed { moved.append(UInt8(ascii: "$")) }
        moved.append(contentsOf: String(place).utf8)
      }
      return true
    }
  }
}

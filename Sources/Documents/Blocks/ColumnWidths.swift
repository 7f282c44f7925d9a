/// The widths of a table's columns on paper.
struct ColumnWidths {
  /// Their sum is the width of the table.
  let centimetres: [Double]

  /// Shares as the table wants them, but so that the longest word of each column fits where that
  /// can be: a column with room to spare gives to one whose words would be broken.
  init(of table: Table, in width: Double, points: Double) {
    let sum = Double(table.columns.reduce(0) { $0 + $1.width })
    let wanted = table.columns.map { width * Double($0.width) / max(1, sum) }
    // Cells have a margin of 1.2 mm on both sides, and some air.
    let needed = Self.longestWords(of: table).map { $0 * points * 2.54 / 72 + 0.3 }
    let missing = zip(needed, wanted).reduce(0) { $0 + max(0, $1.0 - $1.1) }
    let spare = zip(needed, wanted).reduce(0) { $0 + max(0, $1.1 - $1.0) }
    guard missing > 0, spare > 0 else {
      centimetres = wanted
      return
    }
    let given = min(1, missing / spare)
    let taken = min(1, spare / missing)
    centimetres = zip(needed, wanted).map { need, want in
      need > want ? want + (need - want) * taken : want - (want - need) * given
    }
  }

  /// In units of the font's size, by column, of cells that span no others.
  private static func longestWords(of table: Table) -> [Double] {
    var longest = [Double](repeating: 1, count: table.columns.count)
    func look(at text: String, _ column: Int) {
      for word in text.split(whereSeparator: { $0 == " " || $0.isNewline }) {
        longest[column] = max(longest[column], width(of: word))
      }
    }
    for row in TableGrid(of: table).rows {
      for (column, place) in row.enumerated() {
        if case .cell(let cell) = place, cell.columns == 1 { look(at: cell.text, column) }
      }
    }
    for row in table.rows {
      var column = 0
      for cell in table.filled(row) {
        if cell.columns == 1 { look(at: cell.text, column) }
        column += cell.columns
      }
    }
    return longest
  }

  /// About as a bold serif face has it.
  private static func width(of word: Substring) -> Double {
    word.reduce(0) { sum, character in
      sum
        + (character.isUppercase
          ? 0.74
          : character.isLetter
            ? 0.54
            : character.isNumber ? 0.5 : character == "%" ? 0.83 : 0.3)
    }
  }
}

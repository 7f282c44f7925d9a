/// A cell's place on a sheet, both counted from 1.
package struct GridPlace: Sendable, Hashable, Comparable, CustomStringConvertible {
  package var row: Int
  package var column: Int

  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// «C14», as a person reads it.
  package var description: String { Self.letters(of: column) + String(row) }

  /// «C» for 3, «AA» for 27; empty for what is no column.
  package static func letters(of column: Int) -> String {
    var letters = ""
    var rest = column
    while rest > 0 {
      let letter = UnicodeScalar(UInt8(65 + (rest - 1) % 26))
      letters = String(Character(letter)) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }

  /// In the order of reading: rows first.
  package static func < (a: GridPlace, b: GridPlace) -> Bool {
    (a.row, a.column) < (b.row, b.column)
  }
}

/// A rectangle of cells, its corners included.
package struct GridRange: Sendable, Hashable {
  package var first: GridPlace
  package var last: GridPlace

  package init(_ first: GridPlace, _ last: GridPlace) {
    self.first = first
    self.last = last
  }

  package func contains(_ place: GridPlace) -> Bool {
    place.row >= first.row && place.row <= last.row && place.column >= first.column
      && place.column <= last.column
  }
}

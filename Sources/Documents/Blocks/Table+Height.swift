extension Table {
  /// Lines that surely fit below one another on a page of A4, on its side as well, with a heading
  /// and a caption above.
  private static let pageLines = 40
  /// Characters of 10 points across the width of an upright page, with room for the cells' edges.
  private static let lineCharacters = 80

  /// Whether it surely fits on one page and so need not be cut by one: every row is taken as high
  /// as its longest cell, and a line of a cell as narrow as its share of the table.
  var fitsOnAPage: Bool {
    let sum = max(1, columns.reduce(0) { $0 + $1.width })
    var lines = 3
    for row in rows {
      var height = 1
      for (column, cell) in filled(row).enumerated() where column < columns.count {
        let width =
          cell.columns > 1 ? sum : columns[column].width
        let room = max(4, Self.lineCharacters * width / sum)
        height = max(height, (cell.text.count + room - 1) / room)
      }
      lines += height
      if lines > Self.pageLines { return false }
    }
    return true
  }
}

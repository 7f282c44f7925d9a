import Spreadsheets

/// A table that was found on a sheet of a foreign workbook.
struct ForeignTable {
  typealias Marks = [ForeignAxis: ForeignMark]

  /// What holds for every value: fixed, the sheet's name, a title.
  var context: Marks
  var rows: [(row: Int, marks: Marks)]
  var columns: [(column: Int, marks: Marks)]
  /// Headings of columns with values that the binding says nothing about.
  var strangers: [ForeignMark]
}

/// Why a sheet that a binding chose is not the table that it describes.
enum ForeignMiss: Error {
  /// No cell of the title has the text, or nothing stands beside it.
  case noTitle(String)
  /// No column has the heading.
  case noColumn([String])
  /// Several columns have it.
  case columnTwice([String], [CellAddress])
  /// No row begins with a known key.
  case noRows
  /// No heading is known as this coordinate.
  case noHeadings(ForeignAxis)
  case tooLarge(limit: Int)
}

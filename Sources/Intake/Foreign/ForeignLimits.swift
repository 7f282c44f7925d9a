/// What a foreign workbook may ask for. A test can lower each.
package struct ForeignLimits: Sendable, Hashable {
  /// Rows with values of one table. A country's districts in a long form have some 20,000.
  package var rows = 100_000
  /// Columns with values of one table; a table by subjects has some 50.
  package var columns = 2_000
  /// Rows of headings that one column's heading is put together from.
  package var headingRows = 6
  /// Rows in which the words of a sheet's title are looked for.
  package var titleRows = 20
  /// Findings of one file: who reads more of them reads none.
  package var findings = 500
  /// Names that one finding lists.
  package var names = 12

  package init() {}
}

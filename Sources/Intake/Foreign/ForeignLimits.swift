/// What a foreign workbook may ask for. A test can lower each.
package struct ForeignLimits: Sendable, Hashable {
  /// Rows with values of one table. A country's districts in a long form have some 20,000.
  package var rows = 100_000
  /// Columns with values of one table; a table by subjects has some 50.
  package var columns = 2_000
  /// Rows times columns of one table: each has a value or lacks one. Twice that of a country's
  /// districts by subjects.
  package var cells = 2_000_000
  /// Rows of headings that one column's heading is put together from.
  package var headingRows = 6
  /// Rows in which the words of a sheet's title are looked for.
  package var titleRows = 20
  /// Columns in which they are looked for: a sheet may have 16,000, and the words of a title stand
  /// over the first.
  package var titleColumns = 200
  /// Findings of one file: who reads more of them reads none, and each unit that nobody knows is
  /// held against every name of the register.
  package var findings = 100
  /// Names that one finding lists.
  package var names = 12

  package init() {}
}

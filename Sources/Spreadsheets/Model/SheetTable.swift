/// A range of a sheet that has a name and headings: a table of Excel, a database range of
/// OpenDocument.
public struct SheetTable: Hashable, Sendable {
  /// Known in the whole workbook.
  public var name: String
  /// The name of the sheet that it stands in.
  public var sheet: String
  /// Headings and totals in.
  public var range: CellRange
  /// The headings, as the file lists them. OpenDocument does not: they are empty while a file is
  /// streamed, and taken from the cells in a `Workbook`.
  public var columns: [String]
  /// Whether the first row holds the headings.
  public var hasHeadings: Bool
  /// Whether the last row holds totals; OpenDocument does not say.
  public var hasTotals: Bool

  /// A table that stands in no file.
  public init(
    name: String, sheet: String = "", range: CellRange, columns: [String] = [],
    hasHeadings: Bool = true,
    hasTotals: Bool = false
  ) {
    self.name = name
    self.sheet = sheet
    self.range = range
    self.columns = columns
    self.hasHeadings = hasHeadings
    self.hasTotals = hasTotals
  }
}

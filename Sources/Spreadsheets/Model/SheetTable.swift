/// A range of a sheet that has a name and headings: a table of Excel, a database range of
/// OpenDocument.
public struct SheetTable: Hashable, Sendable {
  public var name: String
  /// Headings and totals in.
  public var range: CellRange
  /// The headings, as the file lists them; empty where it does not (OpenDocument).
  public var columns: [String]
  public var hasHeadings: Bool
  public var hasTotals: Bool

  public init(
    name: String, range: CellRange, columns: [String] = [], hasHeadings: Bool = true,
    hasTotals: Bool = false
  ) {
    self.name = name
    self.range = range
    self.columns = columns
    self.hasHeadings = hasHeadings
    self.hasTotals = hasTotals
  }
}

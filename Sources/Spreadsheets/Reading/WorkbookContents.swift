/// What of a workbook is read beyond its sheets, cells, merges and what is hidden, which are always
/// read. What is not asked for is not looked at and costs nothing.
public struct WorkbookContents: OptionSet, Hashable, Sendable {
  /// A bit for each kind.
  public let rawValue: Int

  /// A set of kinds by its bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Who made the file and when: `WorkbookDescription.properties`.
  public static let properties = WorkbookContents(rawValue: 1 << 0)
  /// The text of formulas: `Cell.formula`. That a cell has a formula is always said.
  public static let formulas = WorkbookContents(rawValue: 1 << 1)
  /// What an office program shows for a value: `Cell.shown`.
  public static let displayedText = WorkbookContents(rawValue: 1 << 2)
  /// Named ranges and formulas: `WorkbookDescription.names`.
  public static let names = WorkbookContents(rawValue: 1 << 3)
  /// Tables of Excel and database ranges of OpenDocument: `WorkbookDescription.tables`.
  public static let tables = WorkbookContents(rawValue: 1 << 4)
  /// What a cell accepts: `SheetFact.validation`.
  public static let validations = WorkbookContents(rawValue: 1 << 5)
  /// Notes at cells: `SheetFact.comment`.
  public static let comments = WorkbookContents(rawValue: 1 << 6)
  /// Protection of sheets and of the workbook's structure.
  public static let protection = WorkbookContents(rawValue: 1 << 7)

  /// What a form needs: its cells, and who saved it when.
  public static let form: WorkbookContents = [.properties]
  /// All that there is.
  public static let everything: WorkbookContents = [
    .properties, .formulas, .displayedText, .names, .tables, .validations, .comments, .protection,
  ]
}

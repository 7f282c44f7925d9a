/// What the reader was unsure about, or a person should know.
public struct Notice: Hashable, Sendable {
  /// What it is about. The names never change their meaning.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// A stored number of more than 15 digits, taken as the shortest decimal of its Double.
    case longNumber = "cell.long-number"
    /// A text that a person reads as a number: «12», "1 250", "12,5", "40 %".
    case textNumber = "cell.text-number"
    /// A value that is none of its type; the cell is read as an error.
    case brokenValue = "cell.broken-value"
    /// Two cells at one address; the later one counts.
    case twice = "cell.twice"
    /// A value that a merge covers: an office program does not show it.
    case underMerge = "cell.under-merge"
    /// A cell whose place the file gives wrongly.
    case misplaced = "cell.misplaced"
    /// The first value in a row, a column or a sheet that is not shown.
    case hidden = "cell.hidden"
    /// A formula whose result the file does not hold.
    case noResult = "cell.no-result"
    /// An error as a value: "#DIV/0!".
    case error = "cell.error"
    /// A day before March 1900: Excel, which takes 1900 for a leap year, shows the day before the
    /// one that the calendar and other programs show.
    case earlyDate = "cell.early-date"
    /// A tab that stands in the file and that office programs leave out.
    case tabLeftOut = "cell.tab-left-out"
    /// A part beside the sheet, with comments or a table that were asked for, is missing or damaged.
    case partUnread = "sheet.part-unread"
    /// Two parts of the archive have one name; the later one was read, as office programs do.
    case repeatedPart = "file.repeated-part"
    /// Macros: they were not looked at.
    case macros = "file.macros"
  }

  /// What it is about.
  public var code: Code
  /// Nil when it is about the whole sheet or workbook.
  public var address: CellAddress?

  /// - Parameter address: nil for the whole sheet or workbook.
  public init(_ code: Code, at address: CellAddress?) {
    self.code = code
    self.address = address
  }
}

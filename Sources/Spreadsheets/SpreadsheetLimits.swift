package import Archives
package import Markup

/// What a workbook may ask of its reader. Every limit is absolute and names what broke it.
package struct SpreadsheetLimits: Hashable, Sendable {
  package var archive = ArchiveLimits()
  package var markup = MarkupLimits()
  /// Sheets of a workbook; yearbooks have a hundred.
  package var sheets = 2_000
  /// Rows and columns that any office program knows (LibreOffice: 16,777,216 rows are planned).
  package var rows = 1_048_576
  package var columns = 16_384
  /// Cells with a value, repeats counted, of one sheet.
  package var cells = 20_000_000
  /// Bytes of one text. Excel stops at 32,767 characters.
  package var textBytes = 1 << 20
  /// Distinct shared strings and bytes of them together.
  package var sharedStrings = 10_000_000
  package var sharedBytes = 512 << 20
  /// Merged ranges of a sheet.
  package var merges = 1_000_000
  /// Cell formats and styles.
  package var styles = 1_000_000

  package init() {}
}

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
  /// Cells with a value or a style, repeats counted, of all sheets together.
  package var cells = 20_000_000
  /// Bytes of one text. Excel stops at 32,767 characters.
  package var textBytes = 1 << 20
  /// Distinct shared strings and bytes of them together.
  package var sharedStrings = 10_000_000
  package var sharedBytes = 512 << 20
  /// Merged ranges of all sheets together.
  package var merges = 1_000_000
  /// Cell formats and styles.
  package var styles = 1_000_000

  package init() {}

  /// What a form that one sender fills in may ask: far more than any form has, and little enough
  /// that a file made to be slow or large costs a second and some hundred megabytes at most.
  package static let form = {
    var limits = SpreadsheetLimits()
    // A form of 40 kB to 2 MB, with pictures perhaps; a part of 500,000 cells has some 25 MB.
    limits.archive.archiveBytes = 64 << 20
    limits.archive.entries = 5_000
    limits.archive.partBytes = 64 << 20
    limits.archive.totalBytes = 256 << 20
    // Excel's longest text is some 200 kB of markup; 1 MB of attributes in a tag would take 4 s.
    limits.markup.longestRun = 256 << 10
    limits.sheets = 200
    limits.cells = 500_000
    limits.merges = 20_000
    limits.sharedStrings = 500_000
    limits.sharedBytes = 64 << 20
    limits.styles = 100_000
    return limits
  }()
}

import Archives
import Markup

/// What a workbook may ask of its reader. Every limit is absolute, and an error names the part, the
/// place, the value and the limit that it broke. Ratios are not limited: ordinary style sheets
/// inflate a hundredfold. Nothing is ever allocated from a number that a file declares.
public struct SpreadsheetLimits: Hashable, Sendable {
  /// Bytes of the whole file as it came. A form is some 50 kB, a region's yearbook some 50 MB.
  public var fileBytes = 256 << 20
  /// Entries of the archive. A workbook of a thousand sheets has some 3,000.
  public var entries = 20_000
  /// Inflated bytes of one part. Two million cells are some 100 MB.
  public var partBytes = 512 << 20
  /// Inflated bytes of all parts that are read, counted together.
  public var inflatedBytes = 1 << 30
  /// Elements of XML within one another. Office programs stay under 40.
  public var depth = 256
  /// Bytes of XML between the ends of two tags: one text or the attributes of one element.
  public var markupRun = 1 << 20
  /// Attributes of one element. Office programs write fewer than 100.
  public var attributes = 1_000
  /// Sheets of a workbook; yearbooks have a hundred.
  public var sheets = 2_000
  /// Rows of a sheet: what any office program knows.
  public var rows = 1_048_576
  /// Columns of a sheet: what any office program knows.
  public var columns = 16_384
  /// Cells with a value or a style, repeats counted, of all sheets together.
  public var cells = 5_000_000
  /// Bytes of one text. Excel stops at 32,767 characters.
  public var textBytes = 1 << 20
  /// Bytes of the texts of all cells together, repeats counted: a cell of 30 bytes may name a shared
  /// string of 1 MB. Two million cells with texts of 100 bytes have 200 MB.
  public var cellTextBytes = 256 << 20
  /// Distinct names of elements and attributes in one part. Office programs use some 200.
  public var names = 10_000
  /// Distinct shared strings.
  public var sharedStrings = 2_000_000
  /// Bytes of all shared strings together.
  public var sharedBytes = 128 << 20
  /// Merged ranges of all sheets together.
  public var merges = 200_000
  /// Cell formats and styles.
  public var styles = 200_000
  /// Defined names, tables, ranges of validations and comments: each kind by itself, in the whole
  /// workbook.
  public var extras = 100_000
  /// Bytes of formulas written out for cells that share one, of all sheets together: a cell of 30
  /// bytes may ask for a formula of 32 kB. Two million cells with a formula of 60 bytes have 120 MB.
  public var sharedFormulaBytes = 128 << 20
  /// Spaces that cells of OpenDocument ask for by number, of all sheets together: a cell of 60 bytes
  /// may ask for a million. A text that is set in by spaces has some 10.
  public var countedSpaces = 16 << 20

  /// Those for large workbooks.
  public init() {}

  /// What a form that one sender fills in may ask: far more than any form has, and little enough
  /// that a file made to be slow or large costs a second and some hundred megabytes at most.
  public static let form = {
    var limits = SpreadsheetLimits()
    // A form of 40 kB to 2 MB, with pictures perhaps; a part of 500,000 cells has some 25 MB.
    limits.fileBytes = 64 << 20
    limits.entries = 5_000
    limits.partBytes = 64 << 20
    limits.inflatedBytes = 256 << 20
    // Excel's longest text is some 200 kB of markup; 1 MB of attributes in a tag would take 4 s.
    limits.markupRun = 256 << 10
    limits.cellTextBytes = 64 << 20
    limits.sheets = 200
    limits.cells = 500_000
    limits.merges = 20_000
    limits.sharedStrings = 500_000
    limits.sharedBytes = 64 << 20
    limits.styles = 100_000
    limits.extras = 10_000
    limits.sharedFormulaBytes = 16 << 20
    limits.countedSpaces = 4 << 20
    return limits
  }()
}

extension SpreadsheetLimits {
  var archive: ArchiveLimits {
    var limits = ArchiveLimits()
    limits.archiveBytes = fileBytes
    limits.entries = entries
    limits.partBytes = partBytes
    limits.totalBytes = inflatedBytes
    return limits
  }

  var markup: MarkupLimits {
    var limits = MarkupLimits()
    limits.depth = depth
    limits.longestRun = markupRun
    limits.attributes = attributes
    limits.names = names
    return limits
  }
}

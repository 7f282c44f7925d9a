/// A workbook to be made: one value with two back ends, XLSX and ODS, so that a form is the same
/// form in both. Equal values give equal bytes.
package struct NewWorkbook: Sendable, Hashable {
  /// Its title, as its properties have it; names no person.
  package var title: String
  /// When it was made, ISO 8601 in UTC: "2021-02-01T10:00:00Z". Passed in, never asked of the
  /// machine.
  package var created: String
  /// In the order of their tabs, at least one that is not hidden. Names are 1 to 31 characters
  /// without `[ ] : * ? / \`, unique without regard to case.
  package var sheets: [NewSheet]

  package init(title: String, created: String, sheets: [NewSheet]) {
    self.title = title
    self.created = created
    self.sheets = sheets
  }
}

/// One sheet. Rows and columns count from 1.
package struct NewSheet: Sendable, Hashable {
  package struct Column: Sendable, Hashable {
    /// Millimetres.
    package var width: Double
    package var isHidden: Bool

    package init(width: Double, isHidden: Bool = false) {
      self.width = width
      self.isHidden = isHidden
    }
  }

  package struct Row: Sendable, Hashable {
    /// Millimetres; nil: as high as its text needs, which is reckoned when the file is written:
    /// LibreOffice does not find the heights of XLSX, and no program looks at merged cells.
    package var height: Double?
    /// The first stands in column A.
    package var cells: [NewCell]

    package init(height: Double? = nil, cells: [NewCell]) {
      self.height = height
      self.cells = cells
    }
  }

  /// How cells look while a formula is true.
  package struct Highlight: Sendable, Hashable {
    package var range: CellRange
    /// Written for the first cell of the range; relative references move with the cell.
    package var condition: NewFormula
    /// Only its colours and its weight are taken.
    package var style: CellStyle

    package init(range: CellRange, condition: NewFormula, style: CellStyle) {
      self.range = range
      self.condition = condition
      self.style = style
    }
  }

  package enum Orientation: Sendable, Hashable {
    case portrait
    case landscape
  }

  package var name: String
  package var isHidden: Bool
  package var columns: [Column]
  /// The first is row 1.
  package var rows: [Row]
  /// Their values stand in the upper left cell.
  package var merges: [CellRange]
  /// How many rows and columns stay when the sheet is scrolled.
  package var frozenRows: Int
  package var frozenColumns: Int
  /// What is printed on A4; nil: all that holds something. It is always one page wide.
  package var printArea: CellRange?
  /// Rows that are printed at the head of every page.
  package var repeatedRows: ClosedRange<Int>?
  package var orientation: Orientation
  /// True: cells whose style is locked cannot be changed until the sheet's protection, which has
  /// no password, is lifted; columns and rows may still be made wider.
  package var isProtected: Bool
  package var validations: [NewValidation]
  package var highlights: [Highlight]
  /// A table whose rows can be filtered by the buttons in its first row; nil: none.
  package var filter: CellRange?

  package init(
    name: String, isHidden: Bool = false, columns: [Column] = [], rows: [Row] = [],
    merges: [CellRange] = [], frozenRows: Int = 0, frozenColumns: Int = 0,
    printArea: CellRange? = nil, repeatedRows: ClosedRange<Int>? = nil,
    orientation: Orientation = .portrait, isProtected: Bool = false,
    validations: [NewValidation] = [], highlights: [Highlight] = [], filter: CellRange? = nil
  ) {
    self.name = name
    self.isHidden = isHidden
    self.columns = columns
    self.rows = rows
    self.merges = merges
    self.frozenRows = frozenRows
    self.frozenColumns = frozenColumns
    self.printArea = printArea
    self.repeatedRows = repeatedRows
    self.orientation = orientation
    self.isProtected = isProtected
    self.validations = validations
    self.highlights = highlights
    self.filter = filter
  }
}

import Findings
import Monitoring
import Spreadsheets

/// One thing that a row of explanations names: a code, a cell, or a place of the form. What is
/// left empty does not matter; what is given must all hold.
struct Reference: Sendable, Hashable {
  /// What tells one row or one column of a form from others.
  enum Side: Sendable, Hashable {
    /// Numbers as people quote them, both ends in: «стр. 13–15».
    case numbers(ClosedRange<Int>)
    /// A row that a dictionary names: «Астрономия».
    case member(Breakdown.Part)
    /// A row of a list or a column of a table, by its label.
    case field(FieldCode)
  }

  var codes: Set<FindingCode> = []
  /// The folded words of the sheet's name.
  var sheet: [String]?
  /// False for a sheet that was named for something before it: it may be meant here too.
  var isSheetSaid = false
  var rows: [Side] = []
  var columns: [Side] = []
  var cells: [CellRange] = []

  var namesPlace: Bool { !rows.isEmpty || !columns.isEmpty || !cells.isEmpty }
  var isEmpty: Bool { codes.isEmpty && sheet == nil && !namesPlace }
  var isSheetAlone: Bool { sheet != nil && codes.isEmpty && !namesPlace }
  var isRowAlone: Bool { codes.isEmpty && !rows.isEmpty && columns.isEmpty && cells.isEmpty }
  var isColumnAlone: Bool {
    codes.isEmpty && sheet == nil && rows.isEmpty && !columns.isEmpty && cells.isEmpty
  }
}

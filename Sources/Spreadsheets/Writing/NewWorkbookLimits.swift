/// What a workbook that is written may hold, so that every office program opens it.
package struct NewWorkbookLimits: Sendable, Hashable {
  /// UTF-16 units of one text: Excel stops here.
  package var textLength = 32_767
  /// UTF-16 units of one formula: Excel stops here.
  package var formulaLength = 8_192
  /// Functions within one another: Excel stops here.
  package var formulaDepth = 64
  /// Arguments of a function: Excel stops here.
  package var arguments = 255
  /// UTF-16 units of a written list with its commas: Excel stops here.
  package var listLength = 255
  /// UTF-16 units of the title of a message: Excel stops here.
  package var messageTitle = 32
  /// UTF-16 units of a message: Excel takes 255 for a refusal.
  package var messageText = 255
  /// Sheets: the reader of forms takes 200.
  package var sheets = 200
  /// Cells of all sheets with those that only rules or merges name; a form has some thousand.
  package var cells = 2_000_000
  /// Rules of one sheet, of each kind: they are compared with one another.
  package var rules = 4_000
  /// Cells with a link in one sheet: Excel stops at 65,530.
  package var links = 65_000
  /// Millimetres: 255 characters of 11 points, where Excel stops.
  package var columnWidth = 470.0
  /// Millimetres: 409 points, where Excel stops.
  package var rowHeight = 144.0

  package init() {}
}

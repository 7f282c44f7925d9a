import Spreadsheets

/// How the cells of an issued form look: a form of a department, black on white, with the cells to
/// fill in a light colour.
enum FormLooks {
  private static let line: CellStyle.Colour = "7F7F7F"
  private static let grey: CellStyle.Colour = "595959"

  private static func style(_ change: (inout CellStyle) -> Void) -> CellStyle {
    var style = CellStyle.plain
    style.size = 10
    style.wraps = true
    change(&style)
    return style
  }

  /// The form's code, at the right of the first row.
  static let formCode = style {
    $0.horizontal = .right
    $0.isBold = true
    $0.size = 11
  }
  static let basis = style {
    $0.horizontal = .right
    $0.size = 9
    $0.colour = grey
  }
  /// Whose form it is, above the table of a section.
  static let owner = style {
    $0.horizontal = .right
    $0.size = 9
    $0.colour = grey
  }
  static let organisation = style {
    $0.horizontal = .centre
    $0.size = 11
  }
  static let heading = style {
    $0.horizontal = .centre
    $0.isBold = true
    $0.size = 13
  }
  static let subheading = style {
    $0.horizontal = .centre
    $0.isBold = true
    $0.size = 11
  }
  static let note = style {
    $0.horizontal = .centre
    $0.isItalic = true
  }
  static let columnHeading = style {
    $0.size = 9
    $0.horizontal = .centre
    $0.isBold = true
    $0.fill = "E7ECF4"
    $0.border = line
  }
  /// The numbers of columns, under their headings.
  static let columnNumber = style {
    $0.horizontal = .centre
    $0.size = 9
    $0.fill = "F3F5F9"
    $0.border = line
  }
  static let label = style { $0.border = line }
  static let innerLabel = style {
    $0.border = line
    $0.indent = 2
  }
  static let key = style {
    $0.border = line
    $0.horizontal = .centre
    $0.format = .text
  }
  /// What the program fills in and nobody else.
  static let given = style {
    $0.border = line
    $0.isBold = true
    $0.format = .text
  }
  static let input = style {
    $0.border = line
    $0.fill = "FFF9E3"
    $0.isLocked = false
  }
  /// The colours of a cell that must be filled in, while it is empty.
  static let wanting = style { $0.fill = "FFE9A6" }
  /// Last year's values.
  static let reference = style {
    $0.border = line
    $0.horizontal = .centre
    $0.size = 9
    $0.fill = "F2F2F2"
    $0.colour = grey
  }
  static let referenceHeading = style {
    $0.horizontal = .centre
    $0.size = 8
    $0.colour = grey
    $0.fill = "F2F2F2"
    $0.border = line
  }
  static let paragraph = style { $0.vertical = .top }
  static let paragraphNumber = style {
    $0.vertical = .top
    $0.horizontal = .right
  }
  static let chapter = style {
    $0.isBold = true
    $0.size = 11
  }
  static let link = style { $0.colour = "1F4E9E" }
}

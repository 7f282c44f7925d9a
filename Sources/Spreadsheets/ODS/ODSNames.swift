import Markup

/// The names of OpenDocument that are read, by token.
enum ODSName {
  static let spreadsheet: Int32 = 1
  static let table: Int32 = 2
  static let column: Int32 = 3
  static let row: Int32 = 4
  static let cell: Int32 = 5
  static let coveredCell: Int32 = 6
  static let paragraph: Int32 = 7
  static let space: Int32 = 8
  static let tab: Int32 = 9
  static let lineBreak: Int32 = 10
  static let annotation: Int32 = 11
  /// What holds text that is no value: shapes, ruby hints, tracked changes.
  static let aside: Int32 = 12
  static let style: Int32 = 14
  static let tableProperties: Int32 = 15
  static let generator: Int32 = 16
  static let modified: Int32 = 17
  static let heading: Int32 = 18
  static let percentStyle: Int32 = 19

  static let name: Int32 = 101
  static let styleName: Int32 = 102
  static let columnsRepeated: Int32 = 103
  static let rowsRepeated: Int32 = 104
  static let valueType: Int32 = 105
  static let value: Int32 = 106
  static let dateValue: Int32 = 107
  static let timeValue: Int32 = 108
  static let booleanValue: Int32 = 109
  static let stringValue: Int32 = 110
  static let formula: Int32 = 111
  static let columnsSpanned: Int32 = 112
  static let rowsSpanned: Int32 = 113
  static let visibility: Int32 = 114
  static let count: Int32 = 115
  static let styleOwnName: Int32 = 116
  static let display: Int32 = 117
  static let calcType: Int32 = 118
  static let dataStyle: Int32 = 119

  private static let tableSpace = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
  private static let officeSpace = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
  private static let textSpace = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
  private static let styleSpace = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
  private static let calcSpace =
    "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"

  static let content: [KnownName] = [
    KnownName(officeSpace, "spreadsheet", spreadsheet), KnownName(tableSpace, "table", table),
    KnownName(tableSpace, "table-column", column), KnownName(tableSpace, "table-row", row),
    KnownName(tableSpace, "table-cell", cell),
    KnownName(tableSpace, "covered-table-cell", coveredCell),
    KnownName(tableSpace, "shapes", aside), KnownName(tableSpace, "tracked-changes", aside),
    KnownName(tableSpace, "dde-links", aside),
    KnownName(textSpace, "tracked-changes", aside), KnownName(textSpace, "ruby-text", aside),
    KnownName(textSpace, "note", aside),
    KnownName("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "frame", aside),
    KnownName("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "custom-shape", aside),
    KnownName("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "g", aside),
    KnownName("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "rect", aside),
    KnownName("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "line", aside),
    KnownName("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "caption", aside),
    KnownName("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "control", aside),
    KnownName("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "regular-polygon", aside),
    KnownName("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "measure", aside),
    KnownName("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "connector", aside),
    KnownName("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "path", aside),
    KnownName("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "polygon", aside),
    KnownName("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "polyline", aside),
    KnownName("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "circle", aside),
    KnownName("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "ellipse", aside),
    KnownName(textSpace, "p", paragraph), KnownName(textSpace, "h", heading),
    KnownName(textSpace, "s", space), KnownName(textSpace, "tab", tab),
    KnownName(textSpace, "line-break", lineBreak), KnownName(officeSpace, "annotation", annotation),
    KnownName(styleSpace, "style", style),
    KnownName(styleSpace, "table-properties", tableProperties),
    KnownName("urn:oasis:names:tc:opendocument:xmlns:meta:1.0", "generator", generator),
    KnownName("http://purl.org/dc/elements/1.1/", "date", modified),
    KnownName(tableSpace, "name", name), KnownName(tableSpace, "style-name", styleName),
    KnownName(tableSpace, "number-columns-repeated", columnsRepeated),
    KnownName(tableSpace, "number-rows-repeated", rowsRepeated),
    KnownName(tableSpace, "number-columns-spanned", columnsSpanned),
    KnownName(tableSpace, "number-rows-spanned", rowsSpanned),
    KnownName(tableSpace, "visibility", visibility), KnownName(tableSpace, "display", display),
    KnownName(tableSpace, "formula", formula), KnownName(officeSpace, "value-type", valueType),
    KnownName(officeSpace, "value", value), KnownName(officeSpace, "date-value", dateValue),
    KnownName(officeSpace, "time-value", timeValue),
    KnownName(officeSpace, "boolean-value", booleanValue),
    KnownName(officeSpace, "string-value", stringValue),
    KnownName(calcSpace, "value-type", calcType), KnownName(textSpace, "c", count),
    KnownName(styleSpace, "name", styleOwnName),
    KnownName(styleSpace, "data-style-name", dataStyle),
    KnownName(
      "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0", "percentage-style", percentStyle),
  ]
}

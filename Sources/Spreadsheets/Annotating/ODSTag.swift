/// A namespace of OpenDocument that annotating reads or writes; the raw value is its customary
/// prefix.
enum ODSSpace: String, CaseIterable {
  case office
  case table
  case text
  case style
  case fo
  case dc
  case xlink
}

/// The elements that splicing has to know.
enum ODSTagName {
  case document
  case automaticStyles
  case body
  case spreadsheet
  case table
  /// What may stand before the columns and rows of a table.
  case tableLead
  case column
  /// A group or a header of columns.
  case columns
  case row
  /// A group or a header of rows.
  case rows
  case cell
  case coveredCell
  case rangeSource
  case annotation
  case creator
  /// A paragraph, or a list of them.
  case paragraph
  case style
  case cellProperties
  /// What stands behind the tables of a spreadsheet.
  case trailer
  case other

  private static let known: [ODSSpace: [String: ODSTagName]] = [
    .office: [
      "document-content": .document, "automatic-styles": .automaticStyles, "body": .body,
      "spreadsheet": .spreadsheet, "annotation": .annotation,
    ],
    .table: [
      "table": .table, "title": .tableLead, "desc": .tableLead, "table-source": .tableLead,
      "scenario": .tableLead, "shapes": .tableLead, "table-column": .column,
      "table-columns": .columns, "table-header-columns": .columns, "table-column-group": .columns,
      "table-row": .row, "table-rows": .rows, "table-header-rows": .rows,
      "table-row-group": .rows, "table-cell": .cell, "covered-table-cell": .coveredCell,
      "cell-range-source": .rangeSource, "named-expressions": .trailer,
      "database-ranges": .trailer, "data-pilot-tables": .trailer, "consolidation": .trailer,
      "dde-links": .trailer,
    ],
    .style: ["style": .style, "table-cell-properties": .cellProperties],
    .dc: ["creator": .creator],
    .text: ["p": .paragraph, "h": .paragraph, "list": .paragraph],
  ]

  static func of(_ space: ODSSpace?, _ local: String) -> ODSTagName {
    // Forms stand before the columns as well.
    if space == .office, local == "forms" || local == "dde-source" { return .tableLead }
    return space.flatMap { known[$0]?[local] } ?? .other
  }
}

/// A tag and where it stands in its part.
struct ODSTag {
  enum Shape {
    case opening
    /// `<a/>`
    case alone
    case closing
  }

  var shape: Shape
  var name: ODSTagName
  /// From "<" to behind ">".
  var range: Range<Int>
  /// The name with its prefix.
  var nameRange: Range<Int>

  /// Where its contents begin, or would.
  var end: Int { range.upperBound }
}

/// An attribute and where it stands.
struct ODSAttribute {
  /// Nil for one without a prefix, and for a namespace that does not matter.
  var space: ODSSpace?
  /// Without its prefix.
  var name: String
  /// The value as it is written, without its quotes.
  var value: Range<Int>
  /// With the white space before it.
  var whole: Range<Int>
}

extension [ODSAttribute] {
  func first(_ space: ODSSpace, _ name: String) -> ODSAttribute? {
    first { $0.space == space && $0.name == name }
  }
}

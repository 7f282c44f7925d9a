import Markup

/// The names of SpreadsheetML that are read, by token. Namespaces are not told apart: the strict
/// and the transitional ones mean the same, and a prefix may be any.
enum XLSXName {
  static let sheet: Int32 = 1
  static let workbookProperties: Int32 = 2
  static let relationship: Int32 = 3
  static let sharedItem: Int32 = 4
  static let text: Int32 = 5
  /// What holds text that is none of the value: phonetic hints and extensions.
  static let phonetic: Int32 = 7
  static let numberFormat: Int32 = 8
  static let cellFormats: Int32 = 9
  static let format: Int32 = 10
  static let row: Int32 = 11
  static let cell: Int32 = 12
  static let value: Int32 = 13
  static let formula: Int32 = 14
  static let inline: Int32 = 15
  static let mergedCell: Int32 = 16
  static let column: Int32 = 17
  static let application: Int32 = 18
  static let appVersion: Int32 = 19
  static let modified: Int32 = 20
  static let fallback: Int32 = 21
  static let sheetData: Int32 = 22
  static let numberFormats: Int32 = 23

  // Attributes.
  static let name: Int32 = 101
  static let relationID: Int32 = 102
  static let state: Int32 = 103
  static let date1904: Int32 = 104
  static let id: Int32 = 105
  static let target: Int32 = 106
  static let relationType: Int32 = 107
  static let numberFormatID: Int32 = 108
  static let formatCode: Int32 = 109
  static let reference: Int32 = 110
  static let style: Int32 = 111
  static let cellType: Int32 = 112
  static let hidden: Int32 = 113
  static let mergedReference: Int32 = 114
  static let minimum: Int32 = 115
  static let maximum: Int32 = 116
  static let targetMode: Int32 = 117

  // Lists are made ready once, because every small form is read with them. Attributes come first
  // in each: "*" is also no namespace, and the first match counts.

  private static func any(_ local: String, _ token: Int32) -> KnownName {
    KnownName("*", local, token)
  }
  private static func plain(_ local: String, _ token: Int32) -> KnownName {
    KnownName(nil, local, token)
  }

  static let workbook = KnownNames(
    [
      plain("name", name),
      KnownName(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships", "id", relationID),
      KnownName("http://purl.oclc.org/ooxml/officeDocument/relationships", "id", relationID),
      plain("state", state), plain("date1904", date1904), any("sheet", sheet),
      any("workbookPr", workbookProperties),
    ] + workbookExtras)
  static let relations = KnownNames(
    [
      plain("Id", id), plain("Target", target), plain("Type", relationType),
      plain("TargetMode", targetMode), any("Relationship", relationship),
    ])
  static let sharedStrings = KnownNames(
    [
      any("si", sharedItem), any("t", text), any("rPh", phonetic),
      any("extLst", phonetic),
    ])
  static let styles = KnownNames(
    [
      plain("numFmtId", numberFormatID), plain("formatCode", formatCode),
      any("numFmt", numberFormat),
      any("cellXfs", cellFormats), any("xf", format), any("numFmts", numberFormats),
    ])
  private static let worksheet = [
    plain("r", reference), plain("s", style), plain("t", cellType), plain("hidden", hidden),
    plain("ref", mergedReference), plain("min", minimum), plain("max", maximum),
    any("sheetData", sheetData), any("row", row), any("c", cell), any("v", value),
    any("f", formula), any("is", inline), any("t", text), any("rPh", phonetic),
    any("mergeCell", mergedCell), any("col", column), any("Fallback", fallback),
    any("extLst", phonetic),
  ]
  private static let cellsOnly = KnownNames(worksheet)
  private static let whole = KnownNames(worksheet + formulaExtras + sheetExtras)

  /// The names of a worksheet of which `contents` are read: of most forms the cells alone.
  static func worksheet(for contents: WorkbookContents) -> KnownNames {
    contents.contains(.formulas) || XLSXSheetExtras.isNeeded(for: contents) ? whole : cellsOnly
  }

  static let properties = KnownNames(
    [
      any("Application", application), any("AppVersion", appVersion), any("modified", modified),
      any("created", created),
    ])
}

/// What an earlier copy left in an ODS file, which its school has sent in again.
struct ODSFormerCopy {
  /// Names of the sheets that are lists.
  let lists: Set<String>
  /// Sheets with comments among which some may be ours.
  private(set) var commented: Set<String> = []
  /// Of the cells that were marked, by sheet, the fill before; nil for none.
  private(set) var fills: [String: [CellAddress: String?]] = [:]
  let copy: FormerCopy

  /// - Parameter workbook: read with its comments.
  init(_ workbook: Workbook, _ annotation: WorkbookAnnotation) {
    copy = FormerCopy(workbook, list: annotation.list.name)
    lists = copy.lists
    for sheet in workbook.sheets where !lists.contains(sheet.name) {
      if !sheet.comments.isEmpty { commented.insert(sheet.name) }
      let told = copy.fills(of: sheet.name).mapValues(Self.colour)
      if !told.isEmpty { fills[sheet.name] = told }
    }
  }

  /// The fill as a copy of an ODS tells it, or one of an XLSX: "#FFFF00", "solid fg:rgb=FFFFFF00".
  /// Nil for any other text: nobody writes markup into a style by way of the list.
  static func colour(_ told: String) -> String? {
    // What a fill may be (OpenDocument 1.3, part 3, 20.182).
    if told == "transparent" { return told }
    guard let fill = XLSXFill(told: told), fill.pattern == "solid",
      let colour = fill.foreground.first, colour.hasPrefix("rgb=")
    else { return nil }
    return "#" + colour.suffix(6)
  }
}

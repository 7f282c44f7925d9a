import OpenDocument

/// The tables of a workbook whose rows can be filtered, as database ranges of OpenDocument.
enum ODSFilters {
  /// Nothing, or the one element that holds them all.
  static func elements(of workbook: NewWorkbook) -> [Element] {
    let ranges = workbook.sheets.enumerated().compactMap { number, sheet in
      sheet.filter.map { range(of: $0, on: sheet, number: number) }
    }
    return ranges.isEmpty ? [] : [Element("table:database-ranges", elements: ranges)]
  }

  private static func range(
    of filter: CellRange, on sheet: NewSheet, number: Int
  ) -> Element {
    let name = OpenFormulaNotation.quoted(sheet.name)
    return Element(
      "table:database-range",
      [
        "table:name": "__Anonymous_Sheet_DB__\(number)",
        "table:target-range-address": "\(name).\(filter.first):\(name).\(filter.last)",
        "table:display-filter-buttons": "true",
      ])
  }
}

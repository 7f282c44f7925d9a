import ExactNumbers
import OpenDocument

extension ChartDocument {
  /// The data that the chart is drawn from; series and categories name its ranges.
  var localTable: Element {
    let columns = chart.series.count + (hasReferenceSeries ? 1 : 0)
    var names = chart.series.map(\.name)
    if hasReferenceSeries { names += [chart.referenceText ?? ""] }
    let head = Element("table:table-row", elements: [textCell("")] + names.map(textCell))
    return Element(
      "table:table", ["table:name": "local-table"],
      elements: [
        Element("table:table-header-columns", elements: [Element("table:table-column")]),
        Element(
          "table:table-columns",
          elements: [
            Element(
              "table:table-column", ["table:number-columns-repeated": String(max(1, columns))])
          ]),
        Element("table:table-header-rows", elements: [head]),
        Element("table:table-rows", elements: chart.categories.indices.map(row)),
      ])
  }

  private func row(_ category: Int) -> Element {
    var cells = [textCell(chart.categories[category])]
    cells += chart.series.indices.map { numberCell(chart.value(ofSeries: $0, at: category)) }
    if hasReferenceSeries { cells.append(numberCell(chart.reference?.value)) }
    return Element("table:table-row", elements: cells)
  }

  private func textCell(_ text: String) -> Element {
    Element(
      "table:table-cell", ["office:value-type": "string"], elements: [Element("text:p", text: text)]
    )
  }

  /// A gap is written as NaN, as LibreOffice does: an empty cell would be read as zero by some.
  private func numberCell(_ value: ExactNumber?) -> Element {
    Element(
      "table:table-cell",
      ["office:value-type": "float", "office:value": value?.description ?? "NaN"],
      elements: [Element("text:p", text: value.map { $0.description } ?? "")])
  }

  func range(ofColumn column: Int) -> String {
    "local-table.\(cell(column, 2)):.\(cell(column, chart.categories.count + 1))"
  }

  var lastCell: String {
    cell(chart.series.count + (hasReferenceSeries ? 1 : 0), chart.categories.count + 1)
  }

  /// «$B$2»: a column from 0, a row from 1. Charts of over 26 columns are not drawn by anybody.
  func cell(_ column: Int, _ row: Int) -> String {
    let letter = Unicode.Scalar(UInt8(65 + min(25, column)))
    return "$\(letter)$\(max(1, row))"
  }
}

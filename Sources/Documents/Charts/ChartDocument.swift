import ExactNumbers
import OpenDocument

/// A chart as a sub-document of an ODT file, with its data inside, so that an office program can
/// edit it (part 3, 19.2 and 11).
struct ChartDocument {
  let chart: Chart
  /// The family of the document's text: charts inherit no fonts.
  let fontFamily: String

  /// Of the frame on the page.
  var size: (width: Double, height: Double) {
    switch chart.kind {
    case .columns, .lines: (16.4, 8.6)
    case .bars:
      // A lying bar needs about 4 mm to be read, whatever their number; a page has 24 cm.
      (16.4, min(23, 3.2 + 0.42 * Double(chart.categories.count * (chart.series.count + 1))))
    }
  }

  func subDocument(named name: String) -> OpenDocumentPackage.SubDocument {
    OpenDocumentPackage.SubDocument(name: name, content: content, styles: styles)
  }

  private var content: Element {
    let plot = Element(
      "chart:plot-area",
      [
        "chart:style-name": "plot", "table:cell-range-address": "local-table.$A$1:.\(lastCell)",
        "chart:data-source-has-labels": "both",
      ],
      elements: axes + seriesElements + [
        Element("chart:wall", ["chart:style-name": "wall"]),
        Element("chart:floor", ["chart:style-name": "wall"]),
      ])
    var parts: [Element] = []
    if hasLegend {
      parts.append(
        Element(
          "chart:legend",
          [
            "chart:legend-position": "bottom", "style:legend-expansion": "wide",
            "chart:style-name": "legend",
          ]))
    }
    let body = Element(
      "chart:chart",
      [
        "svg:width": Length.text(size.width), "svg:height": Length.text(size.height),
        // LibreOffice puts the first point of a line chart onto the axis, below its numbers; lines
        // in a bar chart stand apart from it.
        "chart:class": "chart:bar", "chart:style-name": "chart",
      ], elements: parts + [plot, localTable])
    return Element(
      "office:document-content", ["office:version": "1.3"],
      elements: [
        Element("office:automatic-styles", elements: automaticStyles),
        Element("office:body", elements: [Element("office:chart", elements: [body])]),
      ])
  }

  var hasLegend: Bool { chart.series.count > 1 || hasReferenceSeries }

  /// LibreOffice draws no line across lying bars; there the target is said in words.
  var hasReferenceSeries: Bool { chart.reference != nil && chart.kind != .bars }

  var chartClass: String {
    switch chart.kind {
    case .columns, .bars: "chart:bar"
    case .lines: "chart:line"
    }
  }

  private var axes: [Element] {
    let categories = Element(
      "chart:categories", ["table:cell-range-address": range(ofColumn: 0)])
    var vertical = [Element("chart:grid", ["chart:class": "major", "chart:style-name": "grid"])]
    if let title = valueTitle {
      vertical.insert(
        Element(
          "chart:title", ["chart:style-name": "axis-title"],
          elements: [Element("text:p", text: title)]
        ), at: 0)
    }
    return [
      Element(
        "chart:axis",
        ["chart:dimension": "x", "chart:name": "primary-x", "chart:style-name": "axis-x"],
        elements: [categories]),
      Element(
        "chart:axis",
        ["chart:dimension": "y", "chart:name": "primary-y", "chart:style-name": "axis-y"],
        elements: vertical),
    ]
  }

  private var valueTitle: String? {
    let target = hasReferenceSeries ? nil : chart.referenceText
    let parts = [chart.unit.isEmpty ? nil : chart.unit, target].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  private var seriesElements: [Element] {
    var all = chart.series.indices.map {
      series(column: $0 + 1, class: chartClass, style: "series-\($0)")
    }
    if hasReferenceSeries {
      all.append(
        series(column: chart.series.count + 1, class: "chart:line", style: "series-reference"))
    }
    return all
  }

  private func series(column: Int, class name: String, style: String) -> Element {
    Element(
      "chart:series",
      [
        "chart:style-name": style, "chart:values-cell-range-address": range(ofColumn: column),
        "chart:label-cell-address": "local-table.\(cell(column, 1))", "chart:class": name,
      ],
      elements: [
        Element("chart:data-point", ["chart:repeated": String(max(1, chart.categories.count))])
      ])
  }
}

import ExactNumbers
import OpenDocument

extension ChartDocument {
  /// Styles by name. Fonts are set on each, since charts do not inherit them; numbers are Russian
  /// on axis and series, with their link to the data's format cut, or commas would be lost.
  var automaticStyles: [Element] {
    var styles = [
      numberStyle(named: "value", decimals: chart.decimals),
      numberStyle(named: "tick", decimals: ChartScale(of: chart).step.decimals),
      style("chart", graphic: ["draw:fill": "none", "draw:stroke": "none"]),
      style("legend", graphic: ["draw:fill": "none", "draw:stroke": "none"], text: true),
      style(
        "plot",
        chart: [
          "chart:include-hidden-cells": "false", "chart:treat-empty-cells": "leave-gap",
          "chart:vertical": self.chart.kind == .bars ? "true" : nil,
        ]),
      // Without it the wall is grey.
      style("wall", graphic: ["draw:fill": "none", "draw:stroke": "none"]),
      style(
        "grid", graphic: ["svg:stroke-color": ChartPalette.grid, "svg:stroke-width": "0.02cm"]),
      style("axis-title", text: true),
      axisStyle("axis-x", data: nil, extra: self.chart.kind == .bars),
      axisStyle("axis-y", data: "tick", extra: false),
    ]
    styles += chart.series.indices.map { seriesStyle($0) }
    if hasReferenceSeries { styles.append(referenceStyle) }
    return styles
  }

  /// `styles.xml`: hatchings and dashes, which cannot stand beside the styles that use them.
  var styles: Element {
    var shared: [Element] = []
    for number in chart.series.indices {
      let look = ChartPalette.look(ofSeries: number)
      if let hatch = hatch(number, look) { shared.append(hatch) }
      if let dash = dash(named: "dash-\(number)", look.dash) { shared.append(dash) }
    }
    if let dash = dash(named: "dash-reference", [6, 4]) { shared.append(dash) }
    return Element(
      "office:document-styles", ["office:version": "1.3"],
      elements: [Element("office:styles", elements: shared)])
  }

  private func hatch(_ number: Int, _ look: ChartPalette.Look) -> Element? {
    let (kind, angle): (String, Int)
    switch look.filling {
    case .solid: return nil
    case .hatch(let degrees): (kind, angle) = ("single", degrees)
    case .crossHatch(let degrees): (kind, angle) = ("double", degrees)
    }
    return Element(
      "draw:hatch",
      [
        "draw:name": "hatch-\(number)", "draw:style": kind, "draw:color": look.colour,
        "draw:distance": "0.1cm", "draw:rotation": String(angle * 10),
      ])
  }

  private func dash(named name: String, _ lengths: [Int]) -> Element? {
    guard lengths.count >= 2 else { return nil }
    return Element(
      "draw:stroke-dash",
      [
        "draw:name": name, "draw:style": "rect", "draw:dots1": "1",
        "draw:dots1-length": Length.text(Double(lengths[0]) * 0.03),
        "draw:dots2": lengths.count > 2 ? "1" : nil,
        "draw:dots2-length": lengths.count > 2 ? Length.text(Double(lengths[2]) * 0.03) : nil,
        "draw:distance": Length.text(Double(lengths[1]) * 0.03),
      ])
  }

  private func seriesStyle(_ number: Int) -> Element {
    let look = ChartPalette.look(ofSeries: number)
    let properties: KeyValuePairs<String, String?> = [
      "chart:data-label-number": "value", "chart:data-label-text": "false",
      "chart:data-label-symbol": "false", "chart:link-data-style-to-source": "false",
      "chart:label-position": chart.kind == .lines ? "top" : isLabelInside ? "inside" : "outside",
      "chart:symbol-type": chart.kind == .lines ? "named-symbol" : nil,
      "chart:symbol-name": chart.kind == .lines ? look.marker.rawValue : nil,
      "chart:symbol-width": chart.kind == .lines ? "0.24cm" : nil,
      "chart:symbol-height": chart.kind == .lines ? "0.24cm" : nil,
    ]
    let graphic: KeyValuePairs<String, String?>
    switch (chart.kind, look.filling) {
    case (.lines, _):
      graphic = [
        "draw:stroke": look.dash.isEmpty ? "solid" : "dash",
        "draw:stroke-dash": look.dash.isEmpty ? nil : "dash-\(number)",
        "svg:stroke-width": "0.07cm", "svg:stroke-color": look.colour,
        "draw:fill-color": look.colour,
      ]
    case (.columns, .solid), (.bars, .solid):
      graphic = [
        "draw:stroke": "solid", "svg:stroke-color": look.colour, "draw:fill": "solid",
        "draw:fill-color": look.colour,
      ]
    case (.columns, .hatch), (.columns, .crossHatch), (.bars, .hatch), (.bars, .crossHatch):
      graphic = [
        "draw:stroke": "solid", "svg:stroke-width": "0.03cm", "svg:stroke-color": look.colour,
        "draw:fill": "hatch", "draw:fill-hatch-name": "hatch-\(number)",
        "draw:fill-color": "#ffffff", "draw:fill-hatch-solid": "true",
      ]
    }
    return style(
      "series-\(number)", data: "value", chart: properties, graphic: graphic, text: true,
      colour: isLabelInside ? "#ffffff" : ChartPalette.ink)
  }

  /// Above an upright bar the line of a target would run through the value.
  private var isLabelInside: Bool {
    chart.kind == .columns && chart.reference != nil && chart.series.count == 1
  }

  private var referenceStyle: Element {
    style(
      "series-reference", data: "value",
      chart: ["chart:symbol-type": "none", "chart:link-data-style-to-source": "false"],
      graphic: [
        "draw:stroke": "dash", "draw:stroke-dash": "dash-reference", "svg:stroke-width": "0.06cm",
        "svg:stroke-color": ChartPalette.reference,
      ], text: true)
  }

  private func axisStyle(_ name: String, data: String?, extra isReversed: Bool) -> Element {
    style(
      name, data: data,
      chart: [
        "chart:display-label": "true",
        "chart:tick-marks-major-outer": data == nil ? "false" : "true",
        "chart:logarithmic": "false", "chart:text-overlap": "false",
        // The first category of lying bars stands on top, as in the table.
        "chart:reverse-direction": isReversed ? "true" : "false",
        // With the order of categories turned, the end is the lower edge.
        "chart:axis-position": data != nil && chart.kind == .bars ? "end" : nil,
        "chart:minimum": data != nil && ChartScale(of: chart).ticks.lowerBound == 0 ? "0" : nil,
        "chart:link-data-style-to-source": data == nil ? nil : "false",
        "chart:gap-width": data == nil ? nil : "60", "chart:overlap": data == nil ? nil : "0",
      ], graphic: ["svg:stroke-color": "#808080"], text: true)
  }

  private func style(
    _ name: String, data: String? = nil, chart: KeyValuePairs<String, String?>? = nil,
    graphic: KeyValuePairs<String, String?>? = nil, text: Bool = false,
    colour: String = ChartPalette.ink
  ) -> Element {
    var properties: [Element] = []
    if let chart { properties.append(Element("style:chart-properties", chart)) }
    if let graphic { properties.append(Element("style:graphic-properties", graphic)) }
    if text {
      properties.append(
        Element(
          "style:text-properties",
          [
            "fo:color": colour, "fo:font-family": "'\(fontFamily)'",
            "fo:font-size": "10pt",
          ]))
    }
    return Element(
      "style:style",
      ["style:name": name, "style:family": "chart", "style:data-style-name": data],
      elements: properties)
  }

  private func numberStyle(named name: String, decimals: Int) -> Element {
    Element(
      "number:number-style",
      ["style:name": name, "number:language": "ru", "number:country": "RU"],
      elements: [
        Element(
          "number:number",
          [
            "number:decimal-places": String(decimals),
            "number:min-decimal-places": String(decimals), "number:min-integer-digits": "1",
            "number:grouping": "true",
          ])
      ])
  }
}

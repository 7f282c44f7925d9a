import ExactNumbers
import OpenDocument

/// A chart as inline SVG. It holds its own title and description for screen readers, and prints
/// the values, so that nothing has to be read off an axis or told by colour.
///
/// Lengths are pixels of the `viewBox`; the page scales the whole.
struct ChartDrawing {
  let chart: Chart
  /// Unique in the page; the identifiers within begin with it: "figure-1".
  let identifier: String

  static let width = 720.0
  static let fontSize = 13.0

  var element: Element {
    let scale = ChartScale(of: chart)
    let frame = ChartFrame(of: chart, scale: scale)
    var parts = [
      Element("title", ["id": identifier + "-title"], text: chart.title),
      Element("desc", ["id": identifier + "-desc"], text: chart.description),
    ]
    let patterns = chart.series.indices.compactMap(pattern)
    if !patterns.isEmpty { parts.append(Element("defs", elements: patterns)) }
    parts += gridLines(frame, scale)
    parts += categoryLabels(frame)
    switch chart.kind {
    case .columns, .bars: parts += bars(frame, scale)
    case .lines: parts += lines(frame, scale)
    }
    parts += referenceLine(frame, scale)
    parts += legend(frame)
    return Element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "role": "img",
        "aria-labelledby": "\(identifier)-title \(identifier)-desc",
        "viewBox": "0 0 \(Self.number(Self.width)) \(Self.number(frame.height))",
        "font-family": "'PT Sans', 'Liberation Sans', Arial, sans-serif",
        "font-size": Self.number(Self.fontSize), "fill": ChartPalette.ink,
      ], elements: parts)
  }

  /// The filling of a series: its colour, or the hatching that `pattern` defines.
  func fill(ofSeries number: Int) -> String {
    switch ChartPalette.look(ofSeries: number).filling {
    case .solid: ChartPalette.look(ofSeries: number).colour
    case .hatch, .crossHatch: "url(#\(identifier)-hatch-\(number))"
    }
  }

  private func pattern(_ number: Int) -> Element? {
    let look = ChartPalette.look(ofSeries: number)
    let degrees: Int
    var path = "M0 3H6"
    switch look.filling {
    case .solid: return nil
    case .hatch(let angle): degrees = angle
    case .crossHatch(let angle):
      degrees = angle
      path += "M3 0V6"
    }
    return Element(
      "pattern",
      [
        "id": "\(identifier)-hatch-\(number)", "width": "6", "height": "6",
        "patternUnits": "userSpaceOnUse", "patternTransform": "rotate(\(-degrees))",
      ],
      elements: [
        Element("rect", ["width": "6", "height": "6", "fill": "#ffffff"]),
        Element("path", ["d": path, "stroke": look.colour, "stroke-width": "2"]),
      ])
  }

  /// A length with one decimal at most: the same on every machine.
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let rest = tenths.magnitude % 10
    return sign + "\(tenths.magnitude / 10)" + (rest == 0 ? "" : ".\(rest)")
  }

  /// About how wide a text is; the page's font may differ by a tenth.
  static func width(of text: String, size: Double = fontSize) -> Double {
    Double(text.count) * size * 0.6
  }

  static func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, colour: String, width: String = "1",
    dash: String? = nil
  ) -> Element {
    Element(
      "line",
      [
        "x1": number(x1), "y1": number(y1), "x2": number(x2), "y2": number(y2), "stroke": colour,
        "stroke-width": width, "stroke-dasharray": dash,
      ])
  }

  static func text(
    _ text: String, x: Double, y: Double, anchor: String = "middle", size: Double? = nil,
    colour: String? = nil, rotated degrees: Int? = nil
  ) -> Element {
    // Texts of a size of their own are values: a white edge keeps them apart from lines below.
    Element(
      "text",
      [
        "paint-order": size == nil ? nil : "stroke", "stroke": size == nil ? nil : "#ffffff",
        "stroke-width": size == nil ? nil : "3",
        "x": number(x), "y": number(y), "text-anchor": anchor,
        "font-size": size.map(number), "fill": colour,
        "transform": degrees.map { "rotate(\($0) \(number(x)) \(number(y)))" },
      ], text: text)
  }
}

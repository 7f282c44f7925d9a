import ExactNumbers
import OpenDocument

extension ChartDrawing {
  /// Upright and lying bars with their values at the end.
  func bars(_ frame: ChartFrame, _ scale: ChartScale) -> [Element] {
    let breadth = min(54, frame.slot * 0.76 / Double(max(1, chart.series.count)))
    var parts: [Element] = []
    for category in chart.categories.indices {
      let first = frame.middle(of: category) - breadth * Double(chart.series.count) / 2
      for number in chart.series.indices {
        let side = first + breadth * Double(number)
        let value = chart.value(ofSeries: number, at: category)
        if let value { parts.append(bar(number, value, side, breadth, frame, scale)) }
        parts.append(barLabel(value, side + breadth / 2, breadth, frame, scale))
      }
    }
    return parts
  }

  private func bar(
    _ number: Int, _ value: ExactNumber, _ side: Double, _ breadth: Double, _ frame: ChartFrame,
    _ scale: ChartScale
  ) -> Element {
    let zero = frame.place(.zero, scale)
    let end = frame.place(value, scale)
    let (along, length) = (min(zero, end), abs(end - zero))
    let (x, y) = frame.isLying ? (along, side + 1) : (side + 1, along)
    let (width, height) = frame.isLying ? (length, breadth - 2) : (breadth - 2, length)
    return Element(
      "rect",
      [
        "x": Self.number(x), "y": Self.number(y), "width": Self.number(width),
        "height": Self.number(height), "fill": fill(ofSeries: number),
        "stroke": ChartPalette.look(ofSeries: number).colour,
      ])
  }

  private func barLabel(
    _ value: ExactNumber?, _ middle: Double, _ breadth: Double, _ frame: ChartFrame,
    _ scale: ChartScale
  ) -> Element {
    let text = chart.label(value)
    let end = frame.place(value ?? .zero, scale)
    let colour = value == nil ? "#666666" : nil
    if frame.isLying {
      return Self.text(text, x: end + 5, y: middle + 4, anchor: "start", size: 12, colour: colour)
    }
    let isNarrow = Self.width(of: text, size: 12) > breadth + 6
    // Below the axis a label would lie on the names of categories.
    let y = (value?.isNegative ?? false) ? frame.place(.zero, scale) - 5 : end - 5
    return isNarrow
      ? Self.text(
        text, x: middle + 4, y: y, anchor: "start", size: 11, colour: colour, rotated: -90)
      : Self.text(text, x: middle, y: y, size: 12, colour: colour)
  }

  /// Points joined by lines; a line breaks where there is no data.
  func lines(_ frame: ChartFrame, _ scale: ChartScale) -> [Element] {
    var parts: [Element] = []
    for number in chart.series.indices {
      let look = ChartPalette.look(ofSeries: number)
      var path = ""
      var isDrawing = false
      for category in chart.categories.indices {
        guard let value = chart.value(ofSeries: number, at: category) else {
          isDrawing = false
          continue
        }
        let (x, y) = (frame.middle(of: category), frame.place(value, scale))
        path += (isDrawing ? "L" : "M") + "\(Self.number(x)) \(Self.number(y))"
        isDrawing = true
      }
      guard !path.isEmpty else { continue }
      parts.append(
        Element(
          "path",
          [
            "d": path, "fill": "none", "stroke": look.colour, "stroke-width": "2.5",
            "stroke-dasharray": Self.dashes(look),
          ]))
    }
    for category in chart.categories.indices { parts += points(category, frame, scale) }
    return parts
  }

  /// The markers of one category with their values: the greatest above its point, the least below,
  /// others beside theirs, so that labels of neighbours stay apart.
  private func points(_ category: Int, _ frame: ChartFrame, _ scale: ChartScale) -> [Element] {
    let given = chart.series.indices.compactMap { number in
      chart.value(ofSeries: number, at: category).map { (number: number, value: $0) }
    }
    .sorted { ($1.value, $0.number) < ($0.value, $1.number) }
    let x = frame.middle(of: category)
    var parts: [Element] = []
    for (rank, point) in given.enumerated() {
      let y = frame.place(point.value, scale)
      let look = ChartPalette.look(ofSeries: point.number)
      parts.append(marker(look, x: x, y: y))
      let text = chart.label(point.value)
      if rank == 0 {
        parts.append(Self.text(text, x: x, y: y - 9, size: 12, colour: look.colour))
      } else if rank == given.count - 1 {
        parts.append(Self.text(text, x: x, y: y + 19, size: 12, colour: look.colour))
      } else {
        parts.append(
          Self.text(text, x: x + 9, y: y + 4, anchor: "start", size: 12, colour: look.colour))
      }
    }
    return parts
  }

  func marker(_ look: ChartPalette.Look, x: Double, y: Double) -> Element {
    let path: String
    switch look.marker {
    case .circle:
      return Element(
        "circle",
        ["cx": Self.number(x), "cy": Self.number(y), "r": "4.5", "fill": look.colour])
    case .square: path = "h9v9h-9z"
    case .diamond: path = "l5.5 5.5l-5.5 5.5l-5.5 -5.5z"
    case .triangle: path = "l5.5 9.5h-11z"
    }
    let start: (Double, Double) =
      switch look.marker {
      case .circle, .square: (x - 4.5, y - 4.5)
      case .diamond, .triangle: (x, y - 5.5)
      }
    let d = "M\(Self.number(start.0)) \(Self.number(start.1))" + path
    return Element("path", ["d": d, "fill": look.colour])
  }
}

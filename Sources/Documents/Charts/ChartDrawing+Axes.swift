import ExactNumbers
import OpenDocument
import Wording

extension ChartDrawing {
  func gridLines(_ frame: ChartFrame, _ scale: ChartScale) -> [Element] {
    var parts: [Element] = []
    for tick in scale.ticks {
      let value = scale.value(at: tick)
      let place = frame.place(value, scale)
      let colour = tick == 0 ? "#808080" : ChartPalette.grid
      let label = Language.ru.number(value)
      if frame.isLying {
        parts.append(Self.line(place, frame.top, place, frame.bottom, colour: colour))
        parts.append(Self.text(label, x: place, y: frame.bottom + 18))
      } else {
        parts.append(Self.line(frame.left, place, frame.right, place, colour: colour))
        parts.append(Self.text(label, x: frame.left - 8, y: place + 4, anchor: "end"))
      }
    }
    if !chart.unit.isEmpty {
      parts.append(
        frame.isLying
          ? Self.text(chart.unit, x: frame.right, y: frame.bottom + 18, anchor: "end")
          : Self.text(chart.unit, x: frame.left - 8, y: 14, anchor: "end"))
    }
    return parts
  }

  func categoryLabels(_ frame: ChartFrame) -> [Element] {
    let line = Self.fontSize * 1.25
    var parts: [Element] = []
    for (category, name) in frame.names.enumerated() {
      let middle = frame.middle(of: category)
      for (number, text) in name.enumerated() {
        if frame.isLying {
          let top = middle - Double(name.count - 1) * line / 2 + 4
          parts.append(
            Self.text(text, x: frame.left - 8, y: top + Double(number) * line, anchor: "end"))
        } else if frame.areNamesTurned {
          parts.append(
            Self.text(text, x: middle + 4, y: frame.bottom + 14, anchor: "end", rotated: -45))
        } else {
          parts.append(Self.text(text, x: middle, y: frame.bottom + 18 + Double(number) * line))
        }
      }
    }
    return parts
  }

  func referenceLine(_ frame: ChartFrame, _ scale: ChartScale) -> [Element] {
    guard let reference = chart.reference else { return [] }
    let place = frame.place(reference.value, scale)
    let line =
      frame.isLying
      ? Self.line(
        place, frame.top - 8, place, frame.bottom, colour: ChartPalette.reference, width: "2",
        dash: "6 4")
      : Self.line(
        frame.left, place, frame.right, place, colour: ChartPalette.reference, width: "2",
        dash: "6 4")
    return [line]
  }

  /// One row below the picture: swatch and name a series, then the target.
  func legend(_ frame: ChartFrame) -> [Element] {
    guard chart.series.count > 1 || chart.reference != nil else { return [] }
    let names = chart.series.map(\.name) + [chart.referenceText].compactMap { $0 }
    let widths = names.map { Self.width(of: $0) + 48 }
    let y = frame.height - 12
    var x = max(8, (Self.width - widths.reduce(0, +)) / 2)
    var parts: [Element] = []
    for (number, name) in names.enumerated() {
      parts +=
        number < chart.series.count
        ? swatch(ofSeries: number, x: x, y: y)
        : [
          Self.line(
            x, y - 4, x + 26, y - 4, colour: ChartPalette.reference, width: "2", dash: "6 4")
        ]
      parts.append(Self.text(name, x: x + 32, y: y, anchor: "start"))
      x += widths[number]
    }
    return parts
  }

  private func swatch(ofSeries number: Int, x: Double, y: Double) -> [Element] {
    let look = ChartPalette.look(ofSeries: number)
    switch chart.kind {
    case .columns, .bars:
      return [
        Element(
          "rect",
          [
            "x": Self.number(x), "y": Self.number(y - 11), "width": "26", "height": "13",
            "fill": fill(ofSeries: number), "stroke": look.colour,
          ])
      ]
    case .lines:
      return [
        Self.line(
          x, y - 4, x + 26, y - 4, colour: look.colour, width: "2",
          dash: Self.dashes(look)), marker(look, x: x + 13, y: y - 4),
      ]
    }
  }

  static func dashes(_ look: ChartPalette.Look) -> String? {
    look.dash.isEmpty ? nil : look.dash.map(String.init).joined(separator: " ")
  }
}

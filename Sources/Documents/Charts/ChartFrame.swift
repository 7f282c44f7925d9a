import ExactNumbers
import Wording

/// Where the parts of a drawn chart lie.
struct ChartFrame {
  /// Of the field in which bars and lines are drawn.
  private(set) var left = 0.0
  private(set) var right = 0.0
  private(set) var top = 0.0
  private(set) var bottom = 0.0
  /// Of the whole picture, legend included.
  private(set) var height = 0.0
  /// The names of the categories, broken into lines.
  let names: [[String]]
  /// Names below columns that do not fit side by side are turned.
  let areNamesTurned: Bool
  /// Whether categories follow one another downwards.
  let isLying: Bool
  private let count: Int

  init(of chart: Chart, scale: ChartScale) {
    count = max(1, chart.categories.count)
    isLying = chart.kind == .bars
    let hasLegend = chart.series.count > 1 || chart.reference != nil
    let line = ChartDrawing.fontSize * 1.25
    let ticks = scale.ticks.map { Language.ru.number(scale.value(at: $0)) }
    let tickWidth = ticks.map { ChartDrawing.width(of: $0) }.max() ?? 0
    right = ChartDrawing.width - 24
    top = 28
    if isLying {
      names = chart.categories.map { Self.wrapped($0, width: 250) }
      areNamesTurned = false
      let widest = names.joined().map { ChartDrawing.width(of: $0) }.max() ?? 0
      left = min(270, widest + 14)
      let heights = names.map { name in
        max(Double(chart.series.count) * 19 + 9, Double(name.count) * line + 6)
      }
      bottom = top + (heights.max() ?? 0) * Double(count)
      height = bottom + 26 + (hasLegend ? 34 : 0)
    } else {
      left = tickWidth + 18
      let slot = (right - left) / Double(count)
      let broken = chart.categories.map { Self.wrapped($0, width: slot - 8) }
      let widest = broken.joined().map { ChartDrawing.width(of: $0) }.max() ?? 0
      areNamesTurned = widest > slot
      names = areNamesTurned ? chart.categories.map { [$0] } : broken
      bottom = top + 250
      let room =
        areNamesTurned
        ? (names.joined().map { ChartDrawing.width(of: $0) }.max() ?? 0) * 0.75 + 14
        : Double(names.map(\.count).max() ?? 1) * line + 8
      height = bottom + room + (hasLegend ? 34 : 8)
    }
  }

  /// How much of the axis of categories one of them has.
  var slot: Double { (isLying ? bottom - top : right - left) / Double(count) }

  /// The middle of a category on its axis.
  func middle(of category: Int) -> Double {
    (isLying ? top : left) + slot * (Double(category) + 0.5)
  }

  /// Where a value lies on the axis of values.
  func place(_ value: ExactNumber, _ scale: ChartScale) -> Double {
    let share = scale.position(of: value)
    return isLying ? left + (right - 44 - left) * share : bottom - (bottom - top) * share
  }

  /// Breaks at spaces; a word that is too long stays whole.
  private static func wrapped(_ text: String, width: Double) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, ChartDrawing.width(of: "\(last) \(word)") <= width {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines.isEmpty ? [""] : lines
  }
}

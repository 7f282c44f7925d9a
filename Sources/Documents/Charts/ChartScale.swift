import ExactNumbers

/// The value axis of a drawn chart: round steps from zero past the greatest value.
struct ChartScale: Hashable {
  /// Between two ticks: 1, 2 or 5 times a power of ten.
  let step: ExactNumber
  /// The ticks are `step` times each of these.
  let ticks: ClosedRange<Int>

  /// Zero is always on the axis: a bar that begins elsewhere lies about its length. A chart in
  /// percent whose values stay within 100 does not go beyond.
  init(of chart: Chart) {
    var values = chart.series.flatMap(\.values).compactMap { $0?.doubleValue }
    if let reference = chart.reference { values.append(reference.value.doubleValue) }
    let bottom = min(0, values.min() ?? 0)
    let greatest = max(0, values.max() ?? 0)
    // An axis of nothing but zero would have no length.
    let top = greatest > bottom ? greatest : bottom + 1
    let span = top - bottom
    let (digit, power) = Self.roundStep(atLeast: span / 5)
    step = ExactNumber(coefficient: Int64(digit), exponent: power) ?? .one
    let unit = step.doubleValue
    let first = Int((bottom / unit).rounded(.down))
    var last = Int((top / unit).rounded(.up))
    // Room for the label above the longest bar.
    let isFullShare = chart.unit == "%" && top <= 100 && Double(last) * unit >= 100
    if Double(last) * unit - top < 0.04 * span, !isFullShare { last += 1 }
    ticks = first...max(last, first + 1)
  }

  private static func roundStep(atLeast wanted: Double) -> (digit: Int, power: Int) {
    var power = 0
    var unit = 1.0
    while unit > wanted, power > -9 {
      unit /= 10
      power -= 1
    }
    while unit * 10 <= wanted, power < 15 {
      unit *= 10
      power += 1
    }
    for digit in [1, 2, 5] where Double(digit) * unit >= wanted { return (digit, power) }
    return (1, power + 1)
  }

  /// The exact value of a tick.
  func value(at tick: Int) -> ExactNumber {
    ExactNumber(coefficient: Int64(tick) * step.coefficient, exponent: Int(step.exponent))
      ?? .zero
  }

  /// How far along the axis a value lies, from 0 to 1.
  func position(of value: ExactNumber) -> Double {
    let unit = step.doubleValue
    let first = Double(ticks.lowerBound) * unit
    let last = Double(ticks.upperBound) * unit
    return (value.doubleValue - first) / (last - first)
  }
}

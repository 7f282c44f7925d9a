extension FractionLayout {
  /// The number as a common fraction, without its sign; nil for one too large for a numerator.
  func text(_ source: DecimalDigits) -> DecimalText? {
    var digits = source
    digits.shift(by: shift)
    // A whole part of its own may be longer than one that goes into the numerator.
    guard var wholePart = digits.wholeValue(limit: whole == nil ? Self.longestDenominator : 18)
    else { return nil }
    var ratio = Ratio(units: digits.fractionUnits)
    ratio.reduce(to: denominator)
    if ratio.numerator == ratio.denominator, ratio.denominator > 0 {
      wholePart += 1
      ratio.numerator = 0
    }
    guard let whole else {
      ratio.numerator += wholePart * ratio.denominator
      return DecimalText(
        before + shown(ratio) + after, isZero: ratio.numerator == 0)
    }
    let isWhole = ratio.numerator == 0
    let digitsOfWhole = DecimalDigits(whole: Int(wholePart))
    var text = DecimalText.whole(digitsOfWhole, whole, group: nil)
    // A zero alone is shown even where its place would show nothing.
    if isWhole, wholePart == 0 {
      text = DecimalText.whole(digitsOfWhole, whole.withZero, group: nil)
    }
    text += isWhole ? String(repeating: " ", count: width(ratio)) : shown(ratio)
    return DecimalText(text + after, isZero: isWhole && wholePart == 0)
  }

  /// The characters of a fraction that is not shown.
  private func width(_ ratio: Ratio) -> Int {
    switch denominator {
    case .places(let places), .upTo(_, let places): numerator.count + 1 + places.count
    case .fixed(let value):
      numerator.count + 1 + (leavesLittleRoom ? 0 : String(value).utf8.count)
    }
  }

  private func shown(_ ratio: Ratio) -> String {
    let places = numerator.map(DigitSlot.digit)
    let slots = ratio.numerator == 0 ? places.withZero : places
    let above = DecimalText.whole(DecimalDigits(whole: Int(ratio.numerator)), slots, group: nil)
    let below = String(ratio.denominator)
    switch denominator {
    case .fixed: return above + "/" + below
    case .places(let places), .upTo(_, let places):
      // The denominator stands at the left of its places.
      let missing = places.dropFirst(below.utf8.count)
      return above + "/" + below + String(repeating: " ", count: missing.count { $0 == .space })
    }
  }
}

/// A part of one as a common fraction.
private struct Ratio {
  /// 10^18: the units that `DecimalDigits.fractionUnits` counts.
  private static let unit: Int64 = 1_000_000_000_000_000_000

  var numerator: Int64
  var denominator: Int64

  init(units: Int64) {
    numerator = units
    denominator = Self.unit
  }

  /// Brings it to a denominator that the layout can show: the nearest there is.
  mutating func reduce(to form: FractionLayout.Denominator) {
    switch form {
    case .fixed(let value):
      guard value > 0 else { return self = Ratio(numerator: 0, denominator: 1) }
      let scaled = Int128(numerator) * Int128(value)
      let half = Int128(Self.unit / 2)
      self = Ratio(
        numerator: Int64((scaled + half) / Int128(Self.unit)), denominator: value)
    case .places(let places):
      let count = min(max(1, places.count), FractionLayout.longestDenominator)
      approach(limit: (0..<count).reduce(Int64(1)) { power, _ in power * 10 } - 1)
    case .upTo(let limit, _):
      approach(limit: min(max(1, limit), 999_999_999))
    }
  }

  private init(numerator: Int64, denominator: Int64) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The nearest fraction with a denominator up to `limit`, by continued fractions; of two that are
  /// equally near the one with the smaller denominator. At most some 45 steps.
  private mutating func approach(limit: Int64) {
    var (above, below) = (numerator, denominator)
    var before = Ratio(numerator: 0, denominator: 1)
    var last = Ratio(numerator: 1, denominator: 0)
    while below > 0 {
      let step = above / below
      let next = step.multipliedReportingOverflow(by: last.denominator)
      let sum = next.partialValue.addingReportingOverflow(before.denominator)
      if next.overflow || sum.overflow || sum.partialValue > limit {
        let steps = last.denominator > 0 ? (limit - before.denominator) / last.denominator : 0
        let between = Ratio(
          numerator: before.numerator + steps * last.numerator,
          denominator: before.denominator + steps * last.denominator)
        self = distance(to: between, isUnder: last) ? between : last
        return
      }
      let ratio = Ratio(
        numerator: before.numerator + step * last.numerator, denominator: sum.partialValue)
      (before, last) = (last, ratio)
      (above, below) = (below, above % below)
    }
    self = last
  }

  /// Whether `left` is nearer to this than `right` is.
  private func distance(to left: Ratio, isUnder right: Ratio) -> Bool {
    guard left.denominator > 0 else { return false }
    guard right.denominator > 0 else { return true }
    // |n/d - l/m| < |n/d - r/q|, all over d·m·q: 10^18 · 10^9 fits, and so does times 10^9.
    let toLeft = difference(left) * UInt128(right.denominator)
    let toRight = difference(right) * UInt128(left.denominator)
    return toLeft < toRight
  }

  private func difference(_ other: Ratio) -> UInt128 {
    let own = Int128(numerator) * Int128(other.denominator)
    return (own - Int128(other.numerator) * Int128(denominator)).magnitude
  }
}

extension [DigitSlot] {
  /// The same places, the last of which shows a zero.
  fileprivate var withZero: [DigitSlot] {
    guard let last = lastIndex(where: \.isDigit) else { return self }
    var slots = self
    slots[last] = .digit(.zero)
    return slots
  }
}

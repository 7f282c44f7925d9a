import ExactNumbers

/// The decimal digits of a number without its sign, moved and rounded exactly.
///
/// Only the digits that the number was written with are held: 1E300 takes one.
struct DecimalDigits: Hashable, Sendable {
  /// 0...9 each, the first not zero; none for zero.
  private(set) var digits: [UInt8] = []
  /// The power of ten of the last digit.
  private(set) var exponent = 0

  init(_ number: ExactNumber) {
    take(number.coefficient.magnitude)
    exponent = Int(number.exponent)
  }

  /// The digits of a whole number without its sign.
  init(whole number: Int) { take(UInt64(number.magnitude)) }

  private mutating func take(_ number: UInt64) {
    var rest = number
    while rest > 0 {
      digits.append(UInt8(rest % 10))
      rest /= 10
    }
    digits.reverse()
  }

  var isZero: Bool { digits.isEmpty }

  /// The place of the first digit: 0 for ones, 1 for tens, -1 for tenths; 0 for zero.
  var order: Int { digits.isEmpty ? 0 : digits.count - 1 + exponent }

  /// The place of the last digit that is not zero; 0 for zero.
  var lastPlace: Int {
    guard let last = digits.lastIndex(where: { $0 != 0 }) else { return 0 }
    return exponent + digits.count - 1 - last
  }

  /// The count of digits before the point; 0 for numbers under one.
  var wholeCount: Int { digits.isEmpty ? 0 : max(0, order + 1) }

  /// The digit at a place: 0 for ones, -1 for tenths.
  func digit(at place: Int) -> UInt8 {
    let index = order - place
    return digits.indices.contains(index) ? digits[index] : 0
  }

  /// Multiplies by ten to the power of `places`.
  mutating func shift(by places: Int) { exponent += places }

  /// Rounds to `decimals` digits after the point, a half away from zero; negative counts round to
  /// tens, hundreds and so on.
  mutating func round(toDecimals decimals: Int) {
    let excess = -decimals - exponent
    guard excess > 0 else { return }
    guard excess <= digits.count else {
      digits = []
      return
    }
    let goesUp = digits[digits.count - excess] >= 5
    digits.removeLast(excess)
    exponent = -decimals
    if goesUp { increment() }
  }

  /// Rounds to `count` digits from the first on, a half away from zero.
  mutating func round(toSignificantDigits count: Int) {
    guard digits.count > count else { return }
    round(toDecimals: count - 1 - order)
  }

  private mutating func increment() {
    var index = digits.count - 1
    while index >= 0 {
      if digits[index] < 9 {
        digits[index] += 1
        return
      }
      digits[index] = 0
      index -= 1
    }
    digits.insert(1, at: 0)
  }

  /// The whole part; nil where it has more than `limit` digits, which is at most 18.
  func wholeValue(limit: Int) -> Int64? {
    guard wholeCount <= min(limit, 18) else { return nil }
    var value: Int64 = 0
    for place in stride(from: wholeCount - 1, through: 0, by: -1) {
      value = value * 10 + Int64(digit(at: place))
    }
    return value
  }

  /// The digits after the point as so many units of 10^-18; smaller ones are cut.
  var fractionUnits: Int64 {
    var value: Int64 = 0
    for place in 1...18 { value = value * 10 + Int64(digit(at: -place)) }
    return value
  }
}

package import BigInt

/// A ratio of whole numbers of any size, always reduced, the denominator positive.
///
/// Shares are compared as fractions and never as rounded numbers: a common denominator of 60
/// schools takes some 93 bits before two years are multiplied.
package struct Fraction: Hashable, Sendable {
  package let numerator: BigInt
  package let denominator: BigInt

  package static let zero = Fraction(0)

  /// Reduces; `nil` when the denominator is zero.
  package init?(numerator: BigInt, denominator: BigInt) {
    guard !denominator.isZero else { return nil }
    self.init(reducing: numerator, denominator)
  }

  /// One exact number over another, as in a share; `nil` when the denominator is zero.
  package init?(_ numerator: ExactNumber, over denominator: ExactNumber) {
    guard let share = Fraction(numerator).divided(by: Fraction(denominator)) else { return nil }
    self = share
  }

  package init(_ number: ExactNumber) {
    let digits = BigInt(number.coefficient)
    let power = BigInt(10).power(Int(number.exponent.magnitude))
    self =
      number.exponent < 0
      ? Fraction(reducing: digits, power) : Fraction(reduced: digits * power, 1)
  }

  package init(_ value: Int) {
    self.init(reduced: BigInt(value), 1)
  }

  package var isZero: Bool { numerator.isZero }
  package var isNegative: Bool { numerator.sign == .minus && !numerator.isZero }

  /// The fraction without its sign.
  package var magnitude: Fraction { isNegative ? -self : self }

  init(reducing numerator: BigInt, _ denominator: BigInt) {
    let divisor = numerator.greatestCommonDivisor(with: denominator)
    let sign: BigInt = denominator.sign == .minus ? -1 : 1
    self.init(reduced: sign * numerator / divisor, sign * denominator / divisor)
  }

  private init(reduced numerator: BigInt, _ denominator: BigInt) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Rounded to `decimals` digits after the point, a half away from zero, with exactly that many
  /// decimals: 2/3 to one gives `0.7`, 1 to two gives `1.00`. `nil` when it has over 18 digits or
  /// `decimals` is not within 0...18.
  package func rounded(toDecimals decimals: Int) -> ExactNumber? {
    guard (0...ExactNumber.digitLimit).contains(decimals) else { return nil }
    let scaled = numerator.magnitude * BigUInt(10).power(decimals) * 2 + denominator.magnitude
    let digits = scaled / (denominator.magnitude * 2)
    guard let small = Int64(exactly: digits) else { return nil }
    return ExactNumber(coefficient: isNegative ? -small : small, exponent: -decimals)
  }

  /// The nearest `Double`-like value for drawing only, never for comparing.
  package var approximation: Double {
    rounded(toDecimals: 9)?.doubleValue ?? Double(numerator) / Double(denominator)
  }
}

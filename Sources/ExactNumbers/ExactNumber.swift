/// A decimal number held exactly: `coefficient × 10^exponent`.
///
/// What a workbook stores is text such as `0.1`, `1E-3` or `200.05`; a `Double` would change it and
/// a `Decimal` costs ten times the time. Up to 18 significant digits are read; results of arithmetic
/// may use the whole `Int64` range but for its one value without an opposite.
///
/// Two numbers are equal when their values are (`1.0 == 1`); `decimals` still tells how each was
/// written. Nothing here traps: what does not fit is thrown or `nil`.
public struct ExactNumber: Sendable {
  /// The digits, with the sign of the number; never `Int64.min`.
  public let coefficient: Int64

  /// The power of ten that `coefficient` is multiplied by, within `ExactNumber.exponents`.
  public let exponent: Int16

  /// The exponents that may occur: those of any finite `Double` written with 17 digits.
  public static let exponents: ClosedRange<Int> = -400...400

  /// The most significant digits that the parser takes before a number is "too long".
  public static let digitLimit = 18

  /// 0, without decimals.
  public static let zero = ExactNumber(unchecked: 0, exponent: 0)
  /// 1, without decimals.
  public static let one = ExactNumber(unchecked: 1, exponent: 0)

  /// For values that are in range by construction.
  init(unchecked coefficient: Int64, exponent: Int16) {
    self.coefficient = coefficient
    self.exponent = exponent
  }

  /// A coefficient and a power of ten; `nil` when either is out of range.
  public init?(coefficient: Int64, exponent: Int) {
    guard coefficient != .min, Self.exponents.contains(exponent) else { return nil }
    self.init(unchecked: coefficient, exponent: Int16(exponent))
  }

  /// A whole number. `Int.min`, which has no opposite, is taken as its neighbour `-Int.max`.
  public init(_ value: Int) {
    self.init(unchecked: Int64(max(value, -Int.max)), exponent: 0)
  }

  /// The number of digits after the point that the number was written with: 2 for `1.50`, 0 for
  /// `150` and for `1.5E3`.
  public var decimals: Int { max(0, -Int(exponent)) }

  /// Whether the value is 0, whatever its decimals.
  public var isZero: Bool { coefficient == 0 }
  /// Whether the value is below 0; there is no negative zero.
  public var isNegative: Bool { coefficient < 0 }

  /// Whether the value has no fraction: true for `2`, `2.00`, `2E3`.
  public var isWhole: Bool { normalized.exponent >= 0 }

  /// The number without its sign.
  public var magnitude: ExactNumber {
    ExactNumber(unchecked: abs(coefficient), exponent: exponent)
  }

  /// The count of digits from the first that is not zero to the last that is not; 0 for zero.
  public var significantDigits: Int {
    Powers.digitCount(normalized.coefficient.magnitude)
  }

  /// The same value with no zeros at the end of the coefficient: the form that is hashed.
  public var normalized: ExactNumber {
    guard coefficient != 0 else { return .zero }
    var digits = coefficient
    var power = exponent
    while digits % 10 == 0, power < Self.exponents.upperBound {
      digits /= 10
      power += 1
    }
    return ExactNumber(unchecked: digits, exponent: power)
  }

  /// The value as an `Int`; `nil` when it has a fraction or does not fit.
  public var wholeValue: Int? {
    let plain = normalized
    guard plain.exponent >= 0, plain.exponent <= 18 else { return nil }
    let (value, overflow) = plain.coefficient.multipliedReportingOverflow(
      by: Int64(Powers.ten(Int(plain.exponent))))
    return overflow ? nil : Int(value)
  }
}

extension ExactNumber: ExpressibleByIntegerLiteral {
  /// A whole number that stands in code.
  public init(integerLiteral value: Int32) {
    self.init(unchecked: Int64(value), exponent: 0)
  }
}

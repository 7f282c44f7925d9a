package import ExactNumbers

/// A number inside an expression: a decimal while that is exact, a fraction where it is not.
/// Two are equal when their values are.
package enum ExpressionNumber: Sendable {
  /// Keeps the decimals that it was written with.
  case decimal(ExactNumber)
  /// A ratio that is no whole number.
  case ratio(Fraction)

  /// A whole ratio becomes a decimal.
  package init(_ fraction: Fraction) {
    if fraction.denominator == 1, let whole = fraction.rounded(toDecimals: 0) {
      self = .decimal(whole)
    } else {
      self = .ratio(fraction)
    }
  }

  package var fraction: Fraction {
    switch self {
    case .decimal(let number): Fraction(number)
    case .ratio(let fraction): fraction
    }
  }

  /// Rounded to `decimals` digits, a half away from zero; nil when it does not fit into 18 digits.
  package func rounded(toDecimals decimals: Int) -> ExactNumber? {
    switch self {
    case .decimal(let number): number.rounded(toDecimals: decimals)
    case .ratio(let fraction): fraction.rounded(toDecimals: decimals)
    }
  }

  /// The number without its sign.
  package var magnitude: ExpressionNumber {
    switch self {
    case .decimal(let number): .decimal(number.magnitude)
    case .ratio(let fraction): .ratio(fraction.magnitude)
    }
  }
}

extension ExpressionNumber: Comparable, Hashable {
  package static func == (left: Self, right: Self) -> Bool {
    if case .decimal(let a) = left, case .decimal(let b) = right { return a == b }
    return left.fraction == right.fraction
  }

  package static func < (left: Self, right: Self) -> Bool {
    if case .decimal(let a) = left, case .decimal(let b) = right { return a < b }
    return left.fraction < right.fraction
  }

  package func hash(into hasher: inout Hasher) {
    // Whole numbers first: most are, and a fraction costs a hundred times that.
    if case .decimal(let number) = self, let whole = number.wholeValue {
      hasher.combine(whole)
    } else if case .ratio(let fraction) = self, case .decimal = Self(fraction) {
      Self(fraction).hash(into: &hasher)
    } else {
      hasher.combine(fraction)
    }
  }
}

extension ExpressionNumber {
  static func + (left: Self, right: Self) -> Self {
    // Decimals first: most rules add whole numbers, and a fraction costs a hundred times that.
    if case .decimal(let a) = left, case .decimal(let b) = right, let sum = try? a + b {
      return .decimal(sum)
    }
    return Self(left.fraction + right.fraction)
  }

  static func - (left: Self, right: Self) -> Self { left + -right }

  static func * (left: Self, right: Self) -> Self {
    if case .decimal(let a) = left, case .decimal(let b) = right, let product = try? a * b {
      return .decimal(product)
    }
    return Self(left.fraction * right.fraction)
  }

  static prefix func - (number: Self) -> Self {
    switch number {
    case .decimal(let number): .decimal(-number)
    case .ratio(let fraction): .ratio(-fraction)
    }
  }

  /// Nil when `divisor` is zero.
  func divided(by divisor: Self) -> Self? {
    fraction.divided(by: divisor.fraction).map(Self.init)
  }
}

extension ExactNumber {
  /// The exact sum; throws `overflow` when it needs more digits than a number holds.
  public static func + (left: Self, right: Self) throws(ExactNumberError) -> Self {
    var sum = ExactSum()
    guard sum.add(left), sum.add(right), let total = sum.total else {
      throw ExactNumberError(.overflow, "\(left) + \(right)")
    }
    return total
  }

  /// The exact difference; throws `overflow` as `+` does.
  public static func - (left: Self, right: Self) throws(ExactNumberError) -> Self {
    var sum = ExactSum()
    guard sum.add(left), sum.add(-right), let total = sum.total else {
      throw ExactNumberError(.overflow, "\(left) - \(right)")
    }
    return total
  }

  /// The exact product; throws `overflow` as `+` does.
  public static func * (left: Self, right: Self) throws(ExactNumberError) -> Self {
    let product = Int128(left.coefficient) * Int128(right.coefficient)
    guard let value = Self(fitting: product, exponent: Int(left.exponent) + Int(right.exponent))
    else { throw ExactNumberError(.overflow, "\(left) × \(right)") }
    return value
  }

  /// The opposite, with as many decimals.
  public static prefix func - (number: Self) -> Self {
    Self(unchecked: -number.coefficient, exponent: number.exponent)
  }

  /// The exact sum of all; zero for none, `nil` when it does not fit.
  public static func sum(of numbers: some Sequence<ExactNumber>) -> ExactNumber? {
    var sum = ExactSum()
    for number in numbers where !sum.add(number) { return nil }
    return sum.total
  }

  /// The number `digits × 10^exponent`, dropping zeros at the end only where it would not fit
  /// otherwise; `nil` when it does not fit even so.
  init?(fitting digits: Int128, exponent: Int) {
    var rest = digits
    var power = exponent
    while rest.magnitude > UInt128(Int64.max) || power < Self.exponents.lowerBound {
      guard rest % 10 == 0 else { return nil }
      if rest == 0 {
        power = max(power, Self.exponents.lowerBound)
        break
      }
      rest /= 10
      power += 1
    }
    while power > Self.exponents.upperBound {
      guard rest.magnitude <= UInt128(Int64.max) / 10 else { return nil }
      if rest == 0 {
        power = Self.exponents.upperBound
        break
      }
      rest *= 10
      power -= 1
    }
    self.init(unchecked: Int64(rest), exponent: Int16(power))
  }
}

extension ExactNumber: Comparable, Hashable {
  /// By value: `1.0 == 1`.
  public static func == (left: Self, right: Self) -> Bool {
    if left.exponent == right.exponent { return left.coefficient == right.coefficient }
    return order(left, right) == 0
  }

  /// By value, exactly.
  public static func < (left: Self, right: Self) -> Bool {
    if left.exponent == right.exponent { return left.coefficient < right.coefficient }
    return order(left, right) < 0
  }

  /// Equal numbers have one hash, however they are written.
  public func hash(into hasher: inout Hasher) {
    let plain = normalized
    hasher.combine(plain.coefficient)
    hasher.combine(plain.exponent)
  }

  /// -1, 0 or 1 as the left number is smaller, equal or greater.
  private static func order(_ left: Self, _ right: Self) -> Int {
    if left.exponent < right.exponent { return -order(right, left) }
    let step = Int(left.exponent) - Int(right.exponent)
    // A coefficient has at most 19 digits, so 10^19 lifts any but zero over every other.
    guard step <= 19 else {
      return left.coefficient == 0 ? -right.coefficient.signum() : left.coefficient.signum()
    }
    let lifted = Int128(left.coefficient) * Powers.ten(step)
    let other = Int128(right.coefficient)
    return lifted == other ? 0 : lifted < other ? -1 : 1
  }
}

extension Int64 {
  fileprivate func signum() -> Int { self == 0 ? 0 : self < 0 ? -1 : 1 }
}

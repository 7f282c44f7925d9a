extension ExactNumber {
  /// The number rounded to `decimals` digits after the point, a half away from zero: `2.345` to two
  /// gives `2.35`, `-0.5` to none gives `-1`. Fewer decimals stay as they are; a negative count
  /// rounds to tens, hundreds and so on.
  public func rounded(toDecimals decimals: Int) -> ExactNumber {
    let target = -decimals
    let step = target - Int(exponent)
    guard step > 0, Self.exponents.contains(target) else { return self }
    // Half of 10^20 is more than any coefficient.
    guard step <= 19 else { return ExactNumber(unchecked: 0, exponent: Int16(target)) }
    let unit = Powers.ten(step)
    let half = coefficient < 0 ? -unit / 2 : unit / 2
    return ExactNumber(
      unchecked: Int64((Int128(coefficient) + half) / unit), exponent: Int16(target))
  }

  /// The number rounded to at most `digits` significant digits, a half away from zero.
  ///
  /// Spreadsheets compute with doubles and store `185.76 + 14.29` as `200.04999999999998`; rounded
  /// to 15 digits, which is what they show, it is `200.05` again. Without change when the number
  /// is no longer than that.
  public func rounded(toSignificantDigits digits: Int) -> ExactNumber {
    let excess = significantDigits - max(1, digits)
    guard excess > 0 else { return self }
    let plain = normalized
    return plain.rounded(toDecimals: -(Int(plain.exponent) + excess)).normalized
  }
}

extension ExactNumber {
  /// The shortest decimal that reads back as `value`; `nil` for infinities and NaN.
  public init?(_ value: Double) {
    guard value.isFinite else { return nil }
    var text = value.description[...]
    // `Double` writes 5.0 for 5, which would be a decimal that nobody wrote.
    if text.hasSuffix(".0") { text = text.dropLast(2) }
    self.init(text)
  }

  /// The nearest `Double`.
  public var doubleValue: Double {
    // Exact when the digits fit into 53 bits and the power is one that a `Double` holds exactly.
    if coefficient.magnitude < 1 << 53, exponent >= -22, exponent <= 22 {
      let digits = Double(coefficient)
      let power = Double(Powers.ten(Int(exponent.magnitude)))
      return exponent < 0 ? digits / power : digits * power
    }
    return Double("\(coefficient)e\(exponent)") ?? 0
  }
}

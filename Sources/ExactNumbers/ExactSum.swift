/// A running exact sum of many numbers, kept in 128 bits so that the order of adding and values
/// that cancel out do not matter until the total is asked for.
package struct ExactSum: Sendable {
  private var digits: Int128 = 0
  private var exponent = 0

  package init() {}

  /// Adds one number. Returns false, and leaves the sum as it was, when it no longer fits into
  /// 38 digits.
  package mutating func add(_ number: ExactNumber) -> Bool {
    guard !number.isZero || number.exponent < exponent else { return true }
    guard digits != 0 || exponent != 0 else {
      digits = Int128(number.coefficient)
      exponent = Int(number.exponent)
      return true
    }
    var addend = Int128(number.coefficient)
    var total = digits
    let common = min(exponent, Int(number.exponent))
    if rescale(&addend, from: Int(number.exponent), to: common),
      rescale(&total, from: exponent, to: common)
    {
      let (sum, overflow) = total.addingReportingOverflow(addend)
      guard !overflow else { return false }
      digits = sum
      exponent = common
      return true
    }
    return false
  }

  /// The sum so far; zero when nothing was added, `nil` when it needs more than 64 bits of digits.
  package var total: ExactNumber? {
    ExactNumber(fitting: digits, exponent: exponent)
  }

  /// Writes `value × 10^from` as a multiple of `10^to`, where `to <= from`.
  private func rescale(_ value: inout Int128, from: Int, to: Int) -> Bool {
    guard value != 0, from != to else { return true }
    guard from - to <= Powers.limit else { return false }
    let (product, overflow) = value.multipliedReportingOverflow(by: Powers.ten(from - to))
    value = product
    return !overflow
  }
}

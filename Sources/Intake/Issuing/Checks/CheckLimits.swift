/// What office programs take in one formula, with room for their own signs. A test can lower each.
package struct CheckLimits: Sendable, Hashable {
  /// Characters of a formula; Excel takes 8,192.
  package var characters = 8_000
  /// Levels of functions in one another; Excel takes 64.
  package var levels = 60
  /// Arguments of one function; Excel takes 255.
  package var arguments = 250

  package init() {}

  package static let standard = CheckLimits()
}

/// Where the numbers of a formula stay exact: binary fractions hold 15 decimal digits.
enum CheckRange {
  /// The greatest whole number, in units of the last decimal, that a rounded sum is certain with:
  /// 2^51, two bits below what a double holds.
  static let units = 2_251_799_813_685_248.0
  /// The greatest number of a field that is no count: beyond, the sheet gives no verdict.
  static let greatest = 100_000_000
  /// Decimals after which a difference of two numbers is none.
  static let decimals = 12
}

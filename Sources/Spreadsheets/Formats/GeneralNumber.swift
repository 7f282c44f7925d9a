import ExactNumbers

/// A number as the format `General` shows it in a column that is wide enough.
enum GeneralNumber {
  /// The most characters, without the sign.
  static let width = 11
  /// Significant digits with a power of ten: "1.23457E+11".
  private static let scientificDigits = 6

  static func text(_ number: ExactNumber, language: DisplayLanguage) -> String {
    let digits = DecimalDigits(shown: number, keepsWhole: false)
    return (number.isNegative ? "-" : "") + text(digits, language: language)
  }

  /// Whole numbers to 11 digits; decimals to 11 characters with the point; beyond that, and under
  /// 0.0001 where it would be longer than that, six digits with a power of ten.
  static func text(_ digits: DecimalDigits, language: DisplayLanguage) -> String {
    guard !digits.isZero else { return "0" }
    var rounded = digits
    let order = digits.order
    if order >= width { return scientific(digits, language) }
    if order >= 0 {
      rounded.round(toDecimals: max(0, width - 2 - order))
      return rounded.order >= width ? scientific(digits, language) : plain(rounded, language)
    }
    // "0." and nine decimals.
    if -digits.lastPlace <= width - 2 { return plain(digits, language) }
    guard order >= -4 else { return scientific(digits, language) }
    rounded.round(toDecimals: width - 2)
    return plain(rounded, language)
  }

  private static func plain(_ digits: DecimalDigits, _ language: DisplayLanguage) -> String {
    var text: [UInt8] = []
    for place in stride(from: max(0, digits.order), through: 0, by: -1) {
      text.append(0x30 + digits.digit(at: place))
    }
    if digits.lastPlace < 0 {
      text.append(contentsOf: language.decimalSign.utf8)
      for place in 1...(-digits.lastPlace) { text.append(0x30 + digits.digit(at: -place)) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func scientific(_ digits: DecimalDigits, _ language: DisplayLanguage) -> String {
    var mantissa = digits
    mantissa.round(toSignificantDigits: scientificDigits)
    let power = mantissa.order
    mantissa.shift(by: -power)
    let exponent = String(power.magnitude)
    return plain(mantissa, language) + (power < 0 ? "E-" : "E+")
      + (exponent.utf8.count < 2 ? "0" : "") + exponent
  }
}

import ExactNumbers

/// A number as the format `General` shows it in a column that is wide enough: Excel in 11
/// characters, LibreOffice with all 15 digits.
enum GeneralNumber {
  /// The most characters, without the sign.
  static let width = 11
  /// Significant digits of Excel with a power of ten: "1.23457E+11".
  private static let scientificDigits = 6

  static func text(
    _ number: ExactNumber, _ origin: NumberFormat.Origin, language: DisplayLanguage
  ) -> String {
    let digits = DecimalDigits(shown: number, origin)
    return (number.isNegative ? "-" : "") + text(digits, origin, language: language)
  }

  /// The digits without a sign.
  static func text(
    _ digits: DecimalDigits, _ origin: NumberFormat.Origin, language: DisplayLanguage
  ) -> String {
    switch origin {
    case .officeOpenXML: narrow(digits, language)
    case .openDocument: wide(digits, language)
    }
  }

  /// Sixteen digits before the point and ten behind it; beyond that a power of ten, which has three
  /// digits where it is positive.
  private static func wide(_ digits: DecimalDigits, _ language: DisplayLanguage) -> String {
    if (-9...15).contains(digits.order) { return plain(digits, language) }
    var mantissa = digits
    mantissa.round(toSignificantDigits: DecimalDigits.keptDigits)
    return scientific(mantissa, language, positiveWidth: 3)
  }

  /// Whole numbers to 11 digits; decimals to 11 characters with the point; beyond that, and under
  /// 0.0001 where it would be longer than that, six digits with a power of ten.
  private static func narrow(_ digits: DecimalDigits, _ language: DisplayLanguage) -> String {
    guard !digits.isZero else { return "0" }
    var rounded = digits
    let order = digits.order
    if order >= width { return short(digits, language) }
    if order >= 0 {
      rounded.round(toDecimals: max(0, width - 2 - order))
      return rounded.order >= width ? short(digits, language) : plain(rounded, language)
    }
    // "0." and nine decimals.
    if -digits.lastPlace <= width - 2 { return plain(digits, language) }
    guard order >= -4 else { return short(digits, language) }
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

  private static func short(_ digits: DecimalDigits, _ language: DisplayLanguage) -> String {
    var mantissa = digits
    mantissa.round(toSignificantDigits: scientificDigits)
    return scientific(mantissa, language, positiveWidth: 2)
  }

  private static func scientific(
    _ digits: DecimalDigits, _ language: DisplayLanguage, positiveWidth: Int
  ) -> String {
    var mantissa = digits
    let power = mantissa.order
    mantissa.shift(by: -power)
    let exponent = String(power.magnitude)
    let width = power < 0 ? 2 : positiveWidth
    return plain(mantissa, language) + (power < 0 ? "E-" : "E+")
      + String(repeating: "0", count: max(0, width - exponent.utf8.count)) + exponent
  }
}

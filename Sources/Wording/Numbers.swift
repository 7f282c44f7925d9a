package import ExactNumbers

/// Which signs a worded number carries.
package enum SignDisplay: Sendable {
  /// A minus before negative numbers: «−3,2», «3,2».
  case minusOnly
  /// A sign before every number but zero, as columns of changes have it: «−3,2», «+3,2», «0,0».
  case always
  /// None: for «на 3,2 п. п.», where the verb says which way.
  case never
}

extension Language {
  /// A number with exactly `decimals` digits after the decimal mark, a half rounded away from zero.
  ///
  /// This is the only place where a value is rounded. Russian has a decimal comma and no-break
  /// spaces between groups of three («1 234,5»), English a point and commas. What rounds to zero
  /// has no sign. A value of over 18 digits stays the exact ratio («n/d»).
  package func number(
    _ value: Fraction, decimals: Int, sign: SignDisplay = .minusOnly
  ) -> String {
    guard let rounded = value.rounded(toDecimals: decimals) else { return value.description }
    return number(rounded, sign: sign)
  }

  /// A number with the decimals that it has: `12.50` is «12,50», `1500` is «1 500».
  package func number(_ value: ExactNumber, sign: SignDisplay = .minusOnly) -> String {
    let digits = value.magnitude.description.split(separator: ".")
    var text = grouped(digits.first.map(String.init) ?? "0")
    if digits.count > 1 { text += decimalMark + digits[1] }
    return signMark(of: value, sign) + text
  }

  /// A whole number: «1 250».
  package func number(_ value: Int, sign: SignDisplay = .minusOnly) -> String {
    number(ExactNumber(value), sign: sign)
  }

  /// A value in percent: `75/2` with one decimal is «37,5 %».
  package func percent(
    _ value: Fraction, decimals: Int, sign: SignDisplay = .minusOnly
  ) -> String {
    measured(number(value, decimals: decimals, sign: sign), in: "%")
  }

  /// A difference of two percentages: «3,2 п. п.», "3.2 pp".
  package func points(
    _ value: Fraction, decimals: Int, sign: SignDisplay = .minusOnly
  ) -> String {
    let unit =
      switch self {
      case .ru: "п.\(Mark.noBreakSpace)п."
      case .en: "pp"
      }
    return measured(number(value, decimals: decimals, sign: sign), in: unit)
  }

  /// A worded number with its unit: «12 чел.»; English writes "37.5%" without a space.
  package func measured(_ number: String, in unit: String) -> String {
    switch (self, unit) {
    case (_, ""): number
    case (.en, "%"): number + unit
    case (.ru, _), (.en, _): number + Mark.noBreakSpace + unit
    }
  }

  private var decimalMark: String {
    switch self {
    case .ru: ","
    case .en: "."
    }
  }

  private var groupMark: String {
    switch self {
    case .ru: Mark.noBreakSpace
    case .en: ","
    }
  }

  private func signMark(of value: ExactNumber, _ sign: SignDisplay) -> String {
    if value.isZero { return "" }
    return switch sign {
    case .minusOnly: value.isNegative ? Mark.minus : ""
    case .always: value.isNegative ? Mark.minus : "+"
    case .never: ""
    }
  }

  private func grouped(_ digits: String) -> String {
    var text = ""
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.count - position).isMultiple(of: 3) { text += groupMark }
      text.append(digit)
    }
    return text
  }
}

extension Language {
  /// How many decimals, at least `decimals` and at most four, make the printed value stand on the
  /// same side of `bound` as the exact one: 19,96 % against a target of 20 % takes two, because
  /// «20,0 %» would read as a target that was met.
  package static func decimals(
    for value: Fraction, against bound: Fraction, atLeast decimals: Int
  ) -> Int {
    var count = decimals
    while count < 4, value != bound, let printed = value.rounded(toDecimals: count),
      Fraction(printed) == bound
    {
      count += 1
    }
    return count
  }
}

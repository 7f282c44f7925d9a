/// What the strict parser made of a text.
package enum ParsedNumber: Sendable, Equatable {
  /// A number in canonical form, held exactly.
  case number(ExactNumber)
  /// A well-formed number with more digits, or a larger exponent, than an `ExactNumber` holds.
  case tooLong
  /// Anything else: `2+5`, `12,5`, `1 000`, `+1`, `.5`, `5.`, an empty text.
  case malformed
}

extension ParsedNumber {
  /// Reads `-?digits[.digits][(e|E)[+|-]digits]` and nothing else, no spaces either.
  ///
  /// `1.50` keeps its two decimals. More than 18 significant digits are taken only when those at
  /// the end are zeros.
  package init(_ text: Span<UInt8>) {
    var scan = NumberScan()
    guard scan.read(text) else {
      self = .malformed
      return
    }
    guard let number = scan.number else {
      self = .tooLong
      return
    }
    self = .number(number)
  }
}

extension ExactNumber {
  /// The number written in `text` in canonical decimal or scientific form; `nil` for anything else
  /// and for more than 18 significant digits. See `ParsedNumber`.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard case .number(let number) = ParsedNumber(bytes.span) else { return nil }
    self = number
  }
}

/// The state of one pass over the bytes of a number.
private struct NumberScan {
  private var digits: Int64 = 0
  private var digitCount = 0
  private var pendingZeros = 0
  private var isTooLong = false
  private var exponent = 0
  private var isNegative = false

  /// False when the text is not a number.
  mutating func read(_ text: Span<UInt8>) -> Bool {
    var index = 0
    if index < text.count, text[index] == UInt8(ascii: "-") {
      isNegative = true
      index += 1
    }
    let whole = readDigits(text, from: index, isFraction: false)
    guard whole > index else { return false }
    index = whole
    if index < text.count, text[index] == UInt8(ascii: ".") {
      let fraction = readDigits(text, from: index + 1, isFraction: true)
      guard fraction > index + 1 else { return false }
      index = fraction
    }
    guard index < text.count else { return true }
    guard text[index] | 0x20 == UInt8(ascii: "e") else { return false }
    return readExponent(text, from: index + 1)
  }

  /// `nil` when the number has too many digits or too large an exponent.
  var number: ExactNumber? {
    guard !isTooLong else { return nil }
    guard digits != 0 else {
      return ExactNumber(coefficient: 0, exponent: max(-18, min(0, exponent)))
    }
    return ExactNumber(
      fitting: Int128(isNegative ? -digits : digits), exponent: exponent + pendingZeros)
  }

  private mutating func readDigits(_ text: Span<UInt8>, from: Int, isFraction: Bool) -> Int {
    var index = from
    while index < text.count {
      let digit = text[index] &- UInt8(ascii: "0")
      guard digit <= 9 else { break }
      take(Int64(digit))
      if isFraction { exponent -= 1 }
      index += 1
    }
    return index
  }

  private mutating func take(_ digit: Int64) {
    if digitCount < ExactNumber.digitLimit {
      digits = digits &* 10 &+ digit
      if digits != 0 { digitCount += 1 }
    } else if digit == 0 {
      // Zeros at the end only move the point; a digit after them makes the number too long.
      pendingZeros += 1
    } else {
      isTooLong = true
    }
  }

  private mutating func readExponent(_ text: Span<UInt8>, from: Int) -> Bool {
    var index = from
    var sign = 1
    if index < text.count, text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "+") {
      sign = text[index] == UInt8(ascii: "-") ? -1 : 1
      index += 1
    }
    guard index < text.count else { return false }
    var power = 0
    while index < text.count {
      let digit = text[index] &- UInt8(ascii: "0")
      guard digit <= 9 else { return false }
      power = min(power * 10 + Int(digit), 100_000)
      index += 1
    }
    exponent += sign * power
    return true
  }
}

import ExactNumbers
import Markup

/// A number as an office program stores it.
struct StoredNumber {
  var value: ExactNumber
  /// More digits than an office program keeps: they come from computing.
  var isLong: Bool

  /// Reads decimal or scientific text, white space around it allowed; nil for anything else.
  ///
  /// Old Excel stores 0.1 as `0.10000000000000001`: text of more than 15 digits is taken as the
  /// shortest decimal of its `Double`, and is long when that too has more. A whole number that
  /// fits 64 bits is nothing computed but a code or an identifier: it keeps every digit.
  init?(_ bytes: borrowing Span<UInt8>) {
    let text = bytes.extracting(bytes.trimmedRange)
    switch ParsedNumber(text) {
    case .number(let number):
      guard number.coefficient.magnitude >= 1_000_000_000_000_000, number.significantDigits > 15
      else {
        self.init(value: number, isLong: false)
        return
      }
      if number.wholeValue != nil {
        self.init(value: number, isLong: false)
        return
      }
      let shortest = Double(String(copying: text)).flatMap { ExactNumber($0) } ?? number
      self.init(value: shortest, isLong: shortest.significantDigits > 15)
    case .tooLong, .malformed:
      guard text.count > 0, text.count <= 400, text.isNumeric,
        let double = Double(String(copying: text)), let number = ExactNumber(double)
      else { return nil }
      self.init(value: number, isLong: number.significantDigits > 15 || text.count > 18)
    }
  }

  private init(value: ExactNumber, isLong: Bool) {
    self.value = value
    self.isLong = isLong
  }
}

extension Span<UInt8> {
  /// Where the text stands without the white space of XML around it.
  var trimmedRange: Range<Int> {
    var first = 0
    var last = count
    while first < last, self[first] <= 0x20 { first += 1 }
    while last > first, self[last - 1] <= 0x20 { last -= 1 }
    return first..<last
  }

  /// Digits, signs, a point and an exponent only: no `inf`, `nan` or `0x1`.
  fileprivate var isNumeric: Bool {
    for index in indices {
      switch self[index] {
      case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65: continue
      default: return false
      }
    }
    return true
  }
}

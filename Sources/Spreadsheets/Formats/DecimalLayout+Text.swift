extension DecimalLayout {
  /// The number in this layout, without its sign.
  func text(_ source: DecimalDigits, _ language: DisplayLanguage) -> DecimalText {
    var digits = source
    digits.shift(by: shift)
    digits.round(toDecimals: fractionDigits)
    return DecimalText(rounded: digits, self, language)
  }
}

extension DecimalText {
  /// - Parameter digits: rounded to the decimals of the layout.
  init(rounded digits: DecimalDigits, _ layout: DecimalLayout, _ language: DisplayLanguage) {
    var text: [UInt8] = []
    Self.appendWhole(digits, layout.whole, layout.isGrouped ? language.groupSign : nil, to: &text)
    if let replacement = layout.replacement, digits.isZero || digits.lastPlace >= 0 {
      text.append(contentsOf: language.decimalSign.utf8)
      text.append(contentsOf: replacement.utf8)
    } else {
      let beforePoint = text.count
      if layout.hasPoint { text.append(contentsOf: language.decimalSign.utf8) }
      let behindPoint = text.count
      Self.appendFraction(digits, layout.fraction, to: &text)
      if layout.dropsBarePoint, text.count == behindPoint {
        text.removeLast(behindPoint - beforePoint)
      }
    }
    text.append(contentsOf: layout.suffix.utf8)
    self.init(String(decoding: text, as: UTF8.self), isZero: digits.isZero)
  }

  /// The digits of a whole number.
  static func whole(_ digits: DecimalDigits, _ slots: [DigitSlot]) -> String {
    var text: [UInt8] = []
    appendWhole(digits, slots, nil, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// The digits before the point. The first place takes all digits that are left; texts between the
  /// places stay where they are.
  private static func appendWhole(
    _ digits: DecimalDigits, _ slots: [DigitSlot], _ group: String?, to text: inout [UInt8]
  ) {
    var places = slots.count { $0.isDigit }
    // Beyond the places of the layout; ".00" has none and shows all whole digits the same.
    var rest = max(0, digits.wholeCount - places)
    for slot in slots {
      switch slot {
      case .literal(let literal): text.append(contentsOf: literal.utf8)
      case .digit(let kind):
        while rest > 0 {
          rest -= 1
          append(digits, places + rest, .zero, group, to: &text)
        }
        places -= 1
        append(digits, places, kind, group, to: &text)
      }
    }
    while rest > 0 {
      rest -= 1
      append(digits, rest, .zero, group, to: &text)
    }
  }

  /// One digit, and behind it the sign between thousands.
  private static func append(
    _ digits: DecimalDigits, _ place: Int, _ kind: DigitPlace, _ group: String?,
    to text: inout [UInt8]
  ) {
    let isThere = place < digits.wholeCount
    guard isThere || kind != .nothing else { return }
    let shows = isThere || kind == .zero
    text.append(shows ? UInt8(ascii: "0") + digits.digit(at: place) : UInt8(ascii: " "))
    guard let group, place > 0, place % 3 == 0 else { return }
    if shows { text.append(contentsOf: group.utf8) } else { text.append(UInt8(ascii: " ")) }
  }

  /// The digits behind the point; places at the end that have only zeros show what they stand for.
  private static func appendFraction(
    _ digits: DecimalDigits, _ slots: [DigitSlot], to text: inout [UInt8]
  ) {
    var place = 0
    let last = digits.lastPlace
    for slot in slots {
      switch slot {
      case .literal(let literal): text.append(contentsOf: literal.utf8)
      case .digit(let kind):
        place -= 1
        if place >= last || kind == .zero {
          text.append(UInt8(ascii: "0") + digits.digit(at: place))
        } else if kind == .space {
          text.append(UInt8(ascii: " "))
        }
      }
    }
  }
}

extension DigitSlot {
  var isDigit: Bool {
    if case .digit = self { true } else { false }
  }
}

extension ScientificLayout {
  /// The number in this layout, without its sign. The exponent is a multiple of the count of digits
  /// before the point: "##0.0E+0" shows 12345 as "12.3E+3".
  func text(_ source: DecimalDigits, _ language: DisplayLanguage) -> DecimalText {
    var digits = source
    digits.shift(by: mantissa.shift)
    let width = mantissa.wholeDigits
    var power = Self.power(of: digits, width)
    digits.round(toDecimals: mantissa.fractionDigits - power)
    // 9.99 may have become 10.
    power = Self.power(of: digits, width)
    digits.shift(by: -power)
    let text = DecimalText(rounded: digits, mantissa, language)
    let sign = power < 0 ? "E-" : showsPlus ? "E+" : "E"
    let shown = DecimalText.whole(DecimalDigits(whole: power), exponent)
    return DecimalText(text.text + sign + shown, isZero: digits.isZero)
  }

  private static func power(of digits: DecimalDigits, _ width: Int) -> Int {
    guard !digits.isZero else { return 0 }
    guard width > 0 else { return digits.order + 1 }
    let order = digits.order
    return (order >= 0 ? order / width : (order - width + 1) / width) * width
  }
}

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
    var text = Self.whole(
      digits, layout.whole, group: layout.isGrouped ? language.groupSign : nil)
    if let replacement = layout.replacement, digits.isZero || digits.lastPlace >= 0 {
      text += language.decimalSign + replacement
    } else {
      let fraction = Self.fraction(digits, layout.fraction)
      let showsPoint = layout.hasPoint && !(layout.dropsBarePoint && fraction.isEmpty)
      text += (showsPoint ? language.decimalSign : "") + fraction
    }
    text += layout.suffix
    self.init(text, isZero: digits.isZero)
  }

  /// The digits before the point. The first place takes all digits that are left; texts between the
  /// places stay where they are.
  static func whole(_ digits: DecimalDigits, _ slots: [DigitSlot], group: String?) -> String {
    let count = digits.wholeCount
    var parts: [String] = []
    let first = slots.firstIndex { $0.isDigit }
    var place = 0
    for index in slots.indices.reversed() {
      switch slots[index] {
      case .literal(let text): parts.append(text)
      case .digit(let kind):
        append(digits, place, kind, isThere: place < count, group, &parts)
        place += 1
        if index == first {
          while place < count {
            append(digits, place, kind, isThere: true, group, &parts)
            place += 1
          }
        }
      }
    }
    // ".00" has no place for whole digits and shows them all the same.
    if first == nil {
      while place < count {
        append(digits, place, .nothing, isThere: true, group, &parts)
        place += 1
      }
    }
    return parts.reversed().joined()
  }

  /// Puts one digit, and the sign between thousands behind it, before what `parts` hold.
  private static func append(
    _ digits: DecimalDigits, _ place: Int, _ kind: DigitPlace, isThere: Bool, _ group: String?,
    _ parts: inout [String]
  ) {
    guard isThere || kind != .nothing else { return }
    let shows = isThere || kind == .zero
    if let group, place > 0, place % 3 == 0 { parts.append(shows ? group : " ") }
    parts.append(shows ? String(digits.digit(at: place)) : " ")
  }

  /// The digits behind the point; places at the end that have only zeros show what they stand for.
  private static func fraction(_ digits: DecimalDigits, _ slots: [DigitSlot]) -> String {
    var text = ""
    var place = 0
    let last = digits.isZero ? 0 : digits.lastPlace
    for slot in slots {
      switch slot {
      case .literal(let literal): text += literal
      case .digit(let kind):
        place -= 1
        if place >= last {
          text += String(digits.digit(at: place))
        } else {
          switch kind {
          case .zero: text += "0"
          case .space: text += " "
          case .nothing: break
          }
        }
      }
    }
    return text
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
    let shown = DecimalText.whole(DecimalDigits(whole: power), exponent, group: nil)
    return DecimalText(text.text + sign + shown, isZero: digits.isZero)
  }

  private static func power(of digits: DecimalDigits, _ width: Int) -> Int {
    guard !digits.isZero else { return 0 }
    guard width > 0 else { return digits.order + 1 }
    let order = digits.order
    return (order >= 0 ? order / width : (order - width + 1) / width) * width
  }
}

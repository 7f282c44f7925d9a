/// `number:number`, `number:scientific-number` and `number:fraction`: how digits are laid out.
struct ODSDigits: Sendable {
  /// The most digits before or behind the point; Excel shows 30 decimals, a code has 255 places.
  static let digitLimit = 255

  private let element: String
  private let attributes: [String: String]
  private var embedded: [(text: String, place: Int)] = []

  init(element: String, attributes: [String: String]) {
    self.element = element
    self.attributes = attributes
  }

  /// A text that stands before the last `place` digits of the whole part.
  mutating func embed(_ text: String, at place: Int) {
    guard embedded.count < Self.digitLimit else { return }
    embedded.append((text, min(max(0, place), Self.digitLimit)))
  }

  func body(isPercentage: Bool) -> FormatSection.Body {
    switch element {
    case "number:scientific-number": return .scientific(scientific)
    case "number:fraction": return .fraction(fraction)
    default:
      // LibreOffice writes General as a number that does not say its decimals.
      guard attributes["number:decimal-places"] != nil || isPercentage || isGrouped else {
        return .general(before: "", after: "")
      }
      var layout = decimal
      if isPercentage { layout.shift += 2 }
      return .decimal(layout)
    }
  }

  private func count(_ name: String) -> Int? {
    let text = attributes["number:" + name] ?? attributes["loext:" + name]
    return text.flatMap { Int($0) }.map { min(max(0, $0), Self.digitLimit) }
  }

  private var isGrouped: Bool { attributes["number:grouping"] == "true" }

  private var decimal: DecimalLayout {
    var layout = DecimalLayout()
    layout.dropsBarePoint = true
    layout.isGrouped = isGrouped
    layout.whole = whole(least: count("min-integer-digits") ?? 0)
    let decimals = count("decimal-places") ?? 0
    let least = min(decimals, count("min-decimal-places") ?? decimals)
    layout.hasPoint = decimals > 0
    let replacement = attributes["number:decimal-replacement"]
    // "" hides zeros behind the point, " " shows spaces for them; all else stands for no decimals.
    let rest: DigitPlace = replacement == " " ? .space : .nothing
    layout.fraction =
      Array(repeating: .digit(.zero), count: least)
      + Array(repeating: .digit(rest), count: decimals - least)
    if let replacement, replacement != "", replacement != " " {
      layout.replacement = replacement
      layout.fraction = Array(repeating: .digit(.zero), count: decimals)
    }
    layout.shift = -factorPlaces
    return layout
  }

  /// Three places for each thousand of the display factor.
  private var factorPlaces: Int {
    guard let factor = attributes["number:display-factor"], factor.first == "1" else { return 0 }
    let zeros = factor.prefix { $0 != "." }.dropFirst()
    return zeros.utf8.count <= 30 && zeros.allSatisfy { $0 == "0" } ? zeros.utf8.count : 0
  }

  /// As many places as there must be, and those that embedded texts stand between.
  private func whole(least: Int, most: Int = 1) -> [DigitSlot] {
    let places = max(least, most, (embedded.map(\.place).max() ?? 0) + (embedded.isEmpty ? 0 : 1))
    var slots: [DigitSlot] = []
    for place in stride(from: places - 1, through: 0, by: -1) {
      for text in embedded where text.place == place + 1 { slots.append(.literal(text.text)) }
      slots.append(.digit(place < least ? .zero : .nothing))
    }
    for text in embedded where text.place == 0 { slots.append(.literal(text.text)) }
    return slots
  }

  private var scientific: ScientificLayout {
    var mantissa = decimal
    let least = count("min-integer-digits") ?? 1
    mantissa.whole = whole(least: least, most: count("exponent-interval") ?? 1)
    let sign = attributes["number:forced-exponent-sign"] ?? attributes["loext:forced-exponent-sign"]
    return ScientificLayout(
      mantissa: mantissa, showsPlus: sign != "false",
      exponent: Array(repeating: .digit(.zero), count: max(1, count("min-exponent-digits") ?? 2)))
  }

  private var fraction: FractionLayout {
    var layout = FractionLayout()
    layout.leavesLittleRoom = true
    if let least = count("min-integer-digits") {
      let delimiter = attributes["loext:integer-fraction-delimiter"]
      layout.whole =
        whole(least: least) + [.literal(delimiter ?? " ")]
    }
    let above = min(
      count("max-numerator-digits") ?? count("min-numerator-digits") ?? 1,
      FractionLayout.longestDenominator)
    layout.numerator = Array(repeating: .space, count: max(1, above))
    let below = min(count("min-denominator-digits") ?? 1, FractionLayout.longestDenominator)
    let places = [DigitPlace](repeating: .space, count: max(1, below))
    if let fixed = number("denominator-value") {
      layout.denominator = .fixed(fixed)
    } else if let limit = number("max-denominator-value") {
      layout.denominator = .upTo(limit, places)
    } else {
      layout.denominator = .places(places)
    }
    return layout
  }

  /// A denominator, within what a fraction can show.
  private func number(_ name: String) -> Int64? {
    let text = attributes["number:" + name] ?? attributes["loext:" + name]
    return text.flatMap { Int64($0) }.flatMap { (1...999_999_999).contains($0) ? $0 : nil }
  }
}

extension FormatSection.Body {
  /// The body between two texts.
  func between(_ before: String, _ after: String) -> FormatSection.Body {
    switch self {
    case .general(let first, let last): return .general(before: before + first, after: last + after)
    case .decimal(let layout): return .decimal(layout.between(before, after))
    case .scientific(var layout):
      layout.mantissa.whole.insert(.literal(before), at: 0)
      layout.exponent.append(.literal(after))
      return .scientific(layout)
    case .fraction(var layout):
      if layout.whole == nil {
        layout.before = before + layout.before
      } else {
        layout.whole?.insert(.literal(before), at: 0)
      }
      layout.after += after
      return .fraction(layout)
    case .literal(let text): return .literal(before + text + after)
    case .moment, .text, .boolean: return self
    }
  }
}

extension DecimalLayout {
  fileprivate func between(_ before: String, _ after: String) -> DecimalLayout {
    var layout = self
    layout.whole.insert(.literal(before), at: 0)
    layout.suffix += after
    return layout
  }
}

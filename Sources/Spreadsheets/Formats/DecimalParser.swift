/// Makes the layout of a number out of a section's tokens, of which at least one is a digit.
enum DecimalParser {
  static func body(_ source: [FormatToken]) throws(FormatTokenizer.Misread) -> FormatSection.Body {
    guard !source.contains(.general), !source.contains(.text) else {
      throw FormatTokenizer.Misread()
    }
    if let place = source.firstIndex(where: \.isExponent) {
      return try scientific(source, place)
    }
    if let place = fractionSlash(source) { return try fraction(source, place) }
    return .decimal(layout(russian(source) ?? source))
  }

  /// A slash with a digit before it and a digit or figure behind it.
  private static func fractionSlash(_ tokens: [FormatToken]) -> Int? {
    tokens.indices.first { index in
      guard tokens[index] == .slash, index > 0, tokens[index - 1].isDigit,
        index + 1 < tokens.count
      else { return false }
      return tokens[index + 1].isDigit || tokens[index + 1].isFigure
    }
  }

  /// «# ##0,00» as a Russian program writes it: a space between thousands, a comma before decimals,
  /// no point. Read by the standard it would group by the comma and show nothing sensible.
  private static func russian(_ tokens: [FormatToken]) -> [FormatToken]? {
    guard !tokens.contains(.point), let comma = tokens.firstIndex(of: .comma), comma > 4,
      tokens.lastIndex(of: .comma) == comma,
      comma + 1 < tokens.count, tokens[comma + 1].isDigit,
      tokens[comma - 3..<comma].allSatisfy(\.isDigit), tokens[comma - 4].isSpace,
      tokens[comma - 5].isDigit
    else { return nil }
    var read = tokens
    read[comma] = .point
    read[comma - 4] = .comma
    return read
  }

  static func layout(_ tokens: [FormatToken]) -> DecimalLayout {
    var layout = DecimalLayout()
    let lastDigit = tokens.lastIndex(where: \.isDigit) ?? 0
    let firstDigit = tokens.firstIndex(where: \.isDigit) ?? 0
    for (index, token) in tokens.enumerated() {
      switch token {
      case .digit(let place): layout.append(.digit(place))
      case .point where !layout.hasPoint: layout.hasPoint = true
      case .comma where index > firstDigit:
        if index > lastDigit ? follows(tokens, index) : leadsToPoint(tokens, index) {
          layout.shift -= 3
        } else if index > lastDigit {
          layout.append(.literal(","))
        } else if !layout.hasPoint {
          layout.isGrouped = true
        }
      case .percent:
        layout.shift += 2
        layout.append(.literal("%"))
      case .literal, .figure, .point, .comma, .slash, .exponent, .letters, .elapsed, .half,
        .general,
        .text:
        layout.append(.literal(token.sign))
      }
    }
    return layout
  }

  /// Whether only commas stand between the comma and a digit or the point before it.
  private static func follows(_ tokens: [FormatToken], _ index: Int) -> Bool {
    guard let before = tokens[..<index].last(where: { $0 != .comma }) else { return false }
    return before.isDigit || before == .point
  }

  /// Whether only commas stand between the comma and the point behind it.
  private static func leadsToPoint(_ tokens: [FormatToken], _ index: Int) -> Bool {
    tokens[index...].first { $0 != .comma } == .point
  }

  private static func scientific(
    _ tokens: [FormatToken], _ place: Int
  ) throws(FormatTokenizer.Misread) -> FormatSection.Body {
    guard case .exponent(let showsPlus) = tokens[place],
      tokens[place + 1..<tokens.count].contains(where: \.isDigit)
    else { throw FormatTokenizer.Misread() }
    var scientific = ScientificLayout(mantissa: layout(Array(tokens[..<place])))
    scientific.showsPlus = showsPlus
    for token in tokens[(place + 1)...] {
      if case .digit(let digit) = token {
        scientific.exponent.append(.digit(digit))
      } else {
        guard !token.isExponent else { throw FormatTokenizer.Misread() }
        if token == .percent { scientific.mantissa.shift += 2 }
        scientific.exponent.append(.literal(token.sign))
      }
    }
    return .scientific(scientific)
  }

  private static func fraction(
    _ tokens: [FormatToken], _ slash: Int
  ) throws(FormatTokenizer.Misread) -> FormatSection.Body {
    var fraction = FractionLayout()
    let start = (tokens[..<slash].lastIndex { !$0.isDigit } ?? -1) + 1
    fraction.numerator = tokens[start..<slash].compactMap(\.place)
    let before = tokens[..<start]
    guard !before.contains(.point), !tokens[slash...].contains(.point) else {
      throw FormatTokenizer.Misread()
    }
    if before.contains(where: \.isDigit) {
      let layout = layout(Array(before))
      fraction.whole = layout.whole
      fraction.shift = layout.shift
    } else {
      fraction.before = before.map(\.sign).joined()
    }
    var rest = tokens[(slash + 1)...]
    fraction.denominator = try denominator(&rest)
    fraction.after = rest.map(\.sign).joined()
    fraction.shift += 2 * rest.count { $0 == .percent }
    return .fraction(fraction)
  }

  /// Takes the denominator from the front of `rest`: places, or the figures of a fixed one.
  private static func denominator(
    _ rest: inout ArraySlice<FormatToken>
  ) throws(FormatTokenizer.Misread) -> FractionLayout.Denominator {
    if rest.first?.isDigit == true {
      let places = rest.prefix(while: \.isDigit)
      rest = rest.dropFirst(places.count)
      // More digits than an office program takes show no more than these do.
      return .places(
        places.prefix(FractionLayout.longestDenominator).compactMap(\.place))
    }
    var value: Int64 = 0
    var count = 0
    while let token = rest.first {
      if case .figure(let digit) = token {
        value = value * 10 + Int64(digit)
      } else {
        guard token == .digit(.zero) else { return .fixed(value) }
        value *= 10
      }
      count += 1
      guard count <= FractionLayout.longestDenominator else { throw FormatTokenizer.Misread() }
      rest = rest.dropFirst()
    }
    return .fixed(value)
  }
}

extension DecimalLayout {
  fileprivate mutating func append(_ slot: DigitSlot) {
    if hasPoint { fraction.append(slot) } else { whole.append(slot) }
  }
}

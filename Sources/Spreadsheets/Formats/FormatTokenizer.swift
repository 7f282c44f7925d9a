/// Cuts a format code into sections and tokens, in one pass over its units of UTF-16.
struct FormatTokenizer {
  /// Why a code is not understood.
  struct Misread: Error {}

  private let units: [UInt16]
  private var index = 0
  private var section = TokenizedSection()
  private var sections: [TokenizedSection] = []

  /// - Parameter code: at most `NumberFormatCode.longestCode` units.
  static func sections(of code: [UInt16]) throws(Misread) -> [TokenizedSection] {
    var tokenizer = FormatTokenizer(units: code)
    while tokenizer.index < code.count { try tokenizer.step() }
    tokenizer.sections.append(tokenizer.section)
    return tokenizer.sections
  }

  private init(units: [UInt16]) { self.units = units }

  private mutating func step() throws(Misread) {
    let unit = units[index]
    switch unit {
    case 0x22: try quoted()
    case 0x5C: section.append(literal: try escaped())
    case 0x5F:
      // A gap as wide as the character: one space, as Excel's own TEXT shows it.
      _ = try escaped()
      section.append(literal: " ")
    case 0x2A:
      // Fills the width of the column, which a text does not have.
      _ = try escaped()
    case 0x5B: try bracket()
    case 0x3B:
      sections.append(section)
      section = TokenizedSection()
      index += 1
    default:
      if word() || half() || exponent() { return }
      if let letter = FormatLetter(unit: unit) {
        letters(letter, unit)
      } else {
        sign(unit)
      }
    }
  }

  private mutating func sign(_ unit: UInt16) {
    index += 1
    switch unit {
    case 0x30: section.tokens.append(.digit(.zero))
    case 0x23: section.tokens.append(.digit(.nothing))
    case 0x3F: section.tokens.append(.digit(.space))
    case 0x31...0x39: section.tokens.append(.figure(UInt8(unit - 0x30)))
    case 0x2E: section.tokens.append(.point)
    case 0x2C: section.tokens.append(.comma)
    case 0x25: section.tokens.append(.percent)
    case 0x2F: section.tokens.append(.slash)
    case 0x40: section.tokens.append(.text)
    default:
      index -= 1
      // B and G in either case.
      section.hasEra = section.hasEra || [0x42, 0x47, 0x62, 0x67].contains(unit)
      section.append(literal: character())
    }
  }

  /// The character at the index, two units where it takes a pair; the index goes behind it.
  private mutating func character() -> String {
    let isPair =
      UTF16.isLeadSurrogate(units[index]) && index + 1 < units.count
      && UTF16.isTrailSurrogate(units[index + 1])
    let end = index + (isPair ? 2 : 1)
    defer { index = end }
    return String(decoding: units[index..<end], as: UTF16.self)
  }

  private mutating func escaped() throws(Misread) -> String {
    index += 1
    guard index < units.count else { throw Misread() }
    return character()
  }

  private mutating func quoted() throws(Misread) {
    let start = index + 1
    guard let end = units[start...].firstIndex(of: 0x22) else { throw Misread() }
    section.append(literal: String(decoding: units[start..<end], as: UTF16.self))
    index = end + 1
  }

  private mutating func letters(_ letter: FormatLetter, _ unit: UInt16) {
    let start = index
    while index < units.count, FormatLetter(unit: units[index]) == letter,
      (units[index] < 0x80) == (unit < 0x80)
    {
      index += 1
    }
    section.tokens.append(.letters(letter, unit: unit, count: index - start))
  }

  /// "General", «Основной», "Standard".
  private mutating func word() -> Bool {
    guard ahead("general") || ahead("standard") || ahead("основной") else { return false }
    section.tokens.append(.general)
    // "standard" and «основной» have eight letters.
    index += ahead("general") ? 7 : 8
    return true
  }

  /// "AM/PM", "A/P" and the weekdays that "aaa" and "aaaa" stand for.
  private mutating func half() -> Bool {
    if ahead("am/pm") {
      section.tokens.append(.half(width: 2, isSmall: false))
      index += 5
    } else if ahead("a/p") {
      section.tokens.append(.half(width: 1, isSmall: units[index] == 0x61))
      index += 3
    } else if ahead("aaa") {
      let count = ahead("aaaa") ? 4 : 3
      section.tokens.append(.letters(.day, unit: 0x64, count: count))
      index += count
    } else {
      return false
    }
    return true
  }

  private mutating func exponent() -> Bool {
    guard ahead("e+") || ahead("e-"), section.tokens.contains(where: { $0.isDigit || $0 == .point })
    else {
      return false
    }
    section.tokens.append(.exponent(showsPlus: units[index + 1] == 0x2B))
    index += 2
    return true
  }

  /// Whether the word, in small letters, begins at the index.
  private func ahead(_ word: String) -> Bool {
    let letters = word.utf16
    guard units.count - index >= letters.count else { return false }
    var place = index
    for letter in letters {
      guard Self.lowercased(units[place]) == letter else { return false }
      place += 1
    }
    return true
  }

  private static func lowercased(_ unit: UInt16) -> UInt16 {
    switch unit {
    case 0x41...0x5A, 0x410...0x42F: unit + 0x20
    default: unit
    }
  }

  private mutating func bracket() throws(Misread) {
    guard let end = units[index...].firstIndex(of: 0x5D) else { throw Misread() }
    let inside = units[index + 1..<end]
    index = end + 1
    let text = String(decoding: inside, as: UTF16.self)
    if inside.first == 0x24 {
      try currency(text)
    } else if let first = inside.first, let letter = FormatLetter(unit: first),
      letter == .hour || letter == .month || letter == .second,
      inside.allSatisfy({ FormatLetter(unit: $0) == letter })
    {
      section.tokens.append(.elapsed(letter, count: inside.count))
    } else if let condition = FormatCondition(text) {
      guard section.condition == nil else { throw Misread() }
      section.condition = condition
    } else if !FormatColour.isColour(text) {
      throw Misread()
    }
  }

  /// `[$₽-419]` is a sign and a language, `[$-419]` a language alone.
  private mutating func currency(_ text: String) throws(Misread) {
    let inside = text.dropFirst()
    let sign: Substring
    // A language's own name may hold a hyphen: "[$₽-ru-RU]".
    if let hyphen = inside.firstIndex(of: "-") {
      sign = inside[..<hyphen]
      let name = String(inside[inside.index(after: hyphen)...])
      if let locale = FormatLocale(name) { section.locale = locale }
    } else {
      sign = inside
    }
    if !sign.isEmpty { section.append(literal: String(sign)) }
  }
}

/// The colours of a code, which change nothing in a text.
enum FormatColour {
  static func isColour(_ text: String) -> Bool {
    let name = text.lowercased().replacing("ё", with: "е")
    if names.contains(name) { return true }
    for word in ["color", "цвет"] where name.hasPrefix(word) {
      let number = name.dropFirst(word.count).drop { $0 == " " }
      if let index = Int(number), (1...56).contains(index) { return true }
    }
    return false
  }

  private static let names: Set<String> = [
    "black", "blue", "cyan", "green", "magenta", "red", "white", "yellow", "черный", "синий",
    "голубой", "зеленый", "фиолетовый", "красный", "белый", "желтый",
  ]
}

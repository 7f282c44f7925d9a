public import ExactNumbers

extension NumberFormat {
  /// The text that a cell with this format and this value shows; "" for an empty cell and for a
  /// formula without a stored result.
  public func text(_ value: CellValue, language: DisplayLanguage) -> String {
    switch value {
    case .number(let number): text(number, language: language)
    case .moment(let moment): text(moment, language: language)
    case .text(let text): self.text(text, language: language)
    case .boolean(let truth): language.text(truth)
    case .error(let error): language.text(error: error)
    case .empty, .formulaWithoutResult: ""
    }
  }

  /// The text of a number. Under a format of dates or times it is days since 1899-12-30.
  public func text(_ number: ExactNumber, language: DisplayLanguage) -> String {
    guard !sections.isEmpty else {
      return GeneralNumber.text(number, origin, language: language)
    }
    guard let section = sections.first(where: { $0.condition?.holds(for: number) ?? true }) else {
      return Self.unshowable
    }
    return text(number, section, language)
  }

  /// The text of a date, a time or a duration. A format that shows plain numbers as they are shows
  /// it in the usual way of the language.
  public func text(_ moment: SerialMoment, language: DisplayLanguage) -> String {
    if sections.isEmpty || sections.first?.isGeneral == true {
      return Self.usual(moment.shape, language).text(moment.serial, language: language)
    }
    return text(moment.serial, language: language)
  }

  /// A text as the format shows it: with what stands beside "@", hidden by ";;;".
  public func text(_ text: String, language: DisplayLanguage) -> String {
    guard case .text(let pieces)? = textSection?.body else { return text }
    // A code may ask for a long text 255 times; no program shows so much.
    guard text.utf8.count * pieces.count <= Self.longestShown else { return text }
    return pieces.map { piece in
      switch piece {
      case .own: text
      case .literal(let literal): literal
      }
    }.joined()
  }

  /// Bytes of a text that is shown with something beside it: Excel stops at 32,767 characters.
  private static let longestShown = 1 << 20

  private func text(
    _ number: ExactNumber, _ section: FormatSection, _ reader: DisplayLanguage
  ) -> String {
    let language = origin == .openDocument ? section.language ?? reader : reader
    let digits = DecimalDigits(shown: number, origin)
    let shown: DecimalText?
    switch section.body {
    case .general(let before, let after):
      let text = GeneralNumber.text(digits, origin, language: language)
      shown = DecimalText(before + text + after, isZero: digits.isZero)
    case .decimal(let layout): shown = layout.text(digits, language)
    case .scientific(let layout): shown = layout.text(digits, language)
    case .fraction(let layout): shown = layout.text(digits)
    // Excel puts the sign before a section of text too.
    case .literal(let text): shown = DecimalText(text, isZero: origin == .openDocument)
    case .boolean: return language.text(!number.isZero)
    case .text: shown = nil
    case .moment(let pieces):
      let names = section.language ?? reader
      return MomentText(number, pieces, section, origin, names: names, language: language)?.text
        ?? Self.unshowable
    }
    guard let shown else { return GeneralNumber.text(number, origin, language: language) }
    // What is rounded to nothing has no sign: -0.3 is "0".
    let isNegative = number.isNegative && !section.dropsSign && !shown.isZero
    return isNegative ? "-" + shown.text : shown.text
  }

  /// The format of a moment that has none.
  private static func usual(_ shape: NumberShape, _ language: DisplayLanguage) -> NumberFormat {
    switch shape {
    case .date: NumberFormat(builtIn: 14, language: language)
    case .time: NumberFormat(builtIn: 21, language: language)
    case .dateAndTime: NumberFormat(builtIn: 22, language: language)
    case .duration: NumberFormat(builtIn: 46, language: language)
    case .plain, .percent, .currency: .general
    }
  }
}

extension FormatSection {
  fileprivate var isGeneral: Bool {
    if case .general = body { true } else { false }
  }
}

/// The text of a number without its sign, and whether nothing but zeros is left of it.
struct DecimalText {
  var text: String
  var isZero: Bool

  init(_ text: String, isZero: Bool) {
    self.text = text
    self.isZero = isZero
  }
}

extension DecimalDigits {
  /// Digits that Excel keeps of a number, LibreOffice of one with decimals.
  static let keptDigits = 15

  /// The digits that an office program shows of a number.
  init(shown number: ExactNumber, _ origin: NumberFormat.Origin) {
    self.init(number)
    if origin == .officeOpenXML || lastPlace < 0 { round(toSignificantDigits: Self.keptDigits) }
  }
}

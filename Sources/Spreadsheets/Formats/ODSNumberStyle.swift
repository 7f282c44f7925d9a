import ExactNumbers

/// A data style of OpenDocument 1.3 (part 3, 16.29), gathered element by element and turned into a
/// `NumberFormat`.
///
/// Names carry the usual prefixes (`number:day`, `style:condition`), whatever the file calls them;
/// what LibreOffice writes in a namespace of its own counts as `number:`. A reader calls `start`,
/// `text` and `end` for what stands inside the style's element, and asks for `format` when all
/// styles are known.
///
///     var style = ODSNumberStyle(element: "number:date-style", attributes: ["style:name": "N1"])
///     style?.start("number:year", ["number:style": "long"])
///     style?.end("number:year")
struct ODSNumberStyle: Sendable {
  /// The most parts and maps of a style, and bytes of its texts; a longer one is not understood.
  static let partLimit = 255
  static let mapLimit = 16
  static let textLimit = 4_096

  enum Kind: String, Sendable {
    case number = "number:number-style"
    case percentage = "number:percentage-style"
    case currency = "number:currency-style"
    case date = "number:date-style"
    case time = "number:time-style"
    case text = "number:text-style"
    case boolean = "number:boolean-style"
  }

  enum Part: Sendable {
    case literal(String)
    case body(FormatSection.Body)
    case field(MomentPiece)
    /// The cell's own text.
    case own
  }

  let kind: Kind
  /// `style:name`; "" where there is none.
  let name: String
  private var parts: [Part] = []
  private var maps: [(condition: FormatCondition, style: String)] = []
  private var locale: FormatLocale?
  private let isElapsed: Bool
  private var isUnderstood = true
  /// The text of the element that is open.
  private var open = ""
  private var textBytes = 0
  /// The digits that embedded texts go between.
  private var digits: ODSDigits?
  private var embeddedPlace = 0
  /// Stands for a currency symbol without a text.
  private var currency = ""

  /// Nil for an element that is no data style.
  init?(element: String, attributes: [String: String]) {
    guard let kind = Kind(rawValue: element) else { return nil }
    self.kind = kind
    name = attributes["style:name"] ?? ""
    isElapsed = attributes["number:truncate-on-overflow"] == "false"
    if let language = attributes["number:language"], !language.isEmpty, language != "none" {
      locale = FormatLocale(language.lowercased())
    }
  }

  /// An element inside the style begins.
  mutating func start(_ element: String, _ attributes: [String: String] = [:]) {
    open = ""
    switch element {
    case "number:number", "number:scientific-number", "number:fraction":
      digits = ODSDigits(element: element, attributes: attributes)
    case "number:embedded-text":
      embeddedPlace = Int(attributes["number:position"] ?? "") ?? 0
    case "style:map": map(attributes)
    case "number:currency-symbol":
      currency = Self.currency(of: attributes["number:country"] ?? "")
    case "number:fill-character", "style:text-properties", "number:text", "number:text-content",
      "number:boolean":
      break
    default:
      guard let unit = ODSMomentField(element: element) else { return }
      if let calendar = attributes["number:calendar"], calendar != "gregorian" {
        isUnderstood = false
      }
      for piece in unit.pieces(attributes) { append(.field(piece)) }
    }
  }

  /// Characters inside the element that is open.
  mutating func text(_ text: String) {
    textBytes += text.utf8.count
    guard textBytes <= Self.textLimit else { return isUnderstood = false }
    open += text
  }

  /// An element inside the style ends.
  mutating func end(_ element: String) {
    switch element {
    case "number:text": append(.literal(open))
    case "number:currency-symbol": append(.literal(open.isEmpty ? currency : open))
    case "number:text-content": append(.own)
    case "number:boolean": append(.body(.boolean))
    case "number:embedded-text": digits?.embed(open, at: embeddedPlace)
    case "number:number", "number:scientific-number", "number:fraction":
      if let digits { append(.body(digits.body(isPercentage: kind == .percentage))) }
      digits = nil
    default: break
    }
    open = ""
  }

  private static func currency(of country: String) -> String {
    switch country {
    case "RU": "₽"
    case "US": "$"
    default: ""
    }
  }

  private mutating func append(_ part: Part) {
    guard parts.count < Self.partLimit else { return isUnderstood = false }
    parts.append(part)
  }

  private mutating func map(_ attributes: [String: String]) {
    let prefix = "value()"
    guard maps.count < Self.mapLimit, let style = attributes["style:apply-style-name"],
      let text = attributes["style:condition"], text.hasPrefix(prefix),
      let condition = FormatCondition(String(text.dropFirst(prefix.count)))
    else { return isUnderstood = false }
    maps.append((condition, style))
  }
}

extension ODSNumberStyle {
  /// The format that the style and those that its conditions lead to make together.
  ///
  /// - Parameter named: the data style of a name; nil where there is none. Conditions of such a
  ///   style do not count, so styles that lead to one another do no harm.
  func format(named: (String) -> ODSNumberStyle?) -> NumberFormat {
    var sections: [FormatSection] = []
    var isClear = isUnderstood
    for map in maps {
      guard let style = named(map.style), style.isUnderstood, var section = style.section else {
        isClear = false
        continue
      }
      section.condition = map.condition
      sections.append(section)
    }
    var textSection: FormatSection?
    if kind == .text {
      textSection = FormatSection(body: .text(textPieces))
      if !sections.isEmpty { sections.append(.general) }
    } else if let section {
      sections.append(section)
    } else {
      isClear = false
    }
    FormatParser.markNegative(&sections)
    return NumberFormat(
      sections: sections, textSection: textSection, shape: shape, isUnderstood: isClear)
  }

  /// What kind of value the style is for.
  var shape: NumberShape {
    switch kind {
    case .number, .text, .boolean: return .plain
    case .percentage: return .percent
    case .currency: return .currency
    case .time: return isElapsed ? .duration : .time
    case .date:
      let fields = moments
      let hasTime = fields.contains { $0.isTime }
      let hasDay = fields.contains { !$0.isTime }
      return hasTime ? (hasDay ? .dateAndTime : .time) : .date
    }
  }

  private var moments: [MomentPiece] {
    parts.compactMap { part in
      guard case .field(let piece) = part, case .field = piece else { return nil }
      return piece
    }
  }

  private var textPieces: [TextPiece] {
    parts.compactMap { part in
      switch part {
      case .literal(let text): .literal(text)
      case .own: .own
      case .body, .field: nil
      }
    }
  }

  /// The style's own section without a condition; nil for one that cannot be shown.
  private var section: FormatSection? {
    var section = FormatSection()
    section.language = locale?.language
    switch kind {
    case .date, .time:
      section.body = .moment(momentPieces)
      if locale?.isUnknownLanguage == true, section.showsNames { return nil }
    case .text: return .general
    case .number, .percentage, .currency, .boolean:
      guard let body = numberBody else { return nil }
      section.body = body
    }
    return section
  }

  /// Literals and fields; the first field of time is the one that does not begin anew.
  private var momentPieces: [MomentPiece] {
    var isFirst = isElapsed
    return parts.compactMap { part in
      switch part {
      case .literal(let text): return .literal(text)
      case .field(.field(let unit, let width)):
        guard isFirst, let elapsed = unit.elapsed else { return .field(unit, width: width) }
        isFirst = false
        return .field(elapsed, width: width)
      case .field(let piece): return piece
      case .body, .own: return nil
      }
    }
  }

  /// The one body among the parts, with the texts around it; nil for two.
  private var numberBody: FormatSection.Body? {
    var before = ""
    var after = ""
    var found: FormatSection.Body?
    for part in parts {
      switch part {
      case .literal(let text):
        if found == nil { before += text } else { after += text }
      case .body(let body):
        guard found == nil else { return nil }
        found = body
      case .field, .own: return nil
      }
    }
    return found.map { $0.between(before, after) } ?? .literal(before)
  }
}

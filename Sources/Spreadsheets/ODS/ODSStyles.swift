import Markup

/// The styles of cells and of numbers, from `styles.xml` and from the automatic styles of
/// `content.xml`, or both from a flat file. It is fed the events of those parts, `styles.xml`
/// first, and answers by the number that a style's name has in it.
struct ODSStyles: MarkupReceiver {
  /// What is read now.
  enum Part {
    /// Its automatic styles are those of headers and footers.
    case styles
    /// `content.xml` or a flat file.
    case content
  }

  private struct CellStyle {
    var parent: Int?
    var format: Int?
  }

  /// The two of one name may differ: a common style and one that the program made for this part.
  private struct Pair<Value> {
    var common: Value?
    var automatic: Value?
  }

  var part = Part.content
  private let limits: SpreadsheetLimits
  private let keepsFormats: Bool
  private var styleNames = ByteNames()
  private var styles: [Pair<CellStyle>] = []
  private var formatNames = ByteNames()
  private var formats: [Pair<ODSStoredFormat>] = []
  /// The format of all cells that no style gives one.
  private var defaultFormat: Int?
  private var isInCommon = false
  private var isInAutomatic = false
  private var reading: ODSFormatReading?
  private var count = 0

  /// Steps from a style to its parents; office programs take some five. Styles that are parents
  /// of one another end here.
  private static let mostParents = 64

  init(contents: WorkbookContents, limits: SpreadsheetLimits) {
    self.limits = limits
    keepsFormats = contents.contains(.displayedText)
  }

  mutating func start(_ element: borrowing MarkupElement) throws(MarkupError) {
    if reading != nil {
      reading?.start(element)
      return
    }
    switch element.token {
    case ODSStyleName.commonStyles: isInCommon = true
    case ODSStyleName.automaticStyles: isInAutomatic = part == .content
    case ODSName.style, ODSStyleName.defaultStyle:
      if isInCommon || isInAutomatic { try cellStyle(element) }
    default:
      guard isInCommon || isInAutomatic else { return }
      reading = ODSFormatReading(element, keepsParts: keepsFormats)
    }
  }

  mutating func end(_ token: Int32) throws(MarkupError) {
    if var format = reading.take() {
      if !format.end(token) {
        reading = format
      } else {
        try keep(format)
      }
    } else if token == ODSStyleName.commonStyles {
      isInCommon = false
    } else if token == ODSStyleName.automaticStyles {
      isInAutomatic = false
    }
  }

  mutating func text(_ bytes: borrowing Span<UInt8>) throws(MarkupError) {
    reading?.text(bytes)
  }

  private mutating func cellStyle(_ element: borrowing MarkupElement) throws(MarkupError) {
    guard element.string(ODSStyleName.family) == "table-cell" else { return }
    try countOne(element.line)
    let format = element.withValue(of: ODSName.dataStyle) { formatNumber($0) }
    if element.token == ODSStyleName.defaultStyle {
      defaultFormat = format
      return
    }
    let parent = element.withValue(of: ODSStyleName.parentStyle) { styleNumber($0) }
    guard let name = element.withValue(of: ODSName.styleOwnName, { styleNumber($0) }) else {
      return
    }
    let style = CellStyle(parent: parent, format: format)
    if isInCommon {
      styles[name].common = style
    } else {
      styles[name].automatic = style
    }
  }

  private mutating func keep(_ reading: ODSFormatReading) throws(MarkupError) {
    try countOne(0)
    let name = formatNumber(reading.nameBytes.span)
    var format = reading.format
    format.isCommon = isInCommon
    if isInCommon {
      formats[name].common = format
    } else {
      formats[name].automatic = format
    }
  }

  private mutating func countOne(_ line: Int) throws(MarkupError) {
    count += 1
    guard count <= limits.styles else {
      throw MarkupError(
        .tooLarge, line: line, detail: "more than \(limits.styles) styles of cells and numbers")
    }
  }

  private mutating func styleNumber(_ name: borrowing Span<UInt8>) -> Int {
    let number = styleNames.take(name)
    if number == styles.count { styles.append(Pair()) }
    return number
  }

  private mutating func formatNumber(_ name: borrowing Span<UInt8>) -> Int {
    let number = formatNames.take(name)
    if number == formats.count { formats.append(Pair()) }
    return number
  }
}

extension ODSStyles {
  /// The number of a cell style; nil for one that no part has named.
  func number(ofStyle name: borrowing Span<UInt8>) -> Int? { styleNames.number(of: name) }

  /// The number format of a cell style, its own or that of the nearest parent with one; nil where
  /// none has any. Nil as a style stands for a cell without one.
  func format(ofStyle number: Int?) -> ODSStoredFormat? {
    var next = number
    var isAutomatic = true
    var steps = 0
    while let current = next, steps < Self.mostParents, styles.indices.contains(current) {
      let own = isAutomatic ? styles[current].automatic : nil
      guard let style = own ?? styles[current].common else { break }
      if let format = style.format {
        return found(formats[format], isAutomatic: own != nil)
      }
      next = style.parent
      // The parent of any style is a common one.
      isAutomatic = false
      steps += 1
    }
    return defaultFormat.flatMap { found(formats[$0], isAutomatic: false) }
  }

  /// How a number of a cell style is shown. Of a format with several sections the one that comes
  /// first in Excel's notation decides, as it does there.
  func shape(ofStyle number: Int?) -> NumberShape {
    guard let format = format(ofStyle: number) else { return .plain }
    guard let first = format.sections.first else { return format.shape }
    return self.format(named: first.style, of: format)?.shape ?? format.shape
  }

  /// The style that a section of another one names; nil where there is none.
  func format(named name: String, of format: ODSStoredFormat) -> ODSStoredFormat? {
    let bytes = Array(name.utf8)
    return formatNames.number(of: bytes.span).flatMap {
      found(formats[$0], isAutomatic: !format.isCommon)
    }
  }

  private func found(_ pair: Pair<ODSStoredFormat>, isAutomatic: Bool) -> ODSStoredFormat? {
    isAutomatic ? pair.automatic ?? pair.common : pair.common ?? pair.automatic
  }
}

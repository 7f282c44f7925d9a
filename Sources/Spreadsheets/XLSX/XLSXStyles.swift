import Markup

/// How cells show their values, by the number that a cell gives.
struct XLSXCellFormats: Sendable {
  var shapes: [NumberShape] = []
  /// Empty unless displayed texts are asked for.
  var formats: [NumberFormat] = []

  func shape(_ style: Int) -> NumberShape {
    style >= 0 && style < shapes.count ? shapes[style] : .plain
  }

  func format(_ style: Int) -> NumberFormat {
    style >= 0 && style < formats.count ? formats[style] : .general
  }
}

/// Reads the cell formats of a style sheet, and of their number formats what is asked for.
struct XLSXStylesReceiver: MarkupReceiver {
  let request: ReadingRequest
  private(set) var cells = XLSXCellFormats()
  private var codes: [Int: String] = [:]
  private var shapes: [Int: NumberShape] = [:]
  private var formats: [Int: NumberFormat] = [:]
  private var isInCellFormats = false
  private var isInNumberFormats = false
  /// Number formats of the cell formats.
  private var ids: [Int] = []
  /// Whether codes came after the cell formats, and these are to be looked into anew: false once
  /// they were, because that is done once only.
  private var hasLateCodes: Bool?

  init(request: ReadingRequest) { self.request = request }

  mutating func start(_ element: borrowing MarkupElement) throws(MarkupError) {
    switch element.token {
    case XLSXName.numberFormats: isInNumberFormats = true
    case XLSXName.numberFormat where isInNumberFormats:
      try check(codes.count, element.line)
      if let id = element.integer(XLSXName.numberFormatID),
        let code = element.string(XLSXName.formatCode)
      {
        codes[id] = code
        hasLateCodes = hasLateCodes ?? (ids.isEmpty ? nil : true)
      }
    case XLSXName.cellFormats: isInCellFormats = true
    case XLSXName.format where isInCellFormats:
      try check(cells.shapes.count, element.line)
      add(element.integer(XLSXName.numberFormatID) ?? 0)
    default: break
    }
  }

  mutating func end(_ token: Int32) throws(MarkupError) {
    if token == XLSXName.cellFormats { isInCellFormats = false }
    guard token == XLSXName.numberFormats else { return }
    isInNumberFormats = false
    guard hasLateCodes == true else { return }
    hasLateCodes = false
    let known = ids
    (ids, shapes, formats, cells) = ([], [:], [:], XLSXCellFormats())
    for id in known { add(id) }
  }

  mutating func text(_ bytes: borrowing Span<UInt8>) throws(MarkupError) {}

  /// Formats are looked into when a cell format names them first: most of them none does.
  private mutating func add(_ id: Int) {
    ids.append(id)
    let shape =
      shapes[id] ?? codes[id].map { NumberFormatCode.shape(of: $0) }
      ?? NumberFormatCode.builtIn(id)
    shapes[id] = shape
    cells.shapes.append(shape)
    guard request.contents.contains(.displayedText) else { return }
    let format =
      formats[id] ?? codes[id].map { NumberFormat(code: $0) }
      ?? NumberFormat(builtIn: id, language: request.language)
    formats[id] = format
    cells.formats.append(format)
  }

  private func check(_ count: Int, _ line: Int) throws(MarkupError) {
    let limit = request.limits.styles
    guard count < limit else {
      throw MarkupError(.tooLarge, line: line, detail: "more than \(limit) formats")
    }
  }
}

import Markup

/// What the cells of a spreadsheet show where the file holds no text of them: the number formats of
/// their styles.
struct ODSDisplay: MarkupReceiver {
  var styles: ODSStyles
  private var defaults: ODSDefaultStyles
  /// By the numbers of styles; -1 for none.
  private var formats: [Int: NumberFormat] = [:]

  init(request: ReadingRequest) {
    styles = ODSStyles(contents: request.contents, limits: request.limits)
    defaults = ODSDefaultStyles(limits: request.limits)
  }

  mutating func start(_ element: borrowing MarkupElement) throws(MarkupError) {
    try styles.start(element)
  }

  mutating func end(_ token: Int32) throws(MarkupError) { try styles.end(token) }

  mutating func text(_ bytes: borrowing Span<UInt8>) throws(MarkupError) { try styles.text(bytes) }

  mutating func startTable() { defaults.startTable() }

  mutating func addColumns(_ count: Int, _ element: borrowing MarkupElement) {
    defaults.addColumns(count, style: number(element))
  }

  mutating func startRow(_ element: borrowing MarkupElement) {
    defaults.startRow(style: number(element))
  }

  private func number(_ element: borrowing MarkupElement) -> Int? {
    element.withValue(of: ODSStyleName.defaultCellStyle) { styles.number(ofStyle: $0) } ?? nil
  }

  /// The style that a cell has after all; nil for none.
  /// - Parameter name: that of its own; empty for none.
  func style(named name: borrowing Span<UInt8>, column: Int) -> Int? {
    defaults.style(named: name.isEmpty ? nil : styles.number(ofStyle: name), column: column)
  }

  /// The format of a cell.
  /// - Parameter name: that of its style; empty for none.
  mutating func format(ofStyle name: borrowing Span<UInt8>, column: Int) -> NumberFormat {
    let style = style(named: name, column: column)
    if let known = formats[style ?? -1] { return known }
    guard let stored = styles.format(ofStyle: style) else { return .openDocumentGeneral }
    let made = stored.built(as: ODSNumberStyle.self)?.format { name in
      styles.format(named: name, of: stored)?.built(as: ODSNumberStyle.self)
    }
    formats[style ?? -1] = made ?? .openDocumentGeneral
    return made ?? .openDocumentGeneral
  }
}

/// Reads the words of one reference: form, sheet, rows, columns.
struct FormReferenceReader {
  /// What a dash between two numbers means.
  enum Dash {
    /// «стр.01-стр.05» inside a sum: from one to the other.
    case through
    case minus
  }

  private(set) var cursor: TokenCursor
  private let dash: Dash

  init(cursor: TokenCursor, dash: Dash) {
    self.cursor = cursor
    self.dash = dash
  }

  mutating func read() throws(ExpressionError) -> FormReference {
    let start = cursor
    var form: FormReference.Part?
    var sheet: FormReference.Part?
    while true {
      if form == nil, FormVocabulary.forms.contains(cursor.current.word) {
        form = try title()
      } else if sheet == nil, FormVocabulary.sheets.contains(cursor.current.word) {
        sheet = try title()
      } else {
        break
      }
      // «лист «Кадры», стр.01»
      if cursor.current.kind == .comma, cursor.ahead(1).axis != nil { _ = cursor.advance() }
    }
    var rows: FormReference.Span?
    var columns: FormReference.Span?
    try axes(&rows, &columns)
    guard rows != nil || columns != nil else { throw numberExpected() }
    var passed = start
    let whole = passed.advance(by: cursor.index - start.index)
    return FormReference(
      form: form, sheet: sheet, rows: rows, columns: columns, range: whole.range,
      text: whole.text.replacing(" . ", with: "."))
  }

  /// The name after «лист» or «форма».
  private mutating func title() throws(ExpressionError) -> FormReference.Part {
    _ = cursor.advance()
    let token = cursor.current
    switch token.kind {
    case .text(let text):
      _ = cursor.advance()
      return FormReference.Part(text: text, range: token.range)
    case .name where !cursor.isAtAxis, .number:
      _ = cursor.advance()
      return FormReference.Part(text: token.text, range: token.range)
    case .name, .flag, .infix, .not, .open, .close, .comma, .dot, .through, .node, .end:
      throw ExpressionError(.titleExpected, at: token.range, found: token.text)
    }
  }

  /// «стр.01 гр.3», in either order, each of them perhaps «стр.01…05», and the other corner of
  /// «стр.01 гр.3…стр.05 гр.4».
  private mutating func axes(
    _ rows: inout FormReference.Span?, _ columns: inout FormReference.Span?
  ) throws(ExpressionError) {
    while let axis = cursor.current.axis?.axis {
      switch axis {
      case .row where rows == nil: rows = try span(of: .row)
      case .column where columns == nil: columns = try span(of: .column)
      case .row, .column: return
      }
    }
    guard isAtThrough, cursor.ahead(1).axis != nil else { return }
    passThrough()
    while let axis = cursor.current.axis?.axis {
      switch axis {
      case .row where rows != nil && rows?.last == nil: rows?.last = try number()
      case .column where columns != nil && columns?.last == nil: columns?.last = try number()
      case .row, .column: throw numberExpected()
      }
    }
  }

  private mutating func span(
    of axis: FormVocabulary.Axis
  ) throws(ExpressionError) -> FormReference.Span {
    var span = FormReference.Span(first: try number(), last: nil)
    guard isAtThrough else { return span }
    if let next = cursor.ahead(1).axis {
      guard next.axis == axis else { return span }
      passThrough()
      span.last = try number()
    } else {
      passThrough()
      span.last = try label()
    }
    return span
  }

  private var isAtThrough: Bool {
    switch (cursor.current.kind, dash) {
    case (.through, _), (.infix(.minus), .through): true
    case (_, .through), (_, .minus): false
    }
  }

  /// Passes «…», also as three points.
  private mutating func passThrough() {
    _ = cursor.advance()
    if cursor.current.kind == .dot { _ = cursor.advance() }
  }

  /// «стр.05», «гр 5», «строка 5», «гр5», «стр. «Физика»».
  private mutating func number() throws(ExpressionError) -> FormReference.Part {
    let word = cursor.advance()
    if let digits = word.axis?.digits, !digits.isEmpty {
      return FormReference.Part(text: digits, range: word.range)
    }
    if cursor.current.kind == .dot { _ = cursor.advance() }
    return try label()
  }

  private mutating func label() throws(ExpressionError) -> FormReference.Part {
    let token = cursor.current
    switch token.kind {
    case .number:
      _ = cursor.advance()
      return FormReference.Part(text: token.text, range: token.range)
    case .text(let text):
      _ = cursor.advance()
      return FormReference.Part(text: text, range: token.range)
    case .name, .flag, .infix, .not, .open, .close, .comma, .dot, .through, .node, .end:
      throw numberExpected()
    }
  }

  private func numberExpected() -> ExpressionError {
    ExpressionError(.numberExpected, at: cursor.current.range, found: cursor.current.text)
  }
}

import Markup

/// Collects the validations of a workbook, which stand before its sheets, and the cells that name
/// them (OpenDocument 1.3, part 3, 9.4.5).
struct ODSValidations {
  private struct Definition {
    var condition: String
    var rule: ODSCondition
    /// Whether the rule says something else at another cell.
    var isRelative = false
    var base: OpenReference?
    var partsByComma: Bool
    var validation: CellValidation
  }

  private let limits: SpreadsheetLimits
  private var names = ByteNames()
  private var definitions: [Definition] = []
  /// The one whose end has not come yet.
  private var open: Definition?
  private var openName: [UInt8] = []
  private var message: (token: Int32, title: String, isShown: Bool)?
  private var paragraphs: ODSParagraphs
  private var rectangles = RunRectangles()
  /// Rectangles of the sheets before.
  private var count = 0

  init(limits: SpreadsheetLimits) {
    self.limits = limits
    paragraphs = ODSParagraphs(limit: limits.textBytes)
  }

  var isOpen: Bool { open != nil }

  mutating func start(_ element: borrowing MarkupElement) throws(MarkupError) {
    switch element.token {
    case ODSExtraName.validation: begin(element)
    case ODSExtraName.helpMessage, ODSExtraName.errorMessage: beginMessage(element)
    default: if message != nil { try paragraphs.start(element) }
    }
  }

  mutating func end(_ token: Int32) throws(MarkupError) {
    switch token {
    case ODSExtraName.validation: try finish()
    case ODSExtraName.helpMessage, ODSExtraName.errorMessage: finishMessage()
    default: paragraphs.end(token)
    }
  }

  mutating func text(_ bytes: borrowing Span<UInt8>) throws(MarkupError) {
    if message != nil { try paragraphs.text(bytes) }
  }

  private mutating func begin(_ element: borrowing MarkupElement) {
    openName.removeAll(keepingCapacity: true)
    element.forEachAttribute { token, value in
      if token == ODSName.name { openName.append(copying: value) }
    }
    // Gnumeric lists entries by commas as Excel does, and gives a base cell that is none.
    let isOfGnumeric = openName.starts(with: "VAL-".utf8)
    let condition = element.string(ODSExtraName.condition) ?? ""
    let rule = ODSCondition(condition, partsByComma: isOfGnumeric)
    var made = CellValidation(
      ranges: [], kind: rule.kind, allowsBlank: element.flag(ODSExtraName.allowsEmpty) ?? true)
    // Without an error message any value is taken.
    made.alert = nil
    open = Definition(
      condition: condition, rule: rule,
      base: isOfGnumeric
        ? nil : element.string(ODSExtraName.baseCell).flatMap { OpenReference($0) },
      partsByComma: isOfGnumeric, validation: made)
  }

  private mutating func beginMessage(_ element: borrowing MarkupElement) {
    guard open != nil else { return }
    let isShown = element.flag(ODSName.display) ?? false
    message = (element.token, element.string(ODSExtraName.title) ?? "", isShown)
    guard element.token == ODSExtraName.errorMessage, isShown else { return }
    open?.validation.alert =
      switch element.string(ODSExtraName.messageType) {
      case "warning": .warning
      case "information": .information
      default: .stop
      }
  }

  private mutating func finishMessage() {
    let text = paragraphs.finish()
    guard let (token, title, isShown) = message.take(), isShown, !(title.isEmpty && text.isEmpty)
    else { return }
    let said = CellValidation.Message(title: title, text: text)
    if token == ODSExtraName.helpMessage {
      open?.validation.prompt = said
    } else {
      open?.validation.error = said
    }
  }

  private mutating func finish() throws(MarkupError) {
    guard var definition = open.take(), names.number(of: openName.span) == nil else { return }
    guard definitions.count < limits.extras else {
      throw MarkupError(.tooLarge, detail: "more than \(limits.extras) validations")
    }
    if definition.base != nil {
      let elsewhere = ODSCondition(definition.condition, move: .init(rows: 1, columns: 1))
      definition.isRelative = elsewhere != definition.rule
    }
    let name = openName
    _ = names.take(name.span)
    definitions.append(definition)
  }
}

extension ODSValidations {
  /// Says that cells name a validation; those of a row from the left, rows from above.
  mutating func use(
    _ name: borrowing Span<UInt8>, row: Int, column: Int, columnsRepeated: Int, rowsRepeated: Int
  ) throws(MarkupError) {
    guard let number = names.number(of: name), row >= 1, column >= 1, row <= limits.rows,
      column <= limits.columns
    else { return }
    let down = min(max(rowsRepeated, 1), limits.rows - row + 1)
    let across = min(max(columnsRepeated, 1), limits.columns - column + 1)
    rectangles.add(
      kind: number, rows: row...(row + down - 1), columns: column...(column + across - 1))
    guard count + rectangles.count <= limits.extras else {
      throw MarkupError(
        .tooLarge,
        detail: "\(CellAddress(row: row, column: column)): more than \(limits.extras) ranges of "
          + "validations")
    }
  }

  /// The validations of the sheet that ends, by the first cell of each.
  mutating func endOfSheet() -> [CellValidation] {
    let found = rectangles.finish()
    count += found.count
    let ranges = Dictionary(grouping: found, by: \.kind).mapValues { pieces in
      pieces.map(\.range).sorted { $0.first < $1.first }
    }
    let used = ranges.sorted { one, other in
      let (a, b) = (one.value.first, other.value.first)
      guard let a, let b else { return one.key < other.key }
      return a.first < b.first
    }
    return used.map { validation($0.key, at: $0.value) }
  }

  private func validation(_ number: Int, at ranges: [CellRange]) -> CellValidation {
    let definition = definitions[number]
    var rule = definition.rule
    if definition.isRelative, let base = definition.base?.range?.first, let place = ranges.first {
      // Excel reads references from the first cell of the ranges.
      let move = OpenReference.Move(
        rows: place.first.row - base.row, columns: place.first.column - base.column)
      rule = ODSCondition(
        definition.condition, move: move, partsByComma: definition.partsByComma)
    }
    var validation = definition.validation
    validation.ranges = ranges
    validation.kind = rule.kind
    validation.comparison = rule.comparison
    validation.first = rule.first
    validation.second = rule.second
    validation.items = rule.items
    return validation
  }
}

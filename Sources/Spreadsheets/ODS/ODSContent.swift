import Markup

/// Reads the tables of a spreadsheet: cells go into the batch as they come, and a row that is
/// repeated is held until it ends.
struct ODSContentReceiver: MarkupReceiver {
  let request: ReadingRequest
  let limits: SpreadsheetLimits
  var batch = SheetBatch()
  /// Nil unless what stands beside the cells is asked for.
  var extras: ODSExtras?
  /// Nil unless displayed texts are asked for.
  var display: ODSDisplay?
  /// Of a flat file.
  var meta = ODSProperties()

  /// Names of table styles that hide their sheet.
  private var hidingStyles: Set<String> = []
  private var openStyle: String?
  /// Names of percentage formats, and of the cell styles that have one.
  private var percentFormats: Set<String> = []
  var percentStyles = ByteNames()

  private var isInSpreadsheet = false
  /// 1 within a sheet, more within a table of a cell: its cells are no cells of the sheet.
  private(set) var tableDepth = 0
  /// Greater than 0 within what is no value: notes, shapes, tracked changes.
  private var asideDepth = 0
  var isWanted = false

  var row = 1
  var column = 1
  var rowRepeats = 1
  var rowIsHidden = false
  private var columnDefinition = 1
  /// Where the records and the bytes of the row that is held back begin; nil when none is.
  var held: (records: Int, bytes: Int)?
  var hidden = HiddenWatch()

  /// Of the whole workbook.
  private var sheets = 0
  var cells = 0
  var textBytes = 0
  var merges = 0
  private var styles = 0
  private var spaces = 0

  var open: ODSOpenCell?
  /// The text of the paragraphs of the open cell, and the attribute that holds its value.
  var text: [UInt8] = []
  var raw: [UInt8] = []
  var formula: [UInt8] = []
  var style: [UInt8] = []
  var hasTab = false
  var paragraphs = 0
  var isInParagraph = false

  /// Whether more of a cell is asked for than its value.
  let asksForMore: Bool

  init(request: ReadingRequest) {
    self.request = request
    limits = request.limits
    asksForMore =
      ODSExtras.isNeeded(for: request.contents)
      || !request.contents.isDisjoint(with: [.displayedText, .formulas])
    if ODSExtras.isNeeded(for: request.contents) {
      extras = ODSExtras(contents: request.contents, limits: limits)
    }
    if request.wants(.displayedText) { display = ODSDisplay(request: request) }
  }

  /// Hands over what has come since the last time.
  mutating func deliver(to receiver: inout some CellReceiver) {
    takeFacts()
    batch.deliver(to: &receiver, holding: held ?? (batch.count, batch.cells.bytes.count))
    if held != nil { held = (0, 0) }
    isWanted = isWanted && batch.isWanted
  }

  /// Takes what stands beside the cells into the sheet that is being read.
  private mutating func takeFacts() {
    guard let facts = extras?.facts, !facts.isEmpty else { return }
    extras?.facts = []
    guard isWanted else { return }
    for fact in facts { batch.append(fact) }
  }

  mutating func start(_ element: borrowing MarkupElement) throws(MarkupError) {
    if extras?.isInComment == true { try extras?.start(element) }
    switch element.token {
    case ODSName.annotation:
      asideDepth += 1
      if open != nil { extras?.startComment(at: CellAddress(row: row, column: column)) }
    case ODSName.aside: asideDepth += 1
    default:
      if asideDepth > 0 { return }
      if isInSpreadsheet { return try startTablePart(element) }
      try startBeside(element)
    }
  }

  /// What stands before the tables.
  private mutating func startBeside(_ element: borrowing MarkupElement) throws(MarkupError) {
    try display?.start(element)
    try meta.start(element)
    switch element.token {
    case ODSName.style: try startStyle(element)
    case ODSName.percentStyle:
      try countStyle(element)
      if let name = element.string(ODSName.styleOwnName) { percentFormats.insert(name) }
    case ODSName.tableProperties:
      if let openStyle, element.string(ODSName.display) == "false" {
        hidingStyles.insert(openStyle)
      }
    case ODSName.spreadsheet:
      isInSpreadsheet = true
      try extras?.start(element)
    default: break
    }
  }

  private mutating func startTablePart(_ element: borrowing MarkupElement) throws(MarkupError) {
    switch element.token {
    case ODSName.cell, ODSName.coveredCell:
      if tableDepth == 1, isWanted { try startCell(element) }
      return
    case ODSName.paragraph, ODSName.heading:
      if open != nil, tableDepth == 1 { return startParagraph() }
    case ODSName.row:
      if tableDepth == 1 { return startRow(element) }
    case ODSName.space where isInParagraph: return try appendSpaces(element)
    case ODSName.tab where isInParagraph:
      // LibreOffice shows nothing in its place (Documentation/Decisions/0004).
      hasTab = true
      return
    case ODSName.lineBreak where isInParagraph:
      text.append(UInt8(ascii: "\n"))
      return
    case ODSName.table: try startTable(element)
    case ODSName.column where tableDepth == 1: startColumn(element)
    default: break
    }
    if open == nil { try extras?.start(element) }
  }

  mutating func end(_ token: Int32) throws(MarkupError) {
    if extras?.isInComment == true { try extras?.end(token) }
    switch token {
    case ODSName.annotation, ODSName.aside:
      asideDepth -= 1
      return
    case _ where asideDepth > 0: return
    case ODSName.cell, ODSName.coveredCell:
      if tableDepth == 1 { try finishCell() }
      return
    case ODSName.paragraph where open != nil, ODSName.heading where open != nil:
      isInParagraph = false
      return
    case ODSName.row where tableDepth == 1:
      try finishRow()
      return
    case ODSName.table: tableDepth -= 1
    case ODSName.style: openStyle = nil
    case ODSName.spreadsheet: isInSpreadsheet = false
    default: break
    }
    guard open == nil else { return }
    try extras?.end(token)
    if token == ODSName.table, tableDepth == 0 { takeFacts() }
    if !isInSpreadsheet {
      try display?.end(token)
      try meta.end(token)
    }
  }

  mutating func text(_ bytes: borrowing Span<UInt8>) throws(MarkupError) {
    if isInParagraph, asideDepth == 0, tableDepth == 1 {
      // The standard would collapse white space (OpenDocument 1.3, part 3, 6.1.2); programs that
      // write a space mean it, and no other reader collapses.
      text.append(copying: bytes)
      return try checkText()
    }
    try extras?.text(bytes)
    if !isInSpreadsheet {
      try display?.text(bytes)
      try meta.text(bytes)
    }
  }
}

extension ODSContentReceiver {
  private mutating func countStyle(_ element: borrowing MarkupElement) throws(MarkupError) {
    styles += 1
    guard styles <= limits.styles else {
      throw MarkupError(
        .tooLarge, line: element.line, detail: "more than \(limits.styles) styles")
    }
  }

  private mutating func startStyle(_ element: borrowing MarkupElement) throws(MarkupError) {
    try countStyle(element)
    openStyle = element.string(ODSName.styleOwnName)
    guard let openStyle, let format = element.string(ODSName.dataStyle),
      percentFormats.contains(format)
    else { return }
    _ = percentStyles.take(Array(openStyle.utf8).span)
  }

  private mutating func startTable(_ element: borrowing MarkupElement) throws(MarkupError) {
    tableDepth += 1
    guard tableDepth == 1 else { return }
    sheets += 1
    guard sheets <= limits.sheets else {
      throw MarkupError(
        .tooLarge, line: element.line, detail: "more than \(limits.sheets) sheets")
    }
    row = 1
    columnDefinition = 1
    display?.startTable()
    let name = element.string(ODSName.name) ?? ""
    // LibreOffice keeps what formulas take from another file as a sheet 'file:///…'#Sheet. (A sheet
    // that is itself linked to a file has a source too, but is shown.)
    guard !name.hasPrefix("'file:"), !(name.hasPrefix("'") && name.contains("'#")) else {
      isWanted = false
      return
    }
    let style = element.string(ODSName.styleName) ?? ""
    let isHidden = hidingStyles.contains(style) || element.string(ODSName.display) == "false"
    isWanted = true
    hidden.startSheet(isHidden: isHidden)
    batch.begin(SheetHeading(name: name, isHidden: isHidden))
  }

  private mutating func startColumn(_ element: borrowing MarkupElement) {
    let count = min(max(element.integer(ODSName.columnsRepeated) ?? 1, 1), limits.columns)
    display?.addColumns(count, element)
    let visibility = element.string(ODSName.visibility) ?? "visible"
    if isWanted, visibility != "visible", columnDefinition <= limits.columns {
      let range = columnDefinition...min(columnDefinition + count - 1, limits.columns)
      batch.append(.hiddenColumns(range))
      hidden.hide(columns: range)
    }
    columnDefinition = min(columnDefinition + count, limits.columns + 1)
  }

  private mutating func startParagraph() {
    if paragraphs > 0 { text.append(UInt8(ascii: "\n")) }
    paragraphs += 1
    isInParagraph = true
  }

  private mutating func appendSpaces(_ element: borrowing MarkupElement) throws(MarkupError) {
    let count = min(max(element.integer(ODSName.count) ?? 1, 0), limits.textBytes)
    guard text.count + count <= limits.textBytes else { throw tooLong }
    spaces += count
    guard spaces <= limits.countedSpaces else {
      throw MarkupError(
        .tooLarge, line: element.line,
        detail: "\(CellAddress(row: row, column: column)): more than \(limits.countedSpaces) "
          + "spaces asked for by number in all")
    }
    text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: count))
  }

  private func checkText() throws(MarkupError) {
    guard text.count <= limits.textBytes else { throw tooLong }
  }

  private var tooLong: MarkupError {
    MarkupError(
      .tooLong,
      detail: "the text of \(CellAddress(row: row, column: column)) is longer than "
        + "\(limits.textBytes) bytes")
  }
}

import Markup

/// Collects what a spreadsheet says beside its cells: validations, notes, protection, names and
/// database ranges.
///
/// It is fed every event of `content.xml` that stands in no row. Of what stands in a row it is
/// told where a cell names a validation (`use`), and where a note begins (`startComment`); from
/// there it is fed the events of the note up to its end.
struct ODSExtras: MarkupReceiver {
  /// Of the sheet that is read, in the order in which they came; those who take them empty it.
  var facts: [SheetFact] = []
  private(set) var names: [DefinedName] = []
  /// They stand behind all sheets, so they are whole at the end of the document only.
  private(set) var tables: [ODSTable] = []
  private(set) var isStructureProtected = false

  private let contents: WorkbookContents
  private let limits: SpreadsheetLimits
  private var validations: ODSValidations
  private var note: ODSNote
  /// 1 within a sheet, more within a table of something in it.
  private var tableDepth = 0
  /// The sheet that names are known in; nil outside of all.
  private var sheet: String?

  init(contents: WorkbookContents, limits: SpreadsheetLimits) {
    self.contents = contents
    self.limits = limits
    validations = ODSValidations(limits: limits)
    note = ODSNote(limits: limits)
  }

  /// Whether any of what it collects is asked for: it need not be fed otherwise.
  static func isNeeded(for contents: WorkbookContents) -> Bool {
    !contents.isDisjoint(with: [.names, .tables, .validations, .comments, .protection])
  }

  /// Whether a note is open: its events go here and nowhere else.
  var isInComment: Bool { note.isOpen }

  mutating func start(_ element: borrowing MarkupElement) throws(MarkupError) {
    if note.isOpen { return try note.start(element) }
    switch element.token {
    case ODSName.spreadsheet:
      isStructureProtected =
        contents.contains(.protection) && element.flag(ODSExtraName.isStructureProtected) ?? false
    case ODSName.table: startTable(element)
    case ODSExtraName.namedRange, ODSExtraName.namedExpression: try name(element)
    case ODSExtraName.databaseRange: try table(element)
    case ODSExtraName.validation where !contents.contains(.validations): break
    default:
      if validations.isOpen || element.token == ODSExtraName.validation {
        try validations.start(element)
      }
    }
  }

  mutating func end(_ token: Int32) throws(MarkupError) {
    if note.isOpen {
      if let comment = try note.end(token) { facts.append(.comment(comment)) }
      return
    }
    if token == ODSName.table {
      tableDepth -= 1
      guard tableDepth == 0 else { return }
      sheet = nil
      facts += validations.endOfSheet().map { .validation($0) }
    } else if validations.isOpen {
      try validations.end(token)
    }
  }

  mutating func text(_ bytes: borrowing Span<UInt8>) throws(MarkupError) {
    if note.isOpen {
      try note.text(bytes)
    } else if validations.isOpen {
      try validations.text(bytes)
    }
  }

  /// Says that cells name a validation; those of a row from the left, rows from above.
  ///
  /// - Parameter name: the value of `table:content-validation-name`.
  mutating func use(
    validation name: borrowing Span<UInt8>, row: Int, column: Int, columnsRepeated: Int,
    rowsRepeated: Int
  ) throws(MarkupError) {
    guard contents.contains(.validations) else { return }
    try validations.use(
      name, row: row, column: column, columnsRepeated: columnsRepeated,
      rowsRepeated: rowsRepeated)
  }

  /// Says that the note of a cell begins; it does nothing unless notes are asked for.
  mutating func startComment(at address: CellAddress) {
    if contents.contains(.comments) { note.open(at: address) }
  }

  /// The tables of a sheet; whole only at the end of the document.
  func tables(ofSheet name: String) -> [SheetTable] {
    tables.filter { $0.sheet == name }.map(\.table)
  }

  private mutating func startTable(_ element: borrowing MarkupElement) {
    tableDepth += 1
    guard tableDepth == 1 else { return }
    sheet = element.string(ODSName.name) ?? ""
    guard contents.contains(.protection), element.flag(ODSExtraName.isProtected) ?? false else {
      return
    }
    let hasPassword = element.withValue(of: ODSExtraName.protectionKey) { $0.count > 0 } ?? false
    facts.append(.protection(SheetProtection(hasPassword: hasPassword)))
  }

  private mutating func name(_ element: borrowing MarkupElement) throws(MarkupError) {
    guard contents.contains(.names), tableDepth <= 1,
      let name = DefinedName(openDocument: element, sheet: sheet)
    else { return }
    guard names.count < limits.extras else {
      throw MarkupError(
        .tooLarge, line: element.line, detail: "more than \(limits.extras) defined names")
    }
    names.append(name)
  }

  private mutating func table(_ element: borrowing MarkupElement) throws(MarkupError) {
    guard contents.contains(.tables), let table = ODSTable(element) else { return }
    guard tables.count < limits.extras else {
      throw MarkupError(
        .tooLarge, line: element.line, detail: "more than \(limits.extras) tables")
    }
    tables.append(table)
  }
}

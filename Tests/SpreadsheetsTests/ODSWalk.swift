import Archives
import Markup

@testable import Spreadsheets

/// Goes over the rows and cells of a spreadsheet and hands everything else to what is tested, as
/// the reader of cells does.
struct ODSWalk: MarkupReceiver {
  var extras: ODSExtras
  var properties = ODSProperties()
  /// "formula", sheet, address and formula in the notation of Excel.
  var formulas: [[String]] = []
  var facts: [(sheet: String, fact: SheetFact)] = []
  private var sheet = ""
  private var row = 1
  private var column = 1
  private var rowRepeats = 1
  private var rowDepth = 0
  private var cellRepeats = 1

  init(
    _ contents: WorkbookContents = .everything, limits: SpreadsheetLimits = SpreadsheetLimits()
  ) {
    extras = ODSExtras(contents: contents, limits: limits)
  }

  static let names = ODSName.content + ODSExtraName.content + ODSExtraName.properties

  static func reading(
    _ bytes: [UInt8], _ contents: WorkbookContents = .everything,
    limits: SpreadsheetLimits = SpreadsheetLimits()
  ) throws -> ODSWalk {
    var walk = ODSWalk(contents, limits: limits)
    try MarkupReader.read(bytes, names: names, to: &walk)
    return walk
  }

  mutating func start(_ element: borrowing MarkupElement) throws(MarkupError) {
    try properties.start(element)
    if element.token == ODSName.row, rowDepth == 0, !extras.isInComment {
      rowDepth = 1
      rowRepeats = element.integer(ODSName.rowsRepeated) ?? 1
      column = 1
    } else if rowDepth > 0, !extras.isInComment {
      try startCellPart(element)
    } else {
      if element.token == ODSName.table {
        sheet = element.string(ODSName.name) ?? ""
        row = 1
      }
      try extras.start(element)
    }
  }

  private mutating func startCellPart(_ element: borrowing MarkupElement) throws(MarkupError) {
    switch element.token {
    case ODSName.cell, ODSName.coveredCell:
      cellRepeats = element.integer(ODSName.columnsRepeated) ?? 1
      let formula = element.withValue(of: ODSName.formula) { OpenFormula.excel($0) }
      if let formula {
        let address = CellAddress(row: row, column: column)
        formulas.append(["formula", sheet, address.description, formula])
      }
      var name: [UInt8] = []
      element.forEachAttribute { token, value in
        if token == ODSExtraName.validationName { name.append(copying: value) }
      }
      guard !name.isEmpty else { return }
      try extras.use(
        validation: name.span, row: row, column: column, columnsRepeated: cellRepeats,
        rowsRepeated: rowRepeats)
    case ODSName.annotation:
      extras.startComment(at: CellAddress(row: row, column: column))
    default: break
    }
  }

  mutating func end(_ token: Int32) throws(MarkupError) {
    try properties.end(token)
    if extras.isInComment || rowDepth == 0 {
      try extras.end(token)
      for fact in extras.facts { facts.append((sheet, fact)) }
      extras.facts = []
    } else if token == ODSName.cell || token == ODSName.coveredCell {
      column += cellRepeats
    } else if token == ODSName.row {
      rowDepth = 0
      row += rowRepeats
    }
  }

  mutating func text(_ bytes: borrowing Span<UInt8>) throws(MarkupError) {
    try properties.text(bytes)
    if extras.isInComment || rowDepth == 0 { try extras.text(bytes) }
  }

  /// Everything as lines of `Fixtures/workbooks/extras/facts.tsv`.
  var lines: [String] {
    var lines = formulas
    for name in extras.names {
      lines.append(["name", name.sheet ?? "", name.name, name.formula, "\(name.isHidden)"])
    }
    for (sheet, fact) in facts { lines.append(Self.line(sheet, fact)) }
    for table in extras.tables {
      lines.append(Self.line(table.sheet, .table(table.table)))
    }
    return lines.map { fields in
      fields.map { $0.replacing("\n", with: "\\n") }.joined(separator: "\t")
    }
  }

  static func line(_ sheet: String, _ fact: SheetFact) -> [String] {
    switch fact {
    case .comment(let comment):
      ["comment", sheet, comment.address.description, comment.author ?? "", comment.text]
    case .table(let table): ["table", sheet, table.name, table.range.description]
    case .protection(let protection):
      ["protection", sheet, protection.hasPassword ? "password" : ""]
    case .validation(let rule):
      [
        "validation", sheet,
        rule.ranges.map { $0.first == $0.last ? $0.first.description : $0.description }.sorted()
          .joined(separator: " "),
        rule.kind.rawValue, rule.comparison?.rawValue ?? "", rule.first ?? "", rule.second ?? "",
        rule.items?.joined(separator: "|") ?? "", rule.allowsBlank ? "blank" : "",
        rule.alert?.rawValue ?? "", said(rule.prompt), said(rule.error),
      ]
    case .merge, .hiddenRows, .hiddenColumns, .notice: []
    }
  }

  private static func said(_ message: CellValidation.Message?) -> String {
    message.map { "\($0.title)|\($0.text)" } ?? "|"
  }
}

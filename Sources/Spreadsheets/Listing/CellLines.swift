/// A workbook as JSON Lines, cell by cell as it is read: what `svodka cells --format jsonl` prints.
///
/// `{"sheet": …, "visible": …}` begins a sheet, `{"cell": …, "type": …, "value": …}` is a cell that
/// holds something; moments carry their `serial` too (days since 1899-12-30), and a cell its
/// `formula` and what it shows (`shown`) where they are listed. Every other line is an object with
/// one key that says what it is: `notice`, `merge`, `hiddenRows`, `hiddenColumns`, `comment`,
/// `validation`, `protection`, and behind all sheets `name`, `table`, `properties`.
package struct CellLines: CellReceiver {
  private let parts: ListedParts
  package private(set) var selection: CellSelection
  /// Lines that are not taken yet.
  package private(set) var bytes: [UInt8] = []

  package init(_ parts: ListedParts, selection: CellSelection = CellSelection()) {
    self.parts = parts
    self.selection = selection
  }

  /// Takes the lines out.
  package mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  package mutating func sheet(_ heading: SheetHeading) -> Bool {
    guard selection.takes(heading) else { return false }
    line([("sheet", .text(heading.name)), ("visible", .flag(!heading.isHidden))])
    return true
  }

  package mutating func cells(_ batch: borrowing CellBatch) {
    guard parts.hasCells else { return }
    for index in 0..<batch.count where selection.takes(batch.address(at: index)) {
      cell(batch[index])
    }
  }

  private mutating func cell(_ cell: Cell) {
    guard let value = ListedValue(cell.value) else { return }
    var text =
      "{\"cell\": \"\(cell.address)\", \"type\": \"\(value.type)\", "
      + "\"value\": \(JSONValue.quoted(value.text))"
    if let serial = value.serial { text += ", \"serial\": \(serial)" }
    if parts.contains(.formulas), let formula = cell.formula {
      text += ", \"formula\": \(JSONValue.quoted(formula))"
    }
    if parts.contains(.shown), let shown = cell.shown {
      text += ", \"shown\": \(JSONValue.quoted(shown))"
    }
    bytes.append(contentsOf: text.utf8)
    bytes.append(contentsOf: "}\n".utf8)
  }

  package mutating func fact(_ fact: SheetFact) {
    guard selection.takes(fact) else { return }
    switch fact {
    case .merge(let range) where parts.contains(.merges):
      line([("merge", .text(range.description))])
    case .hiddenRows(let rows) where parts.contains(.hidden):
      line([("hiddenRows", .text("\(rows.lowerBound):\(rows.upperBound)"))])
    case .hiddenColumns(let columns) where parts.contains(.hidden):
      let ends = [columns.lowerBound, columns.upperBound].map(CellAddress.letters)
      line([("hiddenColumns", .text(ends.joined(separator: ":")))])
    case .notice(let notice) where parts.contains(.notices): line(notice)
    case .comment(let comment) where parts.contains(.comments):
      line([
        ("comment", .text(comment.text)), ("at", .text(comment.address.description)),
        ("author", comment.author.map(JSONValue.text)),
      ])
    case .validation(let validation) where parts.contains(.validations): line(validation)
    case .protection(let protection) where parts.contains(.protection):
      line([("protection", .text("sheet")), ("password", .flag(protection.hasPassword))])
    case .merge, .hiddenRows, .hiddenColumns, .notice, .comment, .validation, .protection: break
    }
  }

  /// What holds for the workbook as a whole, behind all its sheets.
  package mutating func finish(_ description: WorkbookDescription) {
    for name in description.names where selection.takes(sheet: name.sheet) {
      line([
        ("name", .text(name.name)), ("sheet", name.sheet.map(JSONValue.text)),
        ("formula", .text(name.formula)), ("hidden", .flag(name.isHidden)),
      ])
    }
    for table in description.tables
    where selection.takes(sheet: table.sheet) && selection.takes(table.range) {
      line([
        ("table", .text(table.name)), ("sheet", .text(table.sheet)),
        ("range", .text(table.range.description)), ("columns", .list(table.columns)),
      ])
    }
    if description.isStructureProtected { line([("protection", .text("structure"))]) }
    if parts.contains(.properties) {
      let properties = description.properties
      line([
        ("properties", .text(properties.producer ?? "")),
        ("created", properties.created.map(JSONValue.text)),
        ("modified", properties.modified.map(JSONValue.text)),
      ])
    }
    guard parts.contains(.notices) else { return }
    for notice in description.notices { line(notice) }
  }

  private mutating func line(_ notice: Notice) {
    line([
      ("notice", .text(notice.code.rawValue)),
      ("at", (notice.address?.description).map(JSONValue.text)),
    ])
  }

  private mutating func line(_ rule: CellValidation) {
    line([
      ("validation", .text(rule.kind.rawValue)), ("ranges", .list(rule.ranges.map(\.description))),
      ("comparison", (rule.comparison?.rawValue).map(JSONValue.text)),
      ("first", rule.first.map(JSONValue.text)), ("second", rule.second.map(JSONValue.text)),
      ("items", rule.items.map(JSONValue.list)), ("blank", .flag(rule.allowsBlank)),
      ("alert", (rule.alert?.rawValue).map(JSONValue.text)),
      ("prompt", rule.prompt.map { .list([$0.title, $0.text]) }),
      ("error", rule.error.map { .list([$0.title, $0.text]) }),
    ])
  }

  /// Keys whose value is nil are left out.
  private mutating func line(_ fields: [(String, JSONValue?)]) {
    let texts = fields.compactMap { key, value in value.map { "\"\(key)\": \($0.text)" } }
    bytes.append(contentsOf: "{\(texts.joined(separator: ", "))}\n".utf8)
  }
}

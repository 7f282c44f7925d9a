import OpenDocument

/// The rows of a table of OpenDocument.
struct ODSRows {
  let sheet: NewSheet
  let rules: ODSRules
  /// Columns of the widest row so far.
  private(set) var width = 0

  init(sheet: NewSheet, rules: ODSRules) {
    self.sheet = sheet
    self.rules = rules
  }

  /// The rows, those that repeat on every page in an element of their own.
  mutating func elements(_ book: inout ODSStyleBook) -> [Element] {
    var before: [Element] = []
    var repeated: [Element] = []
    var after: [Element] = []
    for segment in segments {
      let row = element(segment.lowerBound, &book)
        .repeated("table:number-rows-repeated", segment.count)
      if let rows = sheet.repeatedRows, segment.lowerBound >= rows.lowerBound {
        if segment.lowerBound > rows.upperBound { after.append(row) } else { repeated.append(row) }
      } else {
        before.append(row)
      }
    }
    let header =
      repeated.isEmpty ? [] : [Element("table:table-header-rows", elements: repeated)]
    return before + header + after
  }

  /// Each given row by itself; below them rows of which the same is said are one.
  private var segments: [ClosedRange<Int>] {
    let count = sheet.rows.count
    var starts = Set(1...max(count, 1))
    var last = max(count, 1)
    var areas = rules.ranges.map { $0.first.row...$0.last.row }
    if let rows = sheet.repeatedRows { areas.append(rows) }
    for area in areas {
      last = max(last, area.upperBound)
      starts.insert(area.lowerBound)
      starts.insert(area.upperBound + 1)
    }
    starts.insert(count + 1)
    let ordered = starts.filter { $0 <= last }.sorted()
    return zip(ordered, ordered.dropFirst() + [last + 1]).map { $0...($1 - 1) }
  }

  private mutating func element(_ row: Int, _ book: inout ODSStyleBook) -> Element {
    let given = row <= sheet.rows.count ? sheet.rows[row - 1] : nil
    let rules = rules.inRow(row)
    let count = max(given?.cells.count ?? 0, rules.ranges.map(\.last.column).max() ?? 0, 1)
    width = max(width, count)
    let cells = (1...count).map { column in
      cell(CellAddress(row: row, column: column), rules, &book)
    }
    return Element(
      "table:table-row", ["table:style-name": book.name(measure(row))],
      elements: cells.runs().flatMap { cell, count in
        // A value that is there twice is written twice, as other programs do.
        cell.children.isEmpty
          ? [cell.repeated("table:number-columns-repeated", count)]
          : Array(repeating: cell, count: count)
      })
  }

  private func measure(_ row: Int) -> ODSStyleBook.Measure {
    guard row <= sheet.rows.count else { return .fittingRow(NewSheet.plainHeight) }
    if let height = sheet.rows[row - 1].height { return .row(height) }
    let height = sheet.fittingHeight(row)
    // No program looks at merged cells when it finds how high a row must be.
    return height.merged > height.own ? .row(height.merged) : .fittingRow(height.own)
  }

  private func cell(
    _ address: CellAddress, _ rules: ODSRules, _ book: inout ODSStyleBook
  ) -> Element {
    let given = sheet.cell(at: address)
    let merge = rules.merges.first { $0.contains(address) }
    var element = given?.element(in: sheet.name) ?? Element("table:table-cell")
    let style = given?.style ?? merge.flatMap { sheet.cell(at: $0.first)?.style }
    let highlights = rules.highlights.filter { $0.range.contains(address) }.map(\.highlight)
    if style != nil || !highlights.isEmpty {
      element["table:style-name"] = book.name(
        ODSStyleBook.Look(style: style ?? .plain, highlights: highlights))
    }
    element["table:content-validation-name"] =
      rules.validations.first { $0.range.contains(address) }?.name
    guard let merge else { return element }
    guard merge.first == address else {
      element.name = "table:covered-table-cell"
      return element
    }
    element["table:number-columns-spanned"] = String(merge.last.column - merge.first.column + 1)
    element["table:number-rows-spanned"] = String(merge.last.row - merge.first.row + 1)
    return element
  }
}

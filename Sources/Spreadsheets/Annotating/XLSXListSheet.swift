import Markup

/// The sheet that lists all remarks, written anew (ECMA-376, 18.3.1.99).
struct XLSXListSheet {
  let list: WorkbookAnnotation.List
  let namespace: String
  let styles: XLSXListStyles
  /// The names of the workbook's sheets: a link leads to one of them.
  let sheets: Set<String>
  let kept: [FormerCopy.Mark]
  private var writer = MarkupWriter()
  private var links: [(cell: CellAddress, place: WorkbookAnnotation.Place)] = []

  init(
    list: WorkbookAnnotation.List, namespace: String, styles: XLSXListStyles,
    sheets: Set<String>, kept: [FormerCopy.Mark]
  ) {
    self.list = list
    self.namespace = namespace
    self.styles = styles
    self.sheets = sheets
    self.kept = kept
  }

  /// The row of the headings.
  private var headRow: Int { list.head.count + 1 }
  /// The first of the four hidden columns.
  private var hidden: Int { list.titles.count + 1 }

  consuming func bytes() -> [UInt8] {
    writer.start("worksheet", [("xmlns", namespace)])
    writer.start("sheetPr")
    writer.element("pageSetUpPr", [("fitToPage", "1")])
    writer.end()
    writeView()
    writer.element("sheetFormatPr", [("defaultRowHeight", "15")])
    writeColumns()
    writeRows()
    writeMerges()
    writeLinks()
    writer.element(
      "pageMargins",
      [
        ("left", "0.4"), ("right", "0.4"), ("top", "0.5"), ("bottom", "0.5"), ("header", "0.3"),
        ("footer", "0.3"),
      ])
    // Paper 9 is A4.
    writer.element(
      "pageSetup",
      [
        ("paperSize", "9"), ("fitToHeight", "0"), ("orientation", "landscape"),
      ])
    writer.end()
    return writer.bytes
  }

  private mutating func writeView() {
    writer.start("sheetViews")
    writer.start("sheetView", [("showGridLines", "0"), ("workbookViewId", "0")])
    writer.element(
      "pane",
      [
        ("ySplit", "\(headRow)"), ("topLeftCell", "A\(headRow + 1)"),
        ("activePane", "bottomLeft"), ("state", "frozen"),
      ])
    writer.end()
    writer.end()
  }

  private mutating func writeColumns() {
    writer.start("cols")
    for (index, width) in list.widths.prefix(list.titles.count).enumerated() {
      writer.element(
        "col",
        [
          ("min", "\(index + 1)"), ("max", "\(index + 1)"),
          ("width", "\(Self.characters(width))"), ("customWidth", "1"),
        ])
    }
    writer.element(
      "col",
      [
        ("min", "\(hidden)"), ("max", "\(hidden + 3)"), ("width", "9"), ("hidden", "1"),
      ])
    writer.end()
  }

  /// Of a column's width; Excel takes 255 at most.
  private static func characters(_ width: Int) -> Int { min(max(width, 2), 250) + 1 }
  /// A digit of Calibri of 11 points is 7 pixels wide.
  private static func pixels(_ width: Int) -> Int { characters(width) * 7 }

  private mutating func writeRows() {
    let rows = max(headRow + list.rows.count, kept.count + 1)
    let heights = ListHeights(
      widths: list.widths.prefix(list.titles.count).map { Double(Self.pixels($0)) * 25.4 / 96 })
    writer.start("sheetData")
    for row in 1...rows {
      let shown = shown(row)
      var attributes = [("r", "\(row)")]
      if let height = height(of: row, shown, heights) {
        attributes += [("ht", height), ("customHeight", "1")]
      }
      writer.start("row", attributes)
      writeShown(row, shown)
      for (index, text) in FormerCopy.beside(row, shown: shown, kept).enumerated()
      where !text.isEmpty {
        write(text, row, hidden + index, styles.plain)
      }
      writer.end()
    }
    writer.end()
  }

  /// The texts of a row that a reader sees.
  private func shown(_ row: Int) -> [String] {
    if row < headRow { return [Self.cut(list.head[row - 1])] }
    if row == headRow { return list.titles.map(Self.cut) }
    guard list.rows.indices.contains(row - headRow - 1) else { return [] }
    return list.rows[row - headRow - 1].texts.prefix(list.titles.count).map(Self.cut)
  }

  /// In points; nil for a row that shows nothing.
  private func height(of row: Int, _ shown: [String], _ heights: ListHeights) -> String? {
    guard !shown.isEmpty else { return nil }
    let height =
      row < headRow
      ? heights.head(shown[0], isTitle: row == 1) : heights.row(shown, isBold: row == headRow)
    let quarters = Int((height * 72 / 25.4 * 4).rounded(.up))
    return "\(Double(quarters) / 4)"
  }

  private mutating func writeShown(_ row: Int, _ shown: [String]) {
    if row < headRow {
      write(shown[0], row, 1, row == 1 ? styles.title : styles.head)
    } else if row == headRow {
      for (index, title) in shown.enumerated() { write(title, row, index + 1, styles.heading) }
    } else if row - headRow <= list.rows.count {
      let line = list.rows[row - headRow - 1]
      for index in list.titles.indices {
        var style = styles.text
        if index == 0, let level = styles.levels[line.level] { style = level }
        if index == list.linkColumn, let place = line.link, sheets.contains(place.sheet) {
          style = styles.link
          links.append((CellAddress(row: row, column: index + 1), place))
        }
        write(shown.indices.contains(index) ? shown[index] : "", row, index + 1, style)
      }
    }
  }

  private mutating func write(_ text: String, _ row: Int, _ column: Int, _ style: Int) {
    let address = CellAddress(row: row, column: column)
    guard !text.isEmpty else {
      return writer.element("c", [("r", "\(address)"), ("s", "\(style)")])
    }
    writer.start("c", [("r", "\(address)"), ("s", "\(style)"), ("t", "inlineStr")])
    writer.start("is")
    writer.element("t", [("xml:space", "preserve")], text: MarkupText.escaped(Self.cut(text)))
    writer.end()
    writer.end()
  }

  /// What a cell can hold of a text.
  private static func cut(_ text: String) -> String {
    NewText.clean(String(text.prefix(mostCharacters)))
  }

  /// Characters of a cell: what Excel keeps.
  private static let mostCharacters = 32_767

  /// Lines above the table are as wide as the table.
  private mutating func writeMerges() {
    guard list.titles.count > 1, !list.head.isEmpty else { return }
    writer.start("mergeCells", [("count", "\(list.head.count)")])
    for row in 1...list.head.count {
      let range = CellRange(
        first: CellAddress(row: row, column: 1),
        last: CellAddress(row: row, column: list.titles.count))
      writer.element("mergeCell", [("ref", "\(range.first):\(range.last)")])
    }
    writer.end()
  }

  private mutating func writeLinks() {
    guard !links.isEmpty else { return }
    writer.start("hyperlinks")
    for (cell, place) in links {
      let sheet = "'" + place.sheet.replacing("'", with: "''") + "'"
      writer.element("hyperlink", [("ref", "\(cell)"), ("location", "\(sheet)!\(place.cell)")])
    }
    writer.end()
  }
}

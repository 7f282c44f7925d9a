import Markup

/// The sheet that lists all remarks, written anew (ECMA-376, 18.3.1.99).
struct XLSXListSheet {
  /// A cell that was marked, for the hidden columns.
  struct Kept {
    var place: WorkbookAnnotation.Place
    var fill: XLSXFill
    var comment: String
  }

  let list: WorkbookAnnotation.List
  let namespace: String
  let styles: XLSXListStyles
  /// The names of the workbook's sheets: a link leads to one of them.
  let sheets: Set<String>
  let kept: [Kept]
  private var writer = MarkupWriter()
  private var links: [(cell: CellAddress, place: WorkbookAnnotation.Place)] = []

  init(
    list: WorkbookAnnotation.List, namespace: String, styles: XLSXListStyles,
    sheets: Set<String>, kept: [Kept]
  ) {
    self.list = list
    self.namespace = namespace
    self.styles = styles
    self.sheets = sheets
    self.kept = kept
  }

  /// The row of the headings.
  private var headRow: Int { list.head.count + 1 }
  /// The first of the three hidden columns.
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
          ("width", "\(min(max(width, 2), 250) + 1)"), ("customWidth", "1"),
        ])
    }
    writer.element(
      "col",
      [
        ("min", "\(hidden)"), ("max", "\(hidden + 2)"), ("width", "9"), ("hidden", "1"),
      ])
    writer.end()
  }

  private mutating func writeRows() {
    let rows = max(headRow + list.rows.count, kept.count + 1)
    writer.start("sheetData")
    for row in 1...rows {
      writer.start("row", [("r", "\(row)")])
      writeShown(row)
      writeKept(row)
      writer.end()
    }
    writer.end()
  }

  private mutating func writeShown(_ row: Int) {
    if row < headRow {
      write(list.head[row - 1], row, 1, row == 1 ? styles.title : styles.plain)
    } else if row == headRow {
      for (index, title) in list.titles.enumerated() {
        write(title, row, index + 1, styles.heading)
      }
    } else if row - headRow <= list.rows.count {
      let line = list.rows[row - headRow - 1]
      for index in list.titles.indices {
        var style = styles.text
        if index == 0, let level = styles.levels[line.level] { style = level }
        if index == list.linkColumn, let place = line.link, sheets.contains(place.sheet) {
          style = styles.link
          links.append((CellAddress(row: row, column: index + 1), place))
        }
        write(line.texts.indices.contains(index) ? line.texts[index] : "", row, index + 1, style)
      }
    }
  }

  /// What an annotation of a later copy needs to know.
  private mutating func writeKept(_ row: Int) {
    if row == 1 { return write(XLSXFormerCopy.marker, row, hidden, styles.plain) }
    guard kept.indices.contains(row - 2) else { return }
    let mark = kept[row - 2]
    write("\(mark.place.sheet)!\(mark.place.cell)", row, hidden, styles.plain)
    write(mark.fill.told, row, hidden + 1, styles.plain)
    if !mark.comment.isEmpty { write(mark.comment, row, hidden + 2, styles.plain) }
  }

  private mutating func write(_ text: String, _ row: Int, _ column: Int, _ style: Int) {
    let address = CellAddress(row: row, column: column)
    guard !text.isEmpty else {
      return writer.element("c", [("r", "\(address)"), ("s", "\(style)")])
    }
    writer.start("c", [("r", "\(address)"), ("s", "\(style)"), ("t", "inlineStr")])
    writer.start("is")
    writer.element(
      "t", [("xml:space", "preserve")],
      text: MarkupText.escaped(String(text.prefix(Self.mostCharacters))))
    writer.end()
    writer.end()
  }

  /// Characters of a cell: what Excel keeps.
  private static let mostCharacters = 32_767

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

import OpenDocument

extension TextDocumentWriter {
  mutating func elements(_ table: Table) -> [Element] {
    var result: [Element] = []
    var name = "Без номера \(numbers.tables)"
    if !table.caption.isEmpty {
      let number = numbers.nextTable()
      name = "Таблица \(number)"
      result.append(
        paragraph(table.caption(number: number), style: styles.name(of: .tableCaption)))
    }
    result.append(grid(table, name: name))
    result += table.notes.map { paragraph($0, style: styles.name(of: .tableNote)) }
    return result
  }

  private mutating func grid(_ table: Table, name: String) -> Element {
    let page = table.isLandscape ? PageStyles.landscape : pages.running
    let width = pages.textWidth(of: page)
    let style = styles.add(
      "SvodkaTable_\(page)_\(table.notes.isEmpty)_\(table.fitsOnAPage)", family: "table",
      properties: [
        Element(
          "style:table-properties",
          [
            "style:width": Length.text(width), "table:align": "margins",
            "table:border-model": "collapsing",
            "style:may-break-between-rows": table.fitsOnAPage ? "false" : "true",
            "fo:margin-bottom": table.notes.isEmpty ? "0.35cm" : "0cm",
          ])
      ])
    var parts: [Element] = []
    if !table.caption.isEmpty { parts.append(Element("table:title", text: table.caption)) }
    let size = fontSize(of: table)
    for width in ColumnWidths(of: table, in: width, points: points(size)).centimetres {
      parts.append(Element("table:table-column", ["table:style-name": columnStyle(width)]))
    }
    parts.append(
      Element(
        "table:table-header-rows",
        elements: TableGrid(of: table).rows.map { headerRow($0, size: size) }))
    parts += table.rows.map { row($0, of: table, size: size) }
    return Element(
      "table:table", ["table:name": name, "table:style-name": style], elements: parts)
  }

  /// Many columns take smaller type; nil for that of the style.
  private func fontSize(of table: Table) -> String? {
    let room = table.isLandscape ? 10 : 6
    if table.columns.count <= room { return nil }
    return table.columns.count <= room + 3 ? "10pt" : "9pt"
  }

  /// Of a font size, or of the style of contents.
  private func points(_ size: String?) -> Double {
    let text =
      size
      ?? book.property("fo:font-size", of: BlockStyle.tableContents.rawValue, family: "paragraph")
    return text.flatMap(Length.centimetres).map { $0 * 72 / 2.54 } ?? 11
  }

  private mutating func columnStyle(_ width: Double) -> String {
    let text = Length.text(width)
    return styles.add(
      "SvodkaColumn_\(text)", family: "table-column",
      properties: [Element("style:table-column-properties", ["style:column-width": text])])
  }

  private mutating func rowStyle() -> String {
    styles.add(
      "SvodkaRow", family: "table-row",
      properties: [
        Element("style:table-row-properties", ["fo:keep-together": "always"])
      ])
  }

  private mutating func cellStyle(isHead: Bool) -> String {
    styles.add(
      isHead ? "SvodkaHeadCell" : "SvodkaCell", family: "table-cell",
      properties: [
        Element(
          "style:table-cell-properties",
          [
            "fo:border": "0.5pt solid #000000", "fo:padding-top": "0.06cm",
            "fo:padding-bottom": "0.06cm", "fo:padding-left": "0.12cm",
            "fo:padding-right": "0.12cm", "style:vertical-align": "middle",
            "fo:background-color": isHead ? "#f0f0f0" : nil,
          ])
      ])
  }

  private mutating func headerRow(_ places: [TableGrid.Place], size: String?) -> Element {
    let style = cellStyle(isHead: true)
    let cells = places.map { place -> Element in
      switch place {
      case .covered: return Element("table:covered-table-cell")
      case .cell(let cell):
        return Element(
          "table:table-cell",
          [
            "table:style-name": style, "office:value-type": "string",
            "table:number-columns-spanned": cell.columns > 1 ? String(cell.columns) : nil,
            "table:number-rows-spanned": cell.rows > 1 ? String(cell.rows) : nil,
          ],
          elements: [
            paragraph(
              cell.text,
              style: variant(of: .tableHeading, alignment: nil, isBold: false, size: size))
          ])
      }
    }
    return Element("table:table-row", ["table:style-name": rowStyle()], elements: cells)
  }

  private mutating func row(_ row: Table.Row, of table: Table, size: String?) -> Element {
    let style = cellStyle(isHead: false)
    var cells: [Element] = []
    var column = 0
    for cell in table.filled(row) {
      let alignment = cell.alignment ?? table.columns[column].alignment
      let text = paragraph(
        cell.text,
        style: variant(
          of: .tableContents, alignment: alignment, isBold: row.kind != .body, size: size))
      cells.append(
        Element(
          "table:table-cell",
          [
            "table:style-name": style, "office:value-type": "string",
            "table:number-columns-spanned": cell.columns > 1 ? String(cell.columns) : nil,
          ], elements: [text]))
      cells += (1..<cell.columns).map { _ in Element("table:covered-table-cell") }
      column += cell.columns
    }
    return Element("table:table-row", ["table:style-name": rowStyle()], elements: cells)
  }

  private mutating func variant(
    of style: BlockStyle, alignment: Table.Alignment?, isBold: Bool, size: String?
  ) -> String {
    let base = styles.name(of: style)
    let side: String? =
      switch alignment {
      case .start?, nil: nil
      case .center?: "center"
      case .end?: "end"
      }
    if side == nil, !isBold, size == nil { return base }
    let name = [base, side, isBold ? "bold" : nil, size].compactMap { $0 }.joined(separator: "_")
    return styles.add(
      name, family: "paragraph", parent: base,
      properties: [
        Element("style:paragraph-properties", ["fo:text-align": side]),
        Element(
          "style:text-properties",
          ["fo:font-size": size, "fo:font-weight": isBold ? "bold" : nil]),
      ])
  }

  func paragraph(_ text: String, style: String) -> Element {
    Element("text:p", ["text:style-name": style], TextRuns.nodes(of: text))
  }
}

import Markup
import OpenDocument

extension HTMLWriter {
  mutating func elements(_ table: Table) -> [Element] {
    var result: [Element] = []
    var identifier: String?
    var caption: String?
    if !table.caption.isEmpty {
      let number = numbers.nextTable()
      identifier = "table-\(number)"
      caption = table.caption(number: number)
    }
    // Wide tables are moved sideways on a narrow screen, with the keyboard too.
    result.append(
      Element(
        "div",
        [
          "class": table.isLandscape ? "scroll wide" : "scroll", "tabindex": "0",
          "role": "region", "aria-label": caption ?? table.caption,
        ], elements: [grid(table, caption: caption, identifier: identifier)]))
    result += table.notes.map { Element("p", ["class": "note"], text: $0) }
    return result
  }

  mutating func grid(_ table: Table, caption: String?, identifier: String?) -> Element {
    var parts: [Element] = []
    if let caption { parts.append(Element("caption", text: caption)) }
    let sum = table.columns.reduce(0) { $0 + $1.width }
    parts.append(
      Element(
        "colgroup",
        elements: table.columns.map { column in
          Element("col", ["style": "width:\(1000 * column.width / max(1, sum) / 10)%"])
        }))
    parts.append(Element("thead", elements: TableGrid(of: table).rows.map(headerRow)))
    parts.append(Element("tbody", elements: table.rows.map { row($0, of: table) }))
    return Element("table", ["class": "grid", "id": identifier], elements: parts)
  }

  private func headerRow(_ places: [TableGrid.Place]) -> Element {
    Element(
      "tr",
      elements: places.compactMap { place in
        switch place {
        case .covered: nil
        case .cell(let cell):
          Element(
            "th",
            [
              "scope": cell.columns > 1 ? "colgroup" : "col",
              "colspan": cell.columns > 1 ? String(cell.columns) : nil,
              "rowspan": cell.rows > 1 ? String(cell.rows) : nil,
            ], Self.broken(cell.text))
        }
      })
  }

  private mutating func row(_ row: Table.Row, of table: Table) -> Element {
    var cells: [Element] = []
    var column = 0
    for cell in table.filled(row) {
      let isHeading = row.kind == .group || column == table.rowHeading
      let alignment = cell.alignment ?? table.columns[column].alignment
      var element = Element(
        isHeading ? "th" : "td",
        [
          "scope": isHeading ? (row.kind == .group ? "rowgroup" : "row") : nil,
          "class": HTMLClasses.name(of: alignment),
          "colspan": cell.columns > 1 ? String(cell.columns) : nil,
        ], Self.broken(cell.text))
      traces.mark(&element, trace: cell.trace, remark: cell.remark)
      cells.append(element)
      column += cell.columns
    }
    let kind: String? =
      switch row.kind {
      case .body: nil
      case .group: "group"
      case .total: "total"
      }
    return Element("tr", ["class": kind], elements: cells)
  }

  mutating func elements(_ chart: Chart) -> [Element] {
    let number = numbers.nextFigure()
    let drawing = ChartDrawing(chart: chart, identifier: "figure-\(number)")
    let data = Element(
      "details",
      elements: [
        Element("summary", text: "Данные рисунка \(number)"),
        grid(chart.dataTable, caption: chart.title, identifier: nil),
      ])
    return [
      Element(
        "figure", ["id": "figure-\(number)"],
        elements: [
          drawing.element, Element("figcaption", text: chart.caption(number: number)), data,
        ])
    ]
  }

  mutating func elements(_ paragraphs: [Paragraph], like: Element) -> [Element] {
    let classes = HTMLClasses.names(of: like["text:style-name"], in: book)
    var result: [Element] = []
    var items: [Element] = []
    for one in paragraphs {
      if one.style != .listItem, !items.isEmpty {
        result.append(Element("ul", ["class": "dashes"], elements: items))
        items = []
      }
      switch one.style {
      case .heading1: result.append(heading(one, level: 1))
      case .heading2: result.append(heading(one, level: 2))
      case .heading3: result.append(heading(one, level: 3))
      case .body: result.append(worded(one, "p", classes: classes))
      case .listItem: items.append(worded(one, "li", classes: nil))
      case .note: result.append(worded(one, "p", classes: "note"))
      }
    }
    if !items.isEmpty { result.append(Element("ul", ["class": "dashes"], elements: items)) }
    return result
  }

  private mutating func heading(_ paragraph: Paragraph, level: Int) -> Element {
    let style = BlockStyle(heading: level).rawValue
    return heading(
      [.text(paragraph.text)], level: level, classes: HTMLClasses.names(of: style, in: book))
  }

  private func worded(_ paragraph: Paragraph, _ name: String, classes: String?) -> Element {
    var content = Self.broken(paragraph.text)
    if let link = traces.link(to: paragraph.evidence) {
      content += [.text("\u{A0}"), .element(link)]
    }
    let evidence = paragraph.evidence.joined(separator: " ")
    return Element(
      name, ["class": classes, "data-trace": evidence.isEmpty ? nil : evidence], content)
  }
}

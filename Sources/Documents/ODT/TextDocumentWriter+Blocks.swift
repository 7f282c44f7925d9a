import OpenDocument

extension TextDocumentWriter {
  mutating func elements(_ chart: Chart) -> [Element] {
    let number = numbers.nextFigure()
    let object = "Object \(number)"
    let document = ChartDocument(chart: chart, fontFamily: book.bodyFont)
    add(document.subDocument(named: object))
    let drawing = ChartDrawing(chart: chart, identifier: "figure-\(number)")
    add(replacement: drawing.element.xml(), of: object)
    let style = styles.add(
      "SvodkaFrame", family: "graphic",
      properties: [
        Element(
          "style:graphic-properties",
          [
            "style:vertical-pos": "top", "style:vertical-rel": "baseline", "fo:border": "none",
            "fo:padding": "0cm",
          ])
      ])
    let frame = Element(
      "draw:frame",
      [
        "draw:style-name": style, "draw:name": "Рисунок \(number)",
        "text:anchor-type": "as-char", "svg:width": Length.text(document.size.width),
        "svg:height": Length.text(document.size.height), "draw:z-index": "0",
      ],
      elements: [
        Element(
          "draw:object",
          [
            "xlink:href": "./\(object)", "xlink:type": "simple", "xlink:show": "embed",
            "xlink:actuate": "onLoad",
          ]),
        Element(
          "draw:image",
          [
            "xlink:href": "./ObjectReplacements/\(object)", "xlink:type": "simple",
            "xlink:show": "embed", "xlink:actuate": "onLoad",
          ]),
        Element("svg:title", text: chart.caption(number: number)),
        Element("svg:desc", text: chart.description),
      ])
    return [
      Element("text:p", ["text:style-name": styles.name(of: .figure)], elements: [frame]),
      paragraph(chart.caption(number: number), style: styles.name(of: .figureCaption)),
    ]
  }

  /// Paragraphs in the styles of their kinds; body text looks like the paragraph of the tag.
  mutating func elements(_ paragraphs: [Paragraph], like: Element) -> [Element] {
    var result: [Element] = []
    var items: [Element] = []
    for one in paragraphs {
      if one.style != .listItem, !items.isEmpty {
        result.append(list(items))
        items = []
      }
      switch one.style {
      case .heading1: result.append(heading(one.text, level: 1))
      case .heading2: result.append(heading(one.text, level: 2))
      case .heading3: result.append(heading(one.text, level: 3))
      case .body: result.append(body(one.text, like: like))
      case .listItem:
        items.append(Element("text:list-item", elements: [body(one.text, like: like)]))
      case .note: result.append(paragraph(one.text, style: styles.name(of: .tableNote)))
      }
    }
    if !items.isEmpty { result.append(list(items)) }
    return result
  }

  private func body(_ text: String, like: Element) -> Element {
    Element(
      "text:p", ["text:style-name": like["text:style-name"]], TextRuns.nodes(of: text))
  }

  private mutating func heading(_ text: String, level: Int) -> Element {
    let style = styles.name(of: BlockStyle(heading: level))
    return Element(
      "text:h", ["text:style-name": style, "text:outline-level": String(level)],
      TextRuns.nodes(of: text))
  }

  /// Items begin with a dash, as official texts have them.
  private mutating func list(_ items: [Element]) -> Element {
    let label = Element(
      "style:list-level-label-alignment",
      [
        "text:label-followed-by": "space", "fo:text-indent": "1.25cm", "fo:margin-left": "0cm",
      ])
    let level = Element(
      "text:list-level-style-bullet", ["text:level": "1", "text:bullet-char": "–"],
      elements: [
        Element(
          "style:list-level-properties",
          ["text:list-level-position-and-space-mode": "label-alignment"], elements: [label])
      ])
    styles.add(
      listStyle: Element("text:list-style", ["style:name": "SvodkaDashes"], elements: [level]))
    return Element("text:list", ["text:style-name": "SvodkaDashes"], elements: items)
  }
}

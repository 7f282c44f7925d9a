import OpenDocument

extension HTMLWriter {
  /// A table that stands in the template.
  mutating func templateTable(_ shell: Element, _ nodes: [FilledNode]) -> Element {
    var head: [Element] = []
    var body: [Element] = []
    gatherRows(nodes, isHead: false, &head, &body)
    var parts: [Element] = []
    if !head.isEmpty { parts.append(Element("thead", elements: head)) }
    if !body.isEmpty { parts.append(Element("tbody", elements: body)) }
    let isRuled = nodes.contains { Self.holdsBorder($0, book) }
    return Element("table", ["class": isRuled ? "grid" : "plain"], elements: parts)
  }

  private mutating func gatherRows(
    _ nodes: [FilledNode], isHead: Bool, _ head: inout [Element], _ body: inout [Element]
  ) {
    for case .element(let shell, let inner) in nodes {
      if shell.name == "table:table-row" {
        let row = Element("tr", elements: cells(inner, isHead: isHead))
        if isHead { head.append(row) } else { body.append(row) }
      } else {
        let isHeader = isHead || shell.name == "table:table-header-rows"
        gatherRows(inner, isHead: isHeader, &head, &body)
      }
    }
  }

  private mutating func cells(_ nodes: [FilledNode], isHead: Bool) -> [Element] {
    var cells: [Element] = []
    for node in nodes {
      let (shell, inner): (Element, [FilledNode])
      switch node {
      case .element(let element, let children): (shell, inner) = (element, children)
      case .opaque(let element): (shell, inner) = (element, [])
      case .paragraph, .block: continue
      }
      guard shell.name == "table:table-cell" else { continue }
      var cell = Element(
        isHead ? "th" : "td",
        [
          "scope": isHead ? "col" : nil, "colspan": shell["table:number-columns-spanned"],
          "rowspan": shell["table:number-rows-spanned"],
        ])
      if inner.count == 1, case .paragraph(let paragraph, let runs) = inner[0] {
        cell["class"] = HTMLClasses.alignment(of: paragraph["text:style-name"], in: book)
        cell.children = inline(runs)
      } else {
        cell.children = elements(inner).map(Element.Node.element)
      }
      let count = shell["table:number-columns-repeated"].flatMap { Int($0) } ?? 1
      cells += [Element](repeating: cell, count: min(max(1, count), 100))
    }
    return cells
  }

  /// Whether a cell has a line around it; layout tables have none.
  private static func holdsBorder(_ node: FilledNode, _ book: StyleBook) -> Bool {
    switch node {
    case .element(let shell, let inner):
      if shell.name == "table:table-cell" {
        let sides = ["fo:border", "fo:border-bottom", "fo:border-top", "fo:border-left"]
        return sides.contains { side in
          let border = book.property(side, of: shell["table:style-name"], family: "table-cell")
          return border.map { $0 != "none" } ?? false
        }
      }
      return inner.contains { holdsBorder($0, book) }
    case .paragraph, .opaque, .block: return false
    }
  }

  /// A list of the template; `style` is that of the list around it.
  mutating func list(
    _ shell: Element, _ nodes: [FilledNode], level: Int, style outer: String?
  ) -> Element {
    let style = shell["text:style-name"] ?? outer
    let isNumbered = style.flatMap(book.listStyle)?.elements.contains {
      $0.name == "text:list-level-style-number" && $0["text:level"] == String(level)
    }
    var items: [Element] = []
    for case .element(let item, let inner) in nodes where item.name == "text:list-item" {
      var content: [Element] = []
      for node in inner {
        if case .element(let list, let children) = node, list.name == "text:list" {
          content.append(self.list(list, children, level: level + 1, style: style))
        } else {
          content += elements(node)
        }
      }
      items.append(Element("li", elements: content))
    }
    guard isNumbered ?? false else { return Element("ul", elements: items) }
    let goesOn = shell["text:continue-numbering"] == "true" || shell["text:continue-list"] != nil
    let before = goesOn && level == 1 ? listCounts[style ?? ""] ?? 0 : 0
    if level == 1 { listCounts[style ?? ""] = before + items.count }
    return Element("ol", ["start": before > 0 ? String(before + 1) : nil], elements: items)
  }
}

import OpenDocument

/// Turns the elements of a template into nodes, finding tags on the joined text of paragraphs.
struct TemplateReader {
  private(set) var tags: [Tag] = []
  private(set) var faults: [TemplateFault] = []
  private var place: TemplatePlace
  private var spanCount = 0
  private var tableCount = 0
  /// Paragraphs seen outside of tables.
  private var paragraphCount = 0

  init(part: TemplatePlace.Part) { place = TemplatePlace(part, paragraph: 0) }

  /// What a finished document must not carry: comments and changes with the names of their authors,
  /// controls, and breaks of a layout that will be another.
  private static let dropped: Set<String> = [
    "text:tracked-changes", "office:forms", "text:soft-page-break", "office:annotation",
    "office:annotation-end", "text:change", "text:change-start", "text:change-end",
    "office:event-listeners",
  ]

  mutating func read(_ element: Element) -> TemplateNode {
    switch element.name {
    case "text:p", "text:h": return paragraph(element)
    case "table:table": return table(element)
    case "style:master-page":
      place = TemplatePlace(
        .pageStyle(element["style:display-name"] ?? element["style:name"] ?? ""), paragraph: 0)
      paragraphCount = 0
      return container(element)
    default: return container(element)
    }
  }

  private mutating func container(_ element: Element) -> TemplateNode {
    guard Self.holdsParagraphs(element) else { return TemplateNode(kind: .opaque(element)) }
    var node = TemplateNode(kind: .element(element.withoutChildren))
    for child in element.elements where !Self.dropped.contains(child.name) {
      if place.cell != nil { count(child) }
      node.children.append(read(child))
    }
    return node
  }

  private mutating func table(_ element: Element) -> TemplateNode {
    let outer = place
    tableCount += 1
    place.cell = TemplatePlace.Cell(table: tableCount, row: 0, column: 0)
    let node = container(element)
    place = outer
    return node
  }

  /// Keeps count of rows and columns within a table.
  private mutating func count(_ child: Element) {
    switch child.name {
    case "table:table-row":
      place.cell?.row += 1
      place.cell?.column = 0
    case "table:table-cell", "table:covered-table-cell":
      place.cell?.column += 1
      place.paragraph = 0
    default: break
    }
  }

  private static func holdsParagraphs(_ element: Element) -> Bool {
    element.elements.contains { child in
      child.name == "text:p" || child.name == "text:h" || holdsParagraphs(child)
    }
  }

  private mutating func paragraph(_ element: Element) -> TemplateNode {
    if place.cell == nil {
      paragraphCount += 1
      place.paragraph = paragraphCount
    } else {
      place.paragraph += 1
    }
    var inline = InlineContent()
    gather(element.children, spans: [], into: &inline)
    var node = TemplateNode(kind: .paragraph(element.withoutChildren))
    node.children = tagged(inline.nodes)
    if element.name == "text:h", !inline.text.isEmpty { place.heading = inline.text }
    return node
  }

  /// Flattens the content of a paragraph (part 3, 6.1.2: runs of white space count as one space).
  private mutating func gather(
    _ nodes: [Element.Node], spans: [Span], into inline: inout InlineContent
  ) {
    for node in nodes {
      switch node {
      case .text(let text): inline.append(collapsing: text, spans: spans)
      case .element(let element):
        switch element.name {
        case "text:s":
          let count = element["text:c"].flatMap { Int($0) } ?? 1
          inline.append(String(repeating: " ", count: min(max(1, count), 1000)), spans: spans)
        case "text:tab": inline.append("\t", spans: spans)
        case "text:line-break": inline.append("\n", spans: spans)
        case "text:span", "text:a", "text:meta":
          spanCount += 1
          let span = Span(number: spanCount, element: element.withoutChildren)
          gather(element.children, spans: spans + [span], into: &inline)
        case _ where Self.dropped.contains(element.name): break
        case _:
          // Texts in frames and notes have places and tags of their own.
          let outer = place
          var node = container(element)
          place = outer
          node.spans = spans
          inline.append(node, showsText: !element.text.isEmpty)
        }
      }
    }
  }

  /// Puts nodes for tags where they were typed, in the spans of their first character.
  private mutating func tagged(_ nodes: [TemplateNode]) -> [TemplateNode] {
    var scan = TagScan(nodes)
    scan.run()
    for quote in scan.unpaired { faults.append(TemplateFault(.openTag, at: place, quote: quote)) }
    return scan.pieces.compactMap { piece in
      switch piece {
      case .node(let node): return node
      case .tag(let typed, let spans):
        do throws(TemplateFault) {
          tags.append(try Tag(parsing: typed, at: place))
          return TemplateNode(kind: .tag(tags.count - 1), spans: spans)
        } catch {
          faults.append(error)
          return nil
        }
      }
    }
  }
}

extension Element {
  /// Its name and attributes alone.
  var withoutChildren: Element {
    var shell = self
    shell.children = []
    return shell
  }
}

import OpenDocument

/// Writes the nodes of a filled document as clean HTML: what paragraphs and tables are, not where
/// an office program put them on a page.
struct HTMLWriter {
  let book: StyleBook
  var traces: HTMLTraces
  var numbers = BlockNumbers()
  private var headings = 0
  /// By how much headings of the text go below the title.
  private let headingShift: Int
  private var footnotes: [Element] = []
  /// Items so far of numbered lists, by the list's style, for lists that go on.
  var listCounts: [String: Int] = [:]

  init(book: StyleBook, nodes: [FilledNode]) {
    self.book = book
    traces = HTMLTraces(nodes)
    headingShift = Self.holdsTitle(nodes, book) ? 1 : 0
  }

  /// The body of the page.
  mutating func page(_ nodes: [FilledNode]) -> [Element] {
    var result = elements(nodes)
    if !footnotes.isEmpty {
      result.append(Element("ol", ["class": "footnotes"], elements: footnotes))
    }
    return result
  }

  mutating func elements(_ nodes: [FilledNode]) -> [Element] {
    nodes.flatMap { elements($0) }
  }

  mutating func elements(_ node: FilledNode) -> [Element] {
    switch node {
    case .opaque(let element): return [picture(element)].compactMap { $0 }
    case .paragraph(let shell, let runs): return [paragraph(shell, runs)].compactMap { $0 }
    case .element(let shell, let inner):
      switch shell.name {
      case "table:table": return [templateTable(shell, inner)]
      case "text:list": return [list(shell, inner, level: 1, style: nil)]
      case "text:section": return [Element("section", elements: elements(inner))]
      // Its pages are those of another layout.
      case "text:table-of-content": return []
      case "draw:text-box": return [Element("div", ["class": "box"], elements: elements(inner))]
      case _: return elements(inner)
      }
    case .block(let block, let like):
      switch block {
      case .table(let table): return elements(table)
      case .chart(let chart): return elements(chart)
      case .paragraphs(let paragraphs): return elements(paragraphs, like: like)
      }
    }
  }

  private static func holdsTitle(_ nodes: [FilledNode], _ book: StyleBook) -> Bool {
    nodes.contains { node in
      switch node {
      case .paragraph(let shell, _): isTitle(shell, book)
      case .element(_, let inner): holdsTitle(inner, book)
      case .opaque, .block: false
      }
    }
  }

  private static func isTitle(_ shell: Element, _ book: StyleBook) -> Bool {
    book.chain(shell["text:style-name"], family: "paragraph").contains {
      $0["style:name"] == "Title"
    }
  }

  /// Nil for an empty line, which is distance and no content.
  private mutating func paragraph(_ shell: Element, _ runs: [FilledRun]) -> Element? {
    let content = inline(runs)
    guard !content.isEmpty else { return nil }
    let classes = HTMLClasses.names(of: shell["text:style-name"], in: book)
    if shell.name == "text:h" {
      let level = shell["text:outline-level"].flatMap { Int($0) } ?? 1
      return heading(content, level: level, classes: classes)
    }
    return Element(
      Self.isTitle(shell, book) ? "h1" : "p", ["class": classes], content)
  }

  mutating func heading(_ content: [Element.Node], level: Int, classes: String?) -> Element {
    headings += 1
    return Element(
      "h\(min(6, max(1, level) + headingShift))", ["id": "part-\(headings)", "class": classes],
      content)
  }

  /// Text with its emphasis; empty when there is nothing but white space.
  mutating func inline(_ runs: [FilledRun]) -> [Element.Node] {
    var nodes: [Element.Node] = []
    var isBlank = true
    for run in runs {
      var content: [Element.Node]
      switch run.content {
      case .text(let text):
        content = Self.broken(text)
        if !text.allSatisfy(\.isWhitespace) { isBlank = false }
      case .node(let node):
        content = inlineNode(node)
        if !content.isEmpty { isBlank = false }
      }
      for span in run.spans.reversed() { content = surrounded(content, by: span.element) }
      nodes += content
    }
    return isBlank ? [] : nodes
  }

  /// Line ends become breaks.
  static func broken(_ text: String) -> [Element.Node] {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return lines.enumerated().flatMap { number, line -> [Element.Node] in
      let own: [Element.Node] = line.isEmpty ? [] : [.text(String(line))]
      return number == 0 ? own : [.element(Element("br"))] + own
    }
  }

  private func surrounded(_ content: [Element.Node], by span: Element) -> [Element.Node] {
    guard !content.isEmpty else { return [] }
    if span.name == "text:a" {
      let target = span["xlink:href"] ?? ""
      let isSafe = ["https://", "http://", "mailto:", "#"].contains { target.hasPrefix($0) }
      return isSafe ? [.element(Element("a", ["href": target], content))] : content
    }
    return HTMLClasses.emphasis(of: span["text:style-name"], in: book).reversed()
      .reduce(content) { inner, name in [.element(Element(name, [:], inner))] }
  }

  private mutating func inlineNode(_ node: FilledNode) -> [Element.Node] {
    switch node {
    case .opaque(let element):
      if let picture = picture(element) { return [.element(picture)] }
      // Numbers of pages belong to a layout; other fields show their text.
      let isOfPages = ["text:page-number", "text:page-count"].contains(element.name)
      return isOfPages || element.text.isEmpty || element.name.hasPrefix("draw:")
        ? [] : [.text(element.text)]
    case .element(let shell, let inner):
      if shell.name == "text:note" { return [footnote(inner)] }
      return elements(inner).map(Element.Node.element)
    case .paragraph, .block: return elements(node).map(Element.Node.element)
    }
  }

  private mutating func footnote(_ inner: [FilledNode]) -> Element.Node {
    let number = footnotes.count + 1
    let body = inner.flatMap { node -> [FilledNode] in
      if case .element(let shell, let nodes) = node, shell.name == "text:note-body" { return nodes }
      return []
    }
    footnotes.append(Element("li", ["id": "note-\(number)"]))
    let content = elements(body)
    footnotes[number - 1].children = content.map(Element.Node.element)
    let link = Element("a", ["href": "#note-\(number)"], text: "\(number)")
    return .element(Element("sup", elements: [link]))
  }

  /// A picture of the template, within the page.
  private func picture(_ element: Element) -> Element? {
    if element.name == "draw:frame", let image = element.first("draw:image"),
      let data = image.first("office:binary-data"), let bytes = Base64.bytes(of: data.text)
    {
      let text = element.first("svg:title")?.text ?? element.first("svg:desc")?.text ?? ""
      let source = data.text.filter { !$0.isWhitespace }
      return Element(
        "img",
        ["src": "data:\(PictureType(of: bytes).mediaType);base64,\(source)", "alt": text])
    }
    return element.elements.lazy.compactMap { self.picture($0) }.first
  }
}

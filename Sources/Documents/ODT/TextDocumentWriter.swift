import OpenDocument

/// Writes the nodes of a filled document as `office:text`, and gathers the styles and charts that
/// it needs.
struct TextDocumentWriter {
  let book: StyleBook
  let pages: PageStyles
  var styles: AddedStyles
  var numbers = BlockNumbers()
  private(set) var charts: [OpenDocumentPackage.SubDocument] = []
  private(set) var attachments: [OpenDocumentPackage.Attachment] = []
  /// The style of the page that the text is on.
  private var page: String

  init(book: StyleBook, pages: PageStyles) {
    self.book = book
    self.pages = pages
    styles = AddedStyles(book)
    page = pages.running
  }

  /// The content of `office:text`.
  mutating func text(_ nodes: [FilledNode]) -> [Element] {
    nodes.flatMap { node -> [Element] in
      if case .block(.table(let table), _) = node, table.isLandscape {
        return turned(elements(node), to: PageStyles.landscape)
      }
      return turned(elements(node), to: pages.running)
    }
  }

  /// What a node becomes, wherever it stands.
  mutating func elements(_ node: FilledNode) -> [Element] {
    switch node {
    case .opaque(let element): return [withoutPictures(element)]
    case .element(let shell, let inner):
      var element = shell
      element.children = inner.flatMap { elements($0) }.map(Element.Node.element)
      return [element]
    case .paragraph(let shell, let runs):
      var element = shell
      var writer = self
      var text = TextRuns()
      element.children = text.nodes(of: runs) { writer.elements($0) }
      self = writer
      return [element]
    case .block(let block, let like):
      switch block {
      case .table(let table): return elements(table)
      case .chart(let chart): return elements(chart)
      case .paragraphs(let paragraphs): return elements(paragraphs, like: like)
      }
    }
  }

  /// The picture of a chart for programs that draw none.
  mutating func add(replacement bytes: [UInt8], of object: String) {
    attachments.append(
      OpenDocumentPackage.Attachment(
        path: "ObjectReplacements/\(object)", mediaType: "image/svg+xml", bytes: bytes))
  }

  mutating func add(_ chart: OpenDocumentPackage.SubDocument) { charts.append(chart) }

  /// Lets the first of `elements` begin a page of another style where it must.
  private mutating func turned(_ elements: [Element], to wanted: String) -> [Element] {
    guard let first = elements.first else { return elements }
    let family = first.name == "table:table" ? "table" : "paragraph"
    let attribute = family == "table" ? "table:style-name" : "text:style-name"
    let isFlowing = ["text:p", "text:h", "table:table"].contains(first.name)
    let own = isFlowing ? book.chain(first[attribute], family: family).first : nil
    if let master = own?["style:master-page-name"], !master.isEmpty {
      page = pages.running
      return elements
    }
    // An empty line after a lying page would be the first of an upright one.
    if wanted == page || first.name == "text:p" && first.children.isEmpty { return elements }
    page = wanted
    var result = elements
    if isFlowing {
      result[0][attribute] = styles.pageBreak(before: first[attribute], family: family, to: wanted)
    } else {
      let style = styles.pageBreak(before: nil, family: "paragraph", to: wanted)
      result.insert(Element("text:p", ["text:style-name": style]), at: 0)
    }
    return result
  }

  /// Pictures stand as text in a flat file and as parts in a package.
  private mutating func withoutPictures(_ element: Element) -> Element {
    var copy = element
    if element.name == "draw:image", let data = element.first("office:binary-data"),
      let bytes = Base64.bytes(of: data.text)
    {
      let type = PictureType(of: bytes)
      let path = "Pictures/picture-\(attachments.count + 1).\(type.suffix)"
      attachments.append(
        OpenDocumentPackage.Attachment(path: path, mediaType: type.mediaType, bytes: bytes))
      copy.children.removeAll { node in
        if case .element(let inner) = node { return inner.name == "office:binary-data" }
        return false
      }
      copy["xlink:href"] = path
      copy["xlink:type"] = "simple"
      copy["xlink:show"] = "embed"
      copy["xlink:actuate"] = "onLoad"
      return copy
    }
    copy.children = element.children.map { node in
      switch node {
      case .element(let inner): .element(withoutPictures(inner))
      case .text: node
      }
    }
    return copy
  }
}

import OpenDocument

/// The page styles of a template, and the page that lies on its side.
struct PageStyles: Sendable {
  /// As office programs call it.
  static let landscape = "Landscape"

  /// With the landscape page that the template has, or one made from its upright page.
  let masters: Element
  /// The layouts that had to be made.
  let addedLayouts: [Element]
  /// The style of the pages that run on: the last in the row of followers of the first.
  let running: String
  private let layouts: [String: Element]

  /// `masters` are the template's page styles with their tags filled.
  init(_ template: FlatTemplate, masters: Element, _ book: StyleBook) {
    let pages = masters.elements.filter { $0.name == "style:master-page" }
    var layouts: [String: Element] = [:]
    for layout in template.automatic.elements where layout.name == "style:page-layout" {
      if let name = layout["style:name"] { layouts[name] = layout }
    }
    func page(_ name: String?) -> Element? { pages.first { $0["style:name"] == name } }
    let starts = template.text.elements.lazy.compactMap { element -> String? in
      let family = element.name == "table:table" ? "table" : "paragraph"
      let name = element["text:style-name"] ?? element["table:style-name"]
      return book.chain(name, family: family).first?["style:master-page-name"]
    }
    var current = page(starts.first { !$0.isEmpty }) ?? page("Standard") ?? pages.first
    var seen: Set<String> = []
    while let next = page(current?["style:next-style-name"]),
      seen.insert(next["style:name"] ?? "").inserted
    {
      current = next
    }
    running = current?["style:name"] ?? "Standard"
    guard page(Self.landscape) == nil, let upright = current,
      var layout = upright["style:page-layout-name"].flatMap({ layouts[$0] })
    else {
      self.masters = masters
      addedLayouts = []
      self.layouts = layouts
      return
    }
    layout["style:name"] = "LandscapeLayout"
    layout.children = layout.children.map(Self.turned)
    var lying = upright
    lying["style:name"] = Self.landscape
    lying["style:display-name"] = nil
    lying["style:next-style-name"] = nil
    lying["style:page-layout-name"] = "LandscapeLayout"
    var all = masters
    all.children.append(.element(lying))
    self.masters = all
    addedLayouts = [layout]
    layouts["LandscapeLayout"] = layout
    self.layouts = layouts
  }

  private static func turned(_ node: Element.Node) -> Element.Node {
    guard case .element(var properties) = node, properties.name == "style:page-layout-properties"
    else { return node }
    let width = properties["fo:page-width"]
    properties["fo:page-width"] = properties["fo:page-height"]
    properties["fo:page-height"] = width
    properties["style:print-orientation"] = "landscape"
    return .element(properties)
  }

  /// Between the margins of a page, in centimetres; that of A4 where the layout does not say.
  func textWidth(of page: String) -> Double {
    let name = masters.elements.first { $0["style:name"] == page }?["style:page-layout-name"]
    let properties = name.flatMap { layouts[$0] }?.first("style:page-layout-properties")
    func length(_ attributes: [String], _ fallback: Double) -> Double {
      attributes.lazy.compactMap { properties?[$0].flatMap(Length.centimetres) }.first ?? fallback
    }
    let width = length(["fo:page-width"], page == Self.landscape ? 29.7 : 21)
    let left = length(["fo:margin-left", "fo:margin"], 3)
    return max(4, width - left - length(["fo:margin-right", "fo:margin"], 1))
  }
}

import OpenDocument

/// The styles that the blocks of a document need beside those of its template.
struct AddedStyles {
  /// Formatting that has no name in the office program.
  private(set) var automatic: [Element] = []
  /// Styles that have one.
  private(set) var common: [Element] = []
  private var names: Set<String> = []
  private let book: StyleBook

  init(_ book: StyleBook) { self.book = book }

  /// The name of a block's style, added if the template does not have it.
  mutating func name(of style: BlockStyle) -> String {
    let name = style.rawValue
    if book.style(name, family: "paragraph") == nil, names.insert(name).inserted {
      let parent = book.style("Standard", family: "paragraph") == nil ? nil : "Standard"
      common.append(style.style(parent: parent))
    }
    return name
  }

  /// Adds a style under `name`, unless it is there.
  @discardableResult
  mutating func add(
    _ name: String, family: String, parent: String? = nil, master: String? = nil,
    properties: [Element]
  ) -> String {
    if names.insert(name).inserted {
      automatic.append(
        Element(
          "style:style",
          [
            "style:name": name, "style:family": family, "style:parent-style-name": parent,
            "style:master-page-name": master,
          ], elements: properties))
    }
    return name
  }

  mutating func add(listStyle: Element) {
    guard let name = listStyle["style:name"], names.insert(name).inserted else { return }
    automatic.append(listStyle)
  }

  /// A paragraph style like `base` that begins a page of style `master`.
  mutating func pageBreak(before base: String?, family: String, to master: String) -> String {
    let name = "Svodka_\(master)_\(base ?? family)"
    guard names.insert(name).inserted else { return name }
    var style: Element
    if let base, let own = book.style(base, family: family), !book.isCommon(base) {
      style = own
      style["style:name"] = name
    } else {
      style = Element(
        "style:style",
        ["style:name": name, "style:family": family, "style:parent-style-name": base])
    }
    style["style:master-page-name"] = master
    let group = family == "table" ? "style:table-properties" : "style:paragraph-properties"
    let index = style.children.firstIndex { node in
      if case .element(let element) = node { return element.name == group }
      return false
    }
    var properties = style.first(group) ?? Element(group)
    // Pages are counted on.
    properties["style:page-number"] = "auto"
    properties["fo:break-before"] = nil
    if let index {
      style.children[index] = .element(properties)
    } else {
      style.children.insert(.element(properties), at: 0)
    }
    automatic.append(style)
    return name
  }
}

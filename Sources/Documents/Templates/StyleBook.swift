import OpenDocument

/// The styles of a template, and what follows from them.
struct StyleBook: Sendable {
  private struct Key: Hashable {
    var family: String
    var name: String
  }

  private var styles: [Key: Element] = [:]
  private var defaults: [String: Element] = [:]
  private var commonNames: Set<String> = []
  private var lists: [String: Element] = [:]
  private var faces: [String: String] = [:]

  /// Parents are followed this far; a deeper chain is a circle.
  private static let depthLimit = 40

  init(_ template: FlatTemplate) {
    for style in template.common.elements + template.automatic.elements {
      switch style.name {
      case "style:style":
        guard let name = style["style:name"], let family = style["style:family"] else { continue }
        styles[Key(family: family, name: name)] = style
      case "style:default-style":
        if let family = style["style:family"] { defaults[family] = style }
      case "text:list-style":
        if let name = style["style:name"] { lists[name] = style }
      default: break
      }
    }
    commonNames = Set(template.common.elements.compactMap { $0["style:name"] })
    for face in template.fonts.elements {
      if let name = face["style:name"], let family = face["svg:font-family"] {
        faces[name] = family.filter { $0 != "'" && $0 != "\"" }
      }
    }
  }

  func style(_ name: String, family: String) -> Element? {
    styles[Key(family: family, name: name)]
  }

  func listStyle(_ name: String) -> Element? { lists[name] }

  /// The style, its parent, and so on.
  func chain(_ name: String?, family: String) -> [Element] {
    var chain: [Element] = []
    var next = name
    while let name = next, let style = style(name, family: family),
      chain.count < Self.depthLimit
    {
      chain.append(style)
      next = style["style:parent-style-name"]
    }
    return chain
  }

  /// What a style and its parents set; nil when none does and the family's default does not.
  func property(_ property: String, of name: String?, family: String) -> String? {
    for style in chain(name, family: family) + [defaults[family]].compactMap({ $0 }) {
      for group in style.elements {
        if let value = group[property] { return value }
      }
    }
    return nil
  }

  /// The nearest style with a name that the office program shows: "Heading_20_1".
  func commonName(_ name: String?, family: String) -> String? {
    chain(name, family: family).lazy.compactMap { $0["style:name"] }.first(where: isCommon)
  }

  func isCommon(_ name: String) -> Bool { commonNames.contains(name) }

  /// The family of the body's font, for charts, which inherit none.
  var bodyFont: String {
    let name = property("style:font-name", of: "Standard", family: "paragraph")
    let family = property("fo:font-family", of: "Standard", family: "paragraph")
    return name.flatMap { faces[$0] } ?? family?.filter { $0 != "'" && $0 != "\"" }
      ?? "Liberation Serif"
  }
}

import OpenDocument

/// Divides the automatic styles of a flat file between the parts of a package: those of headers
/// belong to `styles.xml`, those of the text to `content.xml`, some to both.
struct StyleSplit {
  private let automatic: [Element]

  init(_ automatic: [Element]) { self.automatic = automatic }

  /// The styles that `elements` use, directly or through one another, in their order.
  func used(by elements: [Element]) -> [Element] {
    var wanted: Set<String> = []
    for element in elements { wanted.formUnion(Self.names(in: element)) }
    var kept: Set<Int> = []
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for (index, style) in automatic.enumerated() {
        guard let name = style["style:name"], wanted.contains(name),
          kept.insert(index).inserted
        else { continue }
        wanted.formUnion(Self.names(in: style))
        isGrowing = true
      }
    }
    return kept.sorted().map { automatic[$0] }
  }

  /// What attributes name styles: all whose name ends so, some with several names.
  private static func names(in root: Element) -> Set<String> {
    var names: Set<String> = []
    root.visit { element in
      for attribute in element.attributes
      where attribute.name.hasSuffix("style-name") || attribute.name.hasSuffix("page-layout-name")
        || attribute.name.hasSuffix("class-names")
      {
        for name in attribute.value.split(separator: " ") { names.insert(String(name)) }
      }
    }
    return names
  }
}

import OpenDocument

/// What a group of tags repeats or leaves out: neighbours among the children of one node.
struct TagRegion {
  /// The node whose children they are, as a path from the root.
  var container: [Int]
  /// The children that hold the group's marks, in order. The first and last are the region's ends.
  var carriers: [Int]
  /// Whether the carriers are repeated with the rest, as table rows are; else they vanish.
  var keepsCarriers: Bool
  var group: TagGroup

  /// Nil when the marks stand where no whole parts lie between them.
  ///
  /// In one paragraph: what stands between the marks. In one table row: the row. Else the marks
  /// must stand alone in paragraphs, list items or rows of one container; these vanish, so that no
  /// blank line is left.
  init?(of group: TagGroup, in root: TemplateNode, tags: [Tag]) {
    self.group = group
    let common = zip(group.first.path, group.last.path).prefix { $0 == $1 }.count
    container = Array(group.first.path.prefix(common))
    carriers = []
    keepsCarriers = false
    guard let node = root.node(at: container) else { return nil }
    if node.isRow {
      guard group.marks.count == 2, let row = container.last else { return nil }
      container.removeLast()
      carriers = [row, row]
      keepsCarriers = true
      return
    }
    for mark in group.marks {
      guard mark.path.starts(with: container), mark.path.count > common else { return nil }
      carriers.append(mark.path[common])
    }
    if node.isParagraph { return }
    let nodes = carriers.compactMap { node.children.indices.contains($0) ? node.children[$0] : nil }
    if nodes.allSatisfy({ $0.isCarrier && $0.holdsOnlyControls(tags) }) { return }
    guard group.marks.count == 2, nodes.allSatisfy(\.isRow) else { return nil }
    keepsCarriers = true
  }
}

extension TemplateNode {
  func node(at path: [Int]) -> TemplateNode? {
    var node = self
    for index in path {
      guard node.children.indices.contains(index) else { return nil }
      node = node.children[index]
    }
    return node
  }

  var isParagraph: Bool {
    if case .paragraph = kind { return true }
    return false
  }

  var isRow: Bool {
    if case .element(let element) = kind { return element.name == "table:table-row" }
    return false
  }

  /// Whether the whole of it may vanish with the control tag that it holds.
  fileprivate var isCarrier: Bool {
    switch kind {
    case .paragraph: true
    case .element(let element):
      ["table:table-row", "text:list-item", "text:list"].contains(element.name)
    case .opaque, .text, .tag: false
    }
  }

  /// Whether nothing would be lost with it but control tags.
  func holdsOnlyControls(_ tags: [Tag]) -> Bool {
    switch kind {
    case .text(let text): text.allSatisfy(\.isWhitespace)
    case .tag(let tag): tags[tag].isControl
    // Cells without paragraphs, and bookmarks in lines.
    case .opaque(let element):
      element.name.hasPrefix("table:") || element.name.hasPrefix("text:bookmark")
    case .element, .paragraph: children.allSatisfy { $0.holdsOnlyControls(tags) }
    }
  }
}

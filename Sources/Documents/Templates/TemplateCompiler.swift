import Expressions
import OpenDocument

/// Turns the nodes of a template into steps.
struct TemplateCompiler {
  private let tags: [Tag]
  private(set) var faults: [TemplateFault] = []
  /// By the container that they lie in, in the order of their beginnings.
  private var regions: [[Int]: [TagRegion]] = [:]

  init(tags: [Tag]) { self.tags = tags }

  mutating func compile(_ root: TemplateNode) -> [TemplateStep] {
    let (groups, unpaired) = TagGroup.groups(in: root, tags: tags)
    for tag in unpaired { fault(.unpaired, tags[tag]) }
    regions = [:]
    for group in groups {
      if let region = TagRegion(of: group, in: root, tags: tags) {
        regions[region.container, default: []].append(region)
      } else {
        fault(.badScope, tags[group.first.tag])
      }
    }
    return steps(for: root, at: [], isInList: false)
  }

  private mutating func fault(_ code: TemplateFault.Code, _ tag: Tag) {
    faults.append(TemplateFault(code, at: tag.place, quote: tag.quote))
  }

  private mutating func steps(
    for node: TemplateNode, at path: [Int], isInList: Bool
  ) -> [TemplateStep] {
    switch node.kind {
    case .text(let text): return [.text(text, spans: node.spans)]
    case .opaque(let element): return [.opaque(element, spans: node.spans)]
    case .tag(let number):
      let tag = tags[number]
      switch tag.kind {
      case .value(let expression): return [.value(tag, expression, spans: node.spans)]
      case .block:
        fault(.badBlock, tag)
        return []
      case .loop, .condition, .otherwise, .end: return []
      }
    case .element(let element):
      let inList = isInList || element.name == "text:list"
      let inner = children(of: node, at: path, isInList: inList)
      return [.element(element, spans: node.spans, inner)]
    case .paragraph(let element):
      if let (tag, blockPath) = soleBlock(in: node) {
        if isInList || isOutsideOfText(tag) { fault(.badBlock, tag) }
        return [.block(tag, path: blockPath, like: element)]
      }
      let vanishes = !(regions[path] ?? []).isEmpty
      return [
        .paragraph(
          element, children(of: node, at: path, isInList: isInList), vanishes: vanishes)
      ]
    }
  }

  private func isOutsideOfText(_ tag: Tag) -> Bool {
    switch tag.place.part {
    case .body: false
    case .title, .pageStyle, .line: true
    }
  }

  /// The block tag of a paragraph that holds nothing else.
  private func soleBlock(in node: TemplateNode) -> (Tag, [String])? {
    var found: (Tag, [String])?
    for child in node.children {
      switch child.kind {
      case .text(let text) where text.allSatisfy(\.isWhitespace): break
      case .tag(let number):
        guard found == nil, case .block(let path) = tags[number].kind else { return nil }
        found = (tags[number], path)
      case .text, .element, .paragraph, .opaque: return nil
      }
    }
    return found
  }

  private mutating func children(
    of node: TemplateNode, at path: [Int], isInList: Bool
  ) -> [TemplateStep] {
    let own = regions[path] ?? []
    let vanishing = Set(own.filter { !$0.keepsCarriers }.flatMap(\.carriers))
    var walk = Walk(node: node, path: path, vanishing: vanishing, isInList: isInList)
    walk.end = node.children.count - 1
    return steps(of: walk, regions: own)
  }

  /// A stretch of children of one node.
  private struct Walk {
    let node: TemplateNode
    let path: [Int]
    /// Children that only carry control tags.
    let vanishing: Set<Int>
    let isInList: Bool
    var start = 0
    var end = 0
  }

  /// The steps of a stretch; `regions` are those that lie in it, the outer before the inner.
  private mutating func steps(of walk: Walk, regions: [TagRegion]) -> [TemplateStep] {
    var result: [TemplateStep] = []
    var rest = regions[...]
    var index = walk.start
    while index <= walk.end {
      if let region = rest.first, region.carriers[0] == index {
        let inner = rest.dropFirst().prefix { $0.group.first.tag < region.group.last.tag }
        rest = rest.dropFirst(1 + inner.count)
        result.append(step(for: region, in: walk, inner: Array(inner)))
        // A vanishing end may carry the beginning of the next region.
        index = (region.carriers.last ?? index) + (region.keepsCarriers ? 1 : 0)
        if region.keepsCarriers || rest.first?.carriers[0] == index { continue }
        index += 1
        continue
      }
      if !walk.vanishing.contains(index) {
        result += steps(
          for: walk.node.children[index], at: walk.path + [index], isInList: walk.isInList)
      }
      index += 1
    }
    return result
  }

  private mutating func step(
    for region: TagRegion, in walk: Walk, inner: [TagRegion]
  ) -> TemplateStep {
    var branches: [TemplateStep.Branch] = []
    let marks = region.group.marks
    for number in 0..<marks.count - 1 {
      var stretch = walk
      (stretch.start, stretch.end) = (region.carriers[number], region.carriers[number + 1])
      let own = inner.filter {
        $0.group.first.tag > marks[number].tag && $0.group.first.tag < marks[number + 1].tag
      }
      let tag = tags[marks[number].tag]
      let steps = steps(of: stretch, regions: own)
      switch tag.kind {
      case .loop(let variable, let list):
        return .loop(tag, variable: variable, list: list, steps)
      case .condition(let condition):
        branches.append(TemplateStep.Branch(tag: tag, condition: condition, steps: steps))
      case .otherwise(let condition):
        branches.append(TemplateStep.Branch(tag: tag, condition: condition, steps: steps))
      case .value, .block, .end: break
      }
    }
    return .choice(branches)
  }
}

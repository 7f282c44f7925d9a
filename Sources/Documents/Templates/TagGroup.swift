/// A `for` or `if` with its `else`s and its `end`.
struct TagGroup {
  /// A control tag: which it is, and the way to its node from the root, child by child.
  struct Mark: Hashable {
    var tag: Int
    var path: [Int]
  }

  /// The first is `for` or `if`, the last is `end`, all others are `else`; in document order.
  var marks: [Mark]

  var first: Mark { marks[0] }
  var last: Mark { marks[marks.count - 1] }

  /// The groups of a tree by the order of their beginnings, and the tags that belong to none.
  static func groups(in root: TemplateNode, tags: [Tag]) -> (groups: [TagGroup], unpaired: [Int]) {
    var open: [[Mark]] = []
    var groups: [TagGroup] = []
    var unpaired: [Int] = []
    for mark in marks(in: root, tags: tags, path: []) {
      switch tags[mark.tag].kind {
      case .loop, .condition: open.append([mark])
      case .otherwise:
        guard let group = open.last, accepts(another: group, tags: tags) else {
          unpaired.append(mark.tag)
          continue
        }
        open[open.count - 1].append(mark)
      case .end:
        guard let group = open.popLast() else {
          unpaired.append(mark.tag)
          continue
        }
        groups.append(TagGroup(marks: group + [mark]))
      case .value, .block: break
      }
    }
    unpaired += open.map { $0[0].tag }
    return (groups.sorted { $0.first.tag < $1.first.tag }, unpaired.sorted())
  }

  /// Whether an `else` may follow: in a condition whose last branch has one of its own.
  private static func accepts(another group: [Mark], tags: [Tag]) -> Bool {
    guard case .condition = tags[group[0].tag].kind else { return false }
    return !group.contains { mark in
      if case .otherwise(nil) = tags[mark.tag].kind { return true }
      return false
    }
  }

  private static func marks(in node: TemplateNode, tags: [Tag], path: [Int]) -> [Mark] {
    if case .tag(let tag) = node.kind {
      return tags[tag].isControl ? [Mark(tag: tag, path: path)] : []
    }
    return node.children.indices.flatMap {
      marks(in: node.children[$0], tags: tags, path: path + [$0])
    }
  }
}

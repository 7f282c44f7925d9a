import OpenDocument

/// The runs of a paragraph as nodes of ODF: spans nested, spaces, tabs and line ends as elements.
struct TextRuns {
  /// A space here would not be kept as a character (part 3, 6.1.2).
  private var isAfterSpace = true

  /// `inner` writes what is no text.
  mutating func nodes(
    of runs: [FilledRun], inner: (FilledNode) -> [Element]
  ) -> [Element.Node] {
    nodes(of: runs[...], depth: 0, inner: inner)
  }

  private mutating func nodes(
    of runs: ArraySlice<FilledRun>, depth: Int, inner: (FilledNode) -> [Element]
  ) -> [Element.Node] {
    var result: [Element.Node] = []
    var rest = runs
    while let first = rest.first {
      if first.spans.count > depth {
        let span = first.spans[depth]
        let count = rest.prefix { $0.spans.count > depth && $0.spans[depth] == span }.count
        var element = span.element
        element.children = nodes(of: rest.prefix(count), depth: depth + 1, inner: inner)
        result.append(.element(element))
        rest = rest.dropFirst(count)
        continue
      }
      switch first.content {
      case .text(let text): result += encoded(text)
      // A field leaves `isAfterSpace` alone: by the standard a space after it counts, but
      // LibreOffice drops one if the text before the field ended with one.
      case .node(let node): result += inner(node).map(Element.Node.element)
      }
      rest = rest.dropFirst()
    }
    return result
  }

  mutating func encoded(_ text: String) -> [Element.Node] {
    var nodes: [Element.Node] = []
    var plain = ""
    var spaces = 0
    func element(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
      if !plain.isEmpty { nodes.append(.text(plain)) }
      plain = ""
      nodes.append(.element(Element(name, attributes)))
    }
    func flushSpaces() {
      guard spaces > 0 else { return }
      element("text:s", ["text:c": spaces > 1 ? String(spaces) : nil])
      spaces = 0
    }
    for character in text {
      switch character {
      case " " where isAfterSpace: spaces += 1
      case " ":
        plain.append(" ")
        isAfterSpace = true
      case "\t", "\n", "\r\n", "\r":
        flushSpaces()
        element(character == "\t" ? "text:tab" : "text:line-break")
        isAfterSpace = false
      default:
        flushSpaces()
        plain.append(character)
        isAfterSpace = false
      }
    }
    flushSpaces()
    if !plain.isEmpty { nodes.append(.text(plain)) }
    return nodes
  }

  /// A text alone.
  static func nodes(of text: String) -> [Element.Node] {
    var runs = TextRuns()
    return runs.encoded(text)
  }
}

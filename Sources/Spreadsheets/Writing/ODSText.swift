import OpenDocument

/// Texts as paragraphs of OpenDocument.
enum ODSText {
  /// A paragraph a line. The text was cleaned.
  /// - Parameter link: where a click leads: `#Кадры.C14`.
  static func paragraphs(_ text: String, link: String? = nil) -> [Element] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let nodes = nodes(line)
      guard let link, !nodes.isEmpty else { return Element("text:p", [:], nodes) }
      let anchor = Element("text:a", ["xlink:href": link, "xlink:type": "simple"], nodes)
      return Element("text:p", elements: [anchor])
    }
  }

  /// Programs take runs of white space for one space (part 3, 6.1.2): only a lone one between
  /// words is written as it is.
  private static func nodes(_ line: Substring) -> [Element.Node] {
    var nodes: [Element.Node] = []
    var words = ""
    var rest = line.unicodeScalars[...]
    while let scalar = rest.first {
      let spaces = rest.prefix { $0 == " " }.count
      let isLone = spaces == 1 && !words.isEmpty && rest.count > 1
      if spaces > 0, !isLone {
        if !words.isEmpty { nodes.append(.text(words)) }
        words = ""
        nodes.append(.element(space(spaces)))
      } else {
        words.unicodeScalars.append(scalar)
      }
      rest = rest.dropFirst(max(1, spaces))
    }
    return words.isEmpty ? nodes : nodes + [.text(words)]
  }

  private static func space(_ count: Int) -> Element {
    Element("text:s", ["text:c": count > 1 ? String(count) : nil])
  }
}

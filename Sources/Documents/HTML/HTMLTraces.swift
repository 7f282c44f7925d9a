import OpenDocument

/// The values that a page shows, by their addresses: the first cell that shows one is where links
/// to it lead.
struct HTMLTraces {
  /// Shown somewhere on the page.
  private let shown: Set<String>
  private var anchored: Set<String> = []

  init(_ nodes: [FilledNode]) {
    var shown: Set<String> = []
    Self.gather(nodes, into: &shown)
    self.shown = shown
  }

  private static func gather(_ nodes: [FilledNode], into shown: inout Set<String>) {
    for node in nodes {
      switch node {
      case .element(_, let inner): gather(inner, into: &shown)
      case .block(.table(let table), _):
        shown.formUnion(table.rows.flatMap(\.cells).compactMap(\.trace))
      case .block(.chart, _), .block(.paragraphs, _), .paragraph, .opaque: break
      }
    }
  }

  /// What a cell says about its value: it is the anchor, or it links to it.
  mutating func mark(_ cell: inout Element, trace: String?, remark: String?) {
    guard let trace else {
      cell["title"] = remark
      return
    }
    cell["data-trace"] = trace
    cell["title"] = Self.title(trace, remark)
    if shown.contains(trace), anchored.insert(trace).inserted {
      cell["id"] = Self.identifier(trace)
    } else if shown.contains(trace) {
      let link = Element("a", ["href": "#" + Self.identifier(trace)], cell.children)
      cell.children = [.element(link)]
    }
  }

  /// A link to the first of the values that is shown on the page; nil when none is.
  func link(to evidence: [String]) -> Element? {
    guard let trace = evidence.first(where: shown.contains) else { return nil }
    return Element(
      "a",
      [
        "class": "source", "href": "#" + Self.identifier(trace), "title": Self.title(trace, nil),
        "aria-label": "К значению в таблице",
      ], text: "→")
  }

  private static func title(_ trace: String, _ remark: String?) -> String {
    [remark, "Откуда число: svodka trace \(trace)"].compactMap { $0 }.joined(separator: ". ")
  }

  /// An identifier holds no white space (HTML, 3.2.6).
  private static func identifier(_ trace: String) -> String {
    String(trace.map { $0.isWhitespace ? "_" : $0 })
  }
}

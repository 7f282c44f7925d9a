/// Finds `{{ … }}` in the joined text of a paragraph's nodes.
struct TagScan {
  enum Piece {
    case node(TemplateNode)
    /// What was typed between the braces, and the spans of the first brace.
    case tag(String, spans: [Span])
  }

  private enum Unit {
    case character(Character, spans: [Span])
    /// A bookmark, field or picture: no part of a tag, even where it stands within one.
    case node(TemplateNode)
  }

  private(set) var pieces: [Piece] = []
  /// Beginnings of tags without end, and ends without beginning.
  private(set) var unpaired: [String] = []
  private let units: [Unit]
  private var index = 0
  /// Text that has been passed and not yet made a piece of.
  private var text = ""
  private var textSpans: [Span] = []

  init(_ nodes: [TemplateNode]) {
    units = nodes.flatMap { node -> [Unit] in
      switch node.kind {
      case .text(let text): text.map { .character($0, spans: node.spans) }
      case .element, .paragraph, .opaque, .tag: [.node(node)]
      }
    }
  }

  mutating func run() {
    while index < units.count {
      switch units[index] {
      case .node(let node):
        flush()
        pieces.append(.node(node))
        index += 1
      case .character(let character, let spans):
        if character == "{", let tag = tag(from: index) {
          flush()
          pieces.append(.tag(tag.typed, spans: spans))
          pieces += tag.passed.map(Piece.node)
          index = tag.end
        } else {
          if character == "}", second(after: index, is: "}") != nil {
            unpaired.append("}}")
          }
          if spans != textSpans { flush() }
          textSpans = spans
          text.append(character)
          index += 1
        }
      }
    }
    flush()
  }

  private mutating func flush() {
    if !text.isEmpty { pieces.append(.node(TemplateNode(kind: .text(text), spans: textSpans))) }
    text = ""
  }

  /// The unit after the next character, if that is `wanted`.
  private func second(after start: Int, is wanted: Character) -> Int? {
    var next = start + 1
    while next < units.count {
      switch units[next] {
      case .node: next += 1
      case .character(let character, _): return character == wanted ? next + 1 : nil
      }
    }
    return nil
  }

  /// The tag whose first brace is at `start`: what was typed, inline nodes within, and where it
  /// ends. Nil, and noted, when it has no end before the next tag.
  private mutating func tag(
    from start: Int
  ) -> (typed: String, passed: [TemplateNode], end: Int)? {
    guard var next = second(after: start, is: "{") else { return nil }
    var typed = ""
    var passed: [TemplateNode] = []
    while next < units.count {
      switch units[next] {
      case .node(let node):
        passed.append(node)
        next += 1
      case .character("}", _):
        if let end = second(after: next, is: "}") { return (typed, passed, end) }
        typed.append("}")
        next += 1
      case .character(let character, _):
        if character == "{", second(after: next, is: "{") != nil {
          next = units.count
        } else {
          typed.append(character)
          next += 1
        }
      }
    }
    unpaired.append("{{" + typed)
    return nil
  }
}

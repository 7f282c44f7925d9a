import Markup

/// A plain fill of a cell (ECMA-376, 18.8.20): what of it can be told, kept and written anew.
struct XLSXFill: Hashable, Sendable {
  /// "solid", "none", "lightUp", …
  var pattern: String
  /// The attributes of the colours, sorted, as "rgb=FFFFC2B8"; empty for a colour that is not told.
  var foreground: [String] = []
  var background: [String] = []

  static let none = XLSXFill(pattern: "none")

  init(pattern: String, foreground: [String] = [], background: [String] = []) {
    self.pattern = pattern
    self.foreground = foreground
    self.background = background
  }

  init(_ level: WorkbookAnnotation.Level) {
    self.init(
      pattern: "solid", foreground: ["rgb=FF\(level.fillColour)"], background: ["indexed=64"])
  }

  /// A gradient is told as no fill: it cannot be kept.
  init(_ element: PartElement, in tree: PartTree) {
    guard let pattern = tree.child("patternFill", of: element) else {
      self = element.children.isEmpty ? .none : XLSXFill(pattern: "gradient")
      return
    }
    self.init(
      pattern: tree.attribute("patternType", of: pattern) ?? "none",
      foreground: Self.colour("fgColor", of: pattern, in: tree),
      background: Self.colour("bgColor", of: pattern, in: tree))
  }

  private static func colour(
    _ name: String, of pattern: PartElement, in tree: PartTree
  ) -> [String] {
    guard let colour = tree.child(name, of: pattern) else { return [] }
    return ["auto", "indexed", "rgb", "theme", "tint"].compactMap { attribute in
      tree.attribute(attribute, of: colour).map { "\(attribute)=\($0)" }
    }
  }

  /// The level whose fill it is; nil for one that somebody else has chosen.
  var level: WorkbookAnnotation.Level? {
    guard pattern == "solid", let colour = foreground.first?.uppercased() else { return nil }
    return WorkbookAnnotation.Level.allCases.first { colour == "RGB=FF\($0.fillColour)" }
  }

  func markup(prefix: String) -> [UInt8] {
    var writer = MarkupWriter(declaration: false)
    writer.start(prefix + "fill")
    writer.start(prefix + "patternFill", [("patternType", pattern)])
    for (name, colour) in [("fgColor", foreground), ("bgColor", background)]
    where !colour.isEmpty {
      let attributes = colour.map { each in
        let parts = each.split(separator: "=", maxSplits: 1)
        return (String(parts.first ?? ""), String(parts.last ?? ""))
      }
      writer.element(prefix + name, attributes)
    }
    writer.end()
    writer.end()
    return writer.bytes
  }
}

extension XLSXFill {
  /// For the list of an annotated copy, from which the fill is given back when a remark has gone:
  /// "solid fg:theme=4 fg:tint=0.6 bg:indexed=64".
  var told: String {
    ([pattern] + foreground.map { "fg:" + $0 } + background.map { "bg:" + $0 })
      .joined(separator: " ")
  }

  /// - Parameter told: may come from anywhere, a copy of an ODS too ("#00FF00"): nil for what is
  ///   no fill.
  init?(told: String) {
    if told.utf8.count == 7, told.hasPrefix("#"), Self.isColour("rgb=FF" + told.dropFirst()) {
      self.init(
        pattern: "solid", foreground: ["rgb=FF" + told.dropFirst()],
        background: ["indexed=64"])
      return
    }
    let words = told.split(separator: " ").map(String.init)
    let isFill = told.utf8.count < 200 && !words.isEmpty
    guard isFill, let pattern = words.first, Self.patterns.contains(pattern) else { return nil }
    self.init(pattern: pattern)
    for word in words.dropFirst() {
      guard Self.isColour(word.dropFirst(3)) else { return nil }
      switch word.prefix(3) {
      case "fg:": foreground.append(String(word.dropFirst(3)))
      case "bg:": background.append(String(word.dropFirst(3)))
      default: return nil
      }
    }
  }

  private static func isColour(_ word: Substring) -> Bool {
    let parts = word.split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 2, let value = parts.last, !value.isEmpty else { return false }
    switch parts.first {
    case "rgb": return value.count == 8 && value.allSatisfy(\.isHexDigit)
    case "indexed", "theme": return UInt16(value) != nil
    case "tint": return Double(value) != nil
    case "auto": return value == "1" || value == "0"
    default: return false
    }
  }

  /// ST_PatternType, 18.18.55.
  private static let patterns: Set<String> = [
    "none", "solid", "mediumGray", "darkGray", "lightGray", "darkHorizontal", "darkVertical",
    "darkDown", "darkUp", "darkGrid", "darkTrellis", "lightHorizontal", "lightVertical",
    "lightDown", "lightUp", "lightGrid", "lightTrellis", "gray125", "gray0625",
  ]
}

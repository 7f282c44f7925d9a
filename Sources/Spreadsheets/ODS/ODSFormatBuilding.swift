/// What turns a number style into a format, element by element. Names carry the usual prefixes,
/// whatever the file calls them: "number:date-style", "style:condition".
protocol ODSFormatBuilder {
  /// Nil for an element that is no number style.
  init?(element: String, attributes: [String: String])
  /// An element inside the style begins.
  mutating func start(_ element: String, _ attributes: [String: String])
  mutating func text(_ text: String)
  mutating func end(_ element: String)
}

extension ODSStoredFormat {
  /// Feeds a builder all that was kept of the style; nil where the builder takes none of its kind.
  func built<Builder: ODSFormatBuilder>(as type: Builder.Type = Builder.self) -> Builder? {
    var builder = Builder(
      element: "number:" + kind.element, attributes: Self.prefixed(attributes))
    for part in parts { part.feed(&builder) }
    for section in sections {
      builder?.start(
        "style:map",
        ["style:condition": section.condition, "style:apply-style-name": section.style])
      builder?.end("style:map")
    }
    return builder
  }

  fileprivate static func prefixed(_ attributes: [String: String]) -> [String: String] {
    var prefixed: [String: String] = [:]
    for (name, value) in attributes {
      let isExtended = name == ODSStyleName.fractionDelimiter
      prefixed[(isExtended ? "loext:" : "number:") + name] = value
    }
    return prefixed
  }
}

extension ODSStoredFormat.Part {
  fileprivate func feed(_ builder: inout (some ODSFormatBuilder)?) {
    let element = "number:" + name
    builder?.start(element, ODSStoredFormat.prefixed(attributes))
    for part in inner { part.feed(&builder) }
    if !text.isEmpty { builder?.text(text) }
    builder?.end(element)
  }
}

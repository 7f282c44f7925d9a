import OpenDocument

/// The styles that are added to `content.xml` (OpenDocument 1.3, part 3, 16.2): for each style of
/// cells that are marked a copy of it with a fill.
struct ODSFillStyles {
  /// What a copy of a style differs in.
  enum Fill: Hashable {
    case level(WorkbookAnnotation.Level)
    /// What stood there before an earlier copy was marked: "#FFFF00"; nil for no fill of its own.
    case former(String?)

    fileprivate var colour: String? {
      switch self {
      case .level(let level): "#" + level.fillColour
      case .former(let colour): colour
      }
    }
  }

  private struct Key: Hashable {
    var fill: Fill
    var style: String?
  }

  private let styles: [String: ODSContentMap.Style]
  private let prefixes: ODSPrefixes
  private let most: Int
  private var taken: Set<String>
  private var made: [Key: String] = [:]
  private var number = 0
  /// All that was added, in order.
  private(set) var bytes: [UInt8] = []

  /// - Parameter most: bytes that a part may have.
  init(_ map: ODSContentMap, most: Int) {
    styles = map.styles
    prefixes = map.prefixes
    taken = map.styleNames
    self.most = most
  }

  /// A style that is like another but for its fill.
  /// - Parameter style: as it is written; nil for a cell that has none at all.
  /// - Returns: the name, which needs no escapes.
  mutating func name(
    _ fill: Fill, over style: String?
  ) throws(AnnotationRefusal) -> String {
    let key = Key(fill: fill, style: style)
    if let name = made[key] { return name }
    let name = freshName()
    made[key] = name
    if let style, let own = styles[style] {
      bytes.append(contentsOf: try copy(of: own, named: name, fill))
    } else {
      add(Self.child(of: style.map { ODSWrittenText.of(Array($0.utf8)[...]) }, named: name, fill))
    }
    guard bytes.count <= most else { throw ODSSplices.tooLong(most) }
    return name
  }

  /// Adds a style; its name is set.
  /// - Returns: the name.
  @discardableResult
  mutating func add(_ style: Element) -> String {
    var style = style
    let name = style["style:name"] ?? freshName()
    style["style:name"] = name
    bytes.append(contentsOf: prefixes.bytes(of: style))
    return name
  }

  private mutating func freshName() -> String {
    repeat { number += 1 } while taken.contains("svodka\(number)")
    return "svodka\(number)"
  }

  /// A style that takes all but the fill from a common one.
  private static func child(of parent: String?, named name: String, _ fill: Fill) -> Element {
    Element(
      "style:style",
      ["style:name": name, "style:family": "table-cell", "style:parent-style-name": parent],
      elements: [
        Element("style:table-cell-properties", ["fo:background-color": fill.colour])
      ])
  }
}

extension ODSFillStyles {
  /// The fill that an automatic style itself has, as it is written; nil for none.
  func fill(of style: String?) throws(AnnotationRefusal) -> String? {
    guard let style, let own = styles[style] else { return nil }
    var scanner = own.scanner
    guard let tag = try scanner.next(), tag.shape == .opening,
      let properties = try Self.properties(&scanner)
    else { return nil }
    return properties.attributes.first(.fo, "background-color").map { scanner.raw($0.value) }
  }

  private func copy(
    of style: ODSContentMap.Style, named name: String, _ fill: Fill
  ) throws(AnnotationRefusal) -> [UInt8] {
    var scanner = style.scanner
    var splices = ODSSplices()
    if let tag = try scanner.next() {
      splices.set(.style, "name", to: name, in: tag, scanner.attributes(of: tag), prefixes)
      if tag.shape == .opening, let properties = try Self.properties(&scanner) {
        splices.set(
          .fo, "background-color", to: fill.colour, in: properties.tag, properties.attributes,
          prefixes)
      } else if let colour = fill.colour {
        // The properties of the cell stand before those of its text.
        let properties = Element(
          "style:table-cell-properties", ["fo:background-color": colour])
        splices.insert(
          prefixes.bytes(of: properties), tag.shape == .alone ? .into(tag) : .at(tag.end),
          of: scanner.bytes)
      }
    }
    return try splices.applied(to: scanner.bytes, within: style.range, most: most)
  }

  /// The properties of the cell, where the style has such.
  private static func properties(
    _ scanner: inout ODSTagScanner
  ) throws(AnnotationRefusal) -> (tag: ODSTag, attributes: [ODSAttribute])? {
    while let tag = try scanner.next(), tag.shape != .closing {
      if tag.name == .cellProperties { return (tag, scanner.attributes(of: tag)) }
      _ = try scanner.skip(tag)
    }
    return nil
  }
}

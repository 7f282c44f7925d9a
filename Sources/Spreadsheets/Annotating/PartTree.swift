/// An element of a part, told by the places of its bytes, with what stands in it.
struct PartElement: Sendable {
  /// The start tag, which may be the whole element.
  var tag: ScannedTag
  /// With the end tag.
  var range: Range<Int>
  /// The place of the end tag; for an empty element that of "/>".
  var end: Int
  var children: [PartElement] = []

  var isEmpty: Bool { tag.kind == .empty }
}

/// A small part taken apart into its elements, and the changes of its bytes.
///
/// Elements are known by the prefix of the root: no program writes one vocabulary with two.
struct PartTree: Sendable {
  /// The name of the part, for errors.
  let part: String
  let bytes: [UInt8]
  private(set) var root: PartElement
  /// "x:" or "".
  let prefix: String
  var splices = ByteSplices()

  /// Elements of a part that is taken apart: a style sheet of an office program has some 10,000.
  static let mostElements = 500_000

  /// - Parameter levels: of elements below the root that are kept.
  /// - Throws: `.unsplicable`, `.limit`.
  init(_ bytes: [UInt8], part: String, levels: Int) throws(AnnotationRefusal) {
    try PartEncoding.check(bytes, part: part)
    self.part = part
    self.bytes = bytes
    root = try Self.read(bytes, part, levels)
    let name = String(decoding: bytes[root.tag.name], as: UTF8.self)
    prefix = name.firstIndex(of: ":").map { String(name[...$0]) } ?? ""
  }

  private static func read(
    _ bytes: [UInt8], _ part: String, _ levels: Int
  ) throws(AnnotationRefusal) -> PartElement {
    var scanner = TagScanner(bytes, part: part)
    var open: [PartElement] = []
    var ignored = 0
    var count = 0
    while let tag = try scanner.next() {
      if tag.kind == .end {
        if ignored > 0 {
          ignored -= 1
          continue
        }
        guard var element = open.popLast(), bytes[element.tag.name].elementsEqual(bytes[tag.name])
        else {
          throw AnnotationRefusal(
            .unsplicable, part: part, detail: "an end tag without its start at \(tag.range)")
        }
        element.end = tag.range.lowerBound
        element.range = element.tag.range.lowerBound..<tag.range.upperBound
        guard !open.isEmpty else { return element }
        open[open.count - 1].children.append(element)
      } else if open.count > levels {
        if tag.kind == .start { ignored += 1 }
      } else {
        count += 1
        guard count <= mostElements else {
          throw AnnotationRefusal(.limit, part: part, detail: "more than \(mostElements) elements")
        }
        let element = PartElement(tag: tag, range: tag.range, end: tag.range.upperBound - 2)
        if tag.kind == .start {
          open.append(element)
        } else if open.isEmpty {
          return element
        } else {
          open[open.count - 1].children.append(element)
        }
      }
    }
    throw AnnotationRefusal(.unsplicable, part: part, detail: "the part breaks off")
  }

  /// The name without the prefix of the root; with another prefix the whole.
  func name(of element: PartElement) -> String {
    let name = String(decoding: bytes[element.tag.name], as: UTF8.self)
    return name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name
  }

  func isNamed(_ element: PartElement, _ name: String) -> Bool {
    bytes[element.tag.name].elementsEqual((prefix + name).utf8)
  }

  func children(_ name: String, of element: PartElement) -> [PartElement] {
    element.children.filter { isNamed($0, name) }
  }

  func child(_ name: String, of element: PartElement) -> PartElement? {
    element.children.first { isNamed($0, name) }
  }

  /// The value of an attribute by its qualified name; nil for none.
  func attribute(_ name: String, of element: PartElement) -> String? {
    element.tag.value(of: name, in: bytes)
  }

  /// What stands between the tags of an element, as it is written.
  func inner(_ element: PartElement) -> ArraySlice<UInt8> {
    element.isEmpty ? [] : bytes[element.tag.range.upperBound..<element.end]
  }

  /// Adds bytes behind all that stands in an element. Only once for each element.
  mutating func append(_ added: [UInt8], to element: PartElement) {
    guard !added.isEmpty else { return }
    if element.isEmpty {
      let close = [UInt8](">".utf8) + added + "</".utf8 + bytes[element.tag.name] + ">".utf8
      splices.replace(element.end..<element.range.upperBound, close)
    } else {
      splices.insert(added, at: element.end)
    }
  }

  /// Gives an element an attribute, or gives the attribute another value.
  mutating func set(_ name: String, _ value: String, of element: PartElement) {
    splices.set(name, value, of: element.tag, in: bytes)
  }

  func finish() -> [UInt8] { splices.applied(to: bytes) }
}

extension ScannedTag {
  func value(of name: String, in bytes: [UInt8]) -> String? {
    attributes(in: bytes).first { bytes[$0.name].elementsEqual(name.utf8) }
      .map { MarkupText.said(bytes[$0.value]) }
  }

  /// The prefix, with ":", that is bound to a namespace here; nil for none. The default namespace
  /// does not count: attributes have no use of it.
  func prefix(of namespace: String, in bytes: [UInt8]) -> String? {
    for attribute in attributes(in: bytes) {
      let name = String(decoding: bytes[attribute.name], as: UTF8.self)
      guard name.hasPrefix("xmlns:"), MarkupText.said(bytes[attribute.value]) == namespace else {
        continue
      }
      return name.dropFirst("xmlns:".count) + ":"
    }
    return nil
  }
}

extension ByteSplices {
  mutating func set(_ name: String, _ value: String, of tag: ScannedTag, in bytes: [UInt8]) {
    let found = tag.attributes(in: bytes).first { bytes[$0.name].elementsEqual(name.utf8) }
    if let found {
      replace(found.value, MarkupText.attribute(value))
    } else {
      insert(
        Array(" \(name)=\"".utf8) + MarkupText.attribute(value) + "\"".utf8,
        at: tag.name.upperBound)
    }
  }
}

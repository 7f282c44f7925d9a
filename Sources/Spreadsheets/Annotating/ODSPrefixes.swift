import Markup
import OpenDocument

/// The prefixes that a part has for the namespaces that are written into it.
struct ODSPrefixes {
  private var prefixes: [ODSSpace: String] = [:]
  /// Attributes that its outermost element still lacks, in the order of `ODSSpace`.
  private(set) var missing: [(name: String, value: String)] = []

  /// - Parameter scopes: those within the outermost element.
  init(_ scopes: ODSScopes, of bytes: [UInt8]) {
    for space in ODSSpace.allCases {
      if let prefix = scopes.prefix(of: space) {
        prefixes[space] = prefix
      } else if let uri = Namespaces.name(of: space.rawValue) {
        let prefix = Self.free(space.rawValue, in: bytes)
        prefixes[space] = prefix
        missing.append(("xmlns:" + prefix, uri))
      }
    }
  }

  /// A prefix that no element of the part declares.
  private static func free(_ wanted: String, in bytes: [UInt8]) -> String {
    var number = 0
    while true {
      let prefix = number == 0 ? wanted : "\(wanted)\(number)"
      if bytes.firstRange(of: Array("xmlns:\(prefix)".utf8)) == nil { return prefix }
      number += 1
    }
  }

  /// `table:style-name` as this part writes it.
  func name(_ customary: String) -> String {
    guard let colon = customary.firstIndex(of: ":"),
      let space = ODSSpace(rawValue: String(customary[..<colon])), let prefix = prefixes[space]
    else { return customary }
    return prefix + customary[colon...]
  }

  /// An element with customary prefixes, as it is written into this part.
  func bytes(of element: Element) -> [UInt8] {
    var writer = MarkupWriter(declaration: false)
    write(element, to: &writer)
    return writer.bytes
  }

  private func write(_ element: Element, to writer: inout MarkupWriter) {
    writer.start(
      name(element.name), element.attributes.map { (name($0.name), $0.value) })
    for child in element.children {
      switch child {
      case .element(let element): write(element, to: &writer)
      case .text(let text): writer.text(text)
      }
    }
    writer.end()
  }
}

extension ODSSplices {
  /// Gives a tag an attribute with a value as it is written in XML; nil takes it away.
  mutating func set(
    _ space: ODSSpace, _ name: String, to value: String?, in tag: ODSTag,
    _ attributes: [ODSAttribute], _ prefixes: ODSPrefixes
  ) {
    switch (attributes.first(space, name), value) {
    case (let own?, let value?): replace(own.value, with: value)
    case (let own?, nil): replace(own.whole)
    case (nil, let value?):
      let place = tag.nameRange.upperBound
      let written = prefixes.name("\(space.rawValue):\(name)")
      replace(place..<place, with: " \(written)=\"\(value)\"")
    case (nil, nil): break
    }
  }
}

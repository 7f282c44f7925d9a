import Markup

/// The number style that is read now.
struct ODSFormatReading {
  /// Bytes of the longest text of a part: Excel's longest format has 255 characters. A style with
  /// a longer one keeps its shape only.
  static let longestText = 4 * 255
  /// Parts of one style that are kept; Excel's longest format cannot say more.
  static let mostParts = 255

  private(set) var format: ODSStoredFormat
  private let name: [UInt8]
  private let keepsParts: Bool
  /// 1 within the style, 2 within a part, 3 within a part of a part.
  private var depth = 1
  private var text: [UInt8] = []
  private var isTooLarge = false

  /// Nil for an element that is no number style.
  /// Bytes of an attribute that is kept: some come into every cell that is shown.
  private static let longestAttribute = 255

  /// - Parameter keepsParts: whether more than the shape is wanted.
  init?(_ element: borrowing MarkupElement, keepsParts: Bool) {
    guard let kind = ODSStoredFormat.Kind(element.token) else { return nil }
    self.keepsParts = keepsParts
    var name: [UInt8] = []
    var attributes: [String: String] = [:]
    element.forEachAttribute { token, value in
      if token == ODSName.styleOwnName { name.append(copying: value) }
      if let known = ODSStyleName.attribute(token), value.count <= Self.longestAttribute {
        attributes[known] = String(copying: value)
      }
    }
    self.name = name
    format = ODSStoredFormat(kind, truncates: attributes["truncate-on-overflow"] != "false")
    if keepsParts { format.attributes = attributes }
  }

  var nameBytes: [UInt8] { name }

  mutating func start(_ element: borrowing MarkupElement) {
    depth += 1
    if element.token == ODSStyleName.map { return section(element) }
    guard let name = ODSStyleName.part(element.token) else { return }
    format.note(part: name)
    guard keepsParts, !isTooLarge else { return }
    var part = ODSStoredFormat.Part(name: name)
    element.forEachAttribute { token, value in
      if let known = ODSStyleName.attribute(token), value.count <= Self.longestAttribute {
        part.attributes[known] = String(copying: value)
      }
    }
    let count = format.parts.count
    if depth > 2, count > 0, format.parts[count - 1].inner.count < Self.mostParts {
      format.parts[count - 1].inner.append(part)
    } else if depth == 2, count < Self.mostParts {
      format.parts.append(part)
    } else {
      isTooLarge = true
    }
    text.removeAll(keepingCapacity: true)
  }

  /// Whether the style itself has ended.
  mutating func end(_ token: Int32) -> Bool {
    depth -= 1
    if keepsParts, ODSStyleName.part(token) != nil, !format.parts.isEmpty, !text.isEmpty {
      let last = format.parts.count - 1
      let inner = format.parts[last].inner.count - 1
      if depth > 1, inner >= 0 {
        format.parts[last].inner[inner].text = String(decoding: text, as: UTF8.self)
      } else {
        format.parts[last].text = String(decoding: text, as: UTF8.self)
      }
      text.removeAll(keepingCapacity: true)
    }
    guard depth == 0 else { return false }
    if isTooLarge { format.parts = [] }
    return true
  }

  mutating func text(_ bytes: borrowing Span<UInt8>) {
    guard keepsParts, depth > 1 else { return }
    if text.count + bytes.count > Self.longestText {
      isTooLarge = true
    } else {
      text.append(copying: bytes)
    }
  }

  private mutating func section(_ element: borrowing MarkupElement) {
    guard format.sections.count < 3, let style = element.string(ODSStyleName.appliedStyle) else {
      return
    }
    format.sections.append(
      ODSStoredFormat.Section(
        condition: element.string(ODSStyleName.condition) ?? "", style: style))
  }
}

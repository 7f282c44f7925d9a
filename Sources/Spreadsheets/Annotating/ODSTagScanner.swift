import OpenDocument

/// Finds tags in `content.xml` and where they stand. It leaves out what lies between them, comments
/// and marked sections, and takes for granted that a parser has read the part before: it never
/// goes outside the bytes, but does not complain about all that is wrong.
struct ODSTagScanner {
  let bytes: [UInt8]
  private let end: Int
  private var place: Int
  /// Elements that are open.
  private(set) var depth = 0
  private(set) var scopes = ODSScopes()

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    place = 0
    end = bytes.count
  }

  /// A scanner of a stretch, with the prefixes that hold where this one is.
  func within(_ range: Range<Int>) -> ODSTagScanner {
    ODSTagScanner(of: self, range)
  }

  private init(of other: ODSTagScanner, _ range: Range<Int>) {
    bytes = other.bytes
    scopes = other.scopes
    scopes.settle()
    place = range.lowerBound
    end = min(range.upperBound, bytes.count)
  }

  /// The next tag; nil at the end.
  /// - Throws: `.unsplicable` for a document type, a tag that does not end, and a prefix that
  ///   changes its meaning.
  mutating func next() throws(AnnotationRefusal) -> ODSTag? {
    scopes.leave(depth)
    while place < end, let start = bytes[place..<end].firstIndex(of: UInt8(ascii: "<")) {
      if bytes[start...].starts(with: Self.comment) {
        place = try behind(Self.commentEnd, from: start + Self.comment.count)
      } else if bytes[start...].starts(with: Self.section) {
        place = try behind(Self.sectionEnd, from: start + Self.section.count)
      } else if bytes[start...].starts(with: Self.instruction) {
        place = try behind(Self.instructionEnd, from: start + Self.instruction.count)
      } else if start + 1 < end, bytes[start + 1] == UInt8(ascii: "!") {
        throw refusal("a document type stands at byte \(start)")
      } else {
        return try tag(at: start)
      }
    }
    place = end
    return nil
  }

  /// Goes behind the element of a tag that was just read.
  /// - Returns: where it ends, and where its closing tag begins (its own end for one without).
  mutating func skip(_ tag: ODSTag) throws(AnnotationRefusal) -> (end: Int, closing: Int) {
    guard tag.shape == .opening else { return (tag.range.upperBound, tag.range.upperBound) }
    let outer = depth - 1
    while let next = try next() {
      if next.shape == .closing, depth <= outer {
        return (next.range.upperBound, next.range.lowerBound)
      }
    }
    throw refusal("the element at byte \(tag.range.lowerBound) does not end")
  }

  private static let comment = Array("<!--".utf8)
  private static let commentEnd = Array("-->".utf8)
  private static let section = Array("<![CDATA[".utf8)
  private static let sectionEnd = Array("]]>".utf8)
  private static let instruction = Array("<?".utf8)
  private static let instructionEnd = Array("?>".utf8)

  private func behind(_ mark: [UInt8], from start: Int) throws(AnnotationRefusal) -> Int {
    var index = start
    while index + mark.count <= end {
      guard let first = bytes[index..<end].firstIndex(of: mark[0]) else { break }
      if bytes[first..<end].starts(with: mark) { return first + mark.count }
      index = first + 1
    }
    throw refusal("what begins at byte \(start) does not end")
  }

  private func refusal(_ detail: String) -> AnnotationRefusal {
    AnnotationRefusal(.unsplicable, part: ODSAnnotator.part, detail: detail)
  }
}

extension ODSTagScanner {
  private mutating func tag(at start: Int) throws(AnnotationRefusal) -> ODSTag {
    let (last, declares) = try tagEnd(from: start)
    let isClosing = start + 1 < last && bytes[start + 1] == UInt8(ascii: "/")
    let isAlone = !isClosing && bytes[last - 1] == UInt8(ascii: "/")
    let head = isClosing ? start + 2 : start + 1
    var tail = head
    while tail < last, !bytes[tail].isSpace, bytes[tail] != UInt8(ascii: "/") { tail += 1 }
    var tag = ODSTag(
      shape: isClosing ? .closing : isAlone ? .alone : .opening, name: .other,
      range: start..<last + 1, nameRange: head..<tail)
    place = last + 1
    if declares, !isClosing { try declare(tag) }
    let (prefix, local) = parted(tag.nameRange)
    tag.name = .of(scopes.space(of: prefix), local)
    switch tag.shape {
    case .opening: depth += 1
    case .closing: depth -= 1
    case .alone: break
    }
    return tag
  }

  /// Where the ">" of a tag stands, and whether the tag may declare prefixes.
  private func tagEnd(from start: Int) throws(AnnotationRefusal) -> (Int, Bool) {
    var index = start + 1
    var declares = false
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: ">"): return (index, declares)
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard index + 1 < end,
          let close = bytes[(index + 1)..<end].firstIndex(of: bytes[index])
        else { throw refusal("a value at byte \(index) does not end") }
        index = close
      case UInt8(ascii: "x") where bytes[index - 1].isSpace:
        if bytes[index..<end].starts(with: Self.declaration) { declares = true }
      default: break
      }
      index += 1
    }
    throw refusal("the tag at byte \(start) does not end")
  }

  private static let declaration = Array("xmlns".utf8)

  private mutating func declare(_ tag: ODSTag) throws(AnnotationRefusal) {
    for attribute in written(in: tag) {
      let (prefix, local) = parted(attribute.name)
      guard prefix == "xmlns" || attribute.name == "xmlns" else { continue }
      let isKept = scopes.enter(
        prefix: prefix == "xmlns" ? local : "", uri: text(attribute.value), depth: depth + 1)
      guard isKept else {
        throw refusal("the prefix “\(local)” changes its meaning at byte \(tag.range.lowerBound)")
      }
    }
  }

  /// The attributes of a tag that was just read, in their order.
  func attributes(of tag: ODSTag) -> [ODSAttribute] {
    written(in: tag).map { attribute in
      let (prefix, local) = parted(attribute.name)
      return ODSAttribute(
        space: prefix.isEmpty ? nil : scopes.space(of: prefix), name: local,
        value: attribute.value, whole: attribute.whole)
    }
  }

  private func written(
    in tag: ODSTag
  ) -> [(name: String, value: Range<Int>, whole: Range<Int>)] {
    var found: [(name: String, value: Range<Int>, whole: Range<Int>)] = []
    var index = tag.nameRange.upperBound
    let last = tag.range.upperBound - 1
    while index < last {
      let start = index
      while index < last, bytes[index].isSpace { index += 1 }
      let name = index
      while index < last, bytes[index] != UInt8(ascii: "="), !bytes[index].isSpace { index += 1 }
      let nameEnd = index
      while index < last, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "'") {
        index += 1
      }
      guard index + 1 < last,
        let close = bytes[(index + 1)..<last].firstIndex(of: bytes[index])
      else { break }
      found.append((raw(name..<nameEnd), index + 1..<close, start..<close + 1))
      index = close + 1
    }
    return found
  }

  private func parted(_ range: Range<Int>) -> (prefix: String, local: String) {
    parted(raw(range))
  }

  private func parted(_ name: String) -> (prefix: String, local: String) {
    let utf8 = name.utf8
    guard let colon = utf8.firstIndex(of: UInt8(ascii: ":")) else { return ("", name) }
    return (String(name[..<colon]), String(name[utf8.index(after: colon)...]))
  }

  /// Bytes as they are written.
  func raw(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// What is written there: references to characters are replaced, tags left out.
  func text(_ range: Range<Int>) -> String { ODSWrittenText.of(bytes[range]) }
}

extension UInt8 {
  fileprivate var isSpace: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }
}

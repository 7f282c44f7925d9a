/// A tag of a part of XML, told by the places of its bytes.
struct ScannedTag: Hashable, Sendable {
  enum Kind: Sendable {
    case start
    case empty
    case end
  }

  var kind: Kind
  /// From "<" to behind ">".
  var range: Range<Int>
  /// The qualified name.
  var name: Range<Int>
}

/// An attribute of a tag, told by the places of its bytes.
struct ScannedAttribute: Hashable, Sendable {
  /// The qualified name.
  var name: Range<Int>
  /// Without the quotes, as it is written.
  var value: Range<Int>
}

/// Finds the tags of a part without changing a byte of it: what is spliced has to know where bytes
/// lie, which no parser tells.
///
/// It does not replace one: a part has been read by the reader before. Comments, CDATA and
/// processing instructions are passed over; a document type is refused, because its entities could
/// hold tags.
struct TagScanner {
  let bytes: [UInt8]
  /// For errors.
  let part: String
  private var place: Int

  init(_ bytes: [UInt8], part: String, from place: Int = 0) {
    self.bytes = bytes
    self.part = part
    self.place = place
  }

  /// The next tag; nil at the end.
  /// - Throws: `.unsplicable` for what is no XML, or has a document type.
  mutating func next() throws(AnnotationRefusal) -> ScannedTag? {
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "<") else {
        place += 1
        continue
      }
      switch place + 1 < bytes.count ? bytes[place + 1] : 0 {
      case UInt8(ascii: "!"): try skipDeclaration()
      case UInt8(ascii: "?"): try skip(behind: "?>")
      default: return try tag()
      }
    }
    return nil
  }

  private mutating func skipDeclaration() throws(AnnotationRefusal) {
    if stands("<!--") {
      // A comment begins after its "--": "<!-->" is none.
      place += 4
      try skip(behind: "-->")
    } else if stands("<![CDATA[") {
      try skip(behind: "]]>")
    } else {
      throw AnnotationRefusal(
        .unsplicable, part: part, detail: "a document type stands at byte \(place)")
    }
  }

  private func stands(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard place + count <= bytes.count else { return false }
    return bytes[place..<place + count].elementsEqual("\(text)".utf8)
  }

  private mutating func skip(behind end: StaticString) throws(AnnotationRefusal) {
    let wanted = Array("\(end)".utf8)
    let begin = place
    while place + wanted.count <= bytes.count {
      if bytes[place] == wanted[0], bytes[place..<place + wanted.count].elementsEqual(wanted) {
        place += wanted.count
        return
      }
      place += 1
    }
    throw broken(begin, "no \(end) follows")
  }

  private mutating func tag() throws(AnnotationRefusal) -> ScannedTag {
    let begin = place
    var kind = ScannedTag.Kind.start
    var index = begin + 1
    if index < bytes.count, bytes[index] == UInt8(ascii: "/") {
      kind = .end
      index += 1
    }
    let nameBegin = index
    while index < bytes.count, !Self.endsName(bytes[index]) { index += 1 }
    let name = nameBegin..<index
    guard !name.isEmpty else { throw broken(begin, "a tag has no name") }
    var quote: UInt8?
    while index < bytes.count {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        if kind == .start, bytes[index - 1] == UInt8(ascii: "/") { kind = .empty }
        place = index + 1
        return ScannedTag(kind: kind, range: begin..<place, name: name)
      }
      index += 1
    }
    throw broken(begin, "a tag does not end")
  }

  private func broken(_ place: Int, _ what: String) -> AnnotationRefusal {
    AnnotationRefusal(.unsplicable, part: part, detail: "\(what) at byte \(place)")
  }

  /// White space, "/" and ">".
  static func endsName(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}

extension ScannedTag {
  /// The attributes, in their order. What is not written as XML wants it ends them.
  func attributes(in bytes: [UInt8]) -> [ScannedAttribute] {
    var found: [ScannedAttribute] = []
    var index = name.upperBound
    let end = range.upperBound - 1
    while index < end {
      while index < end, TagScanner.isSpace(bytes[index]) { index += 1 }
      let nameBegin = index
      while index < end, bytes[index] != UInt8(ascii: "="), !TagScanner.isSpace(bytes[index]) {
        index += 1
      }
      let name = nameBegin..<index
      while index < end, TagScanner.isSpace(bytes[index]) { index += 1 }
      guard index < end, bytes[index] == UInt8(ascii: "="), !name.isEmpty else { return found }
      index += 1
      while index < end, TagScanner.isSpace(bytes[index]) { index += 1 }
      guard index < end, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'")
      else { return found }
      let quote = bytes[index]
      let valueBegin = index + 1
      index = valueBegin
      while index < end, bytes[index] != quote { index += 1 }
      found.append(ScannedAttribute(name: name, value: valueBegin..<index))
      index += 1
    }
    return found
  }
}

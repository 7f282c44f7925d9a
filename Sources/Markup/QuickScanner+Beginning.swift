extension QuickScanner {
  /// Reads what comes before the root element, and its start tag. Nothing is consumed until that is
  /// whole, so that whoever takes over gets the document from its first byte.
  mutating func beginning(_ bytes: borrowing Span<UInt8>) -> Stop? {
    var index = 0
    var lines = 0
    if bytes.count < 4 { return .starved }
    if bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { index = 3 }
    if starts(bytes, index, "<?xml ") {
      guard let end = Self.find(bytes, from: index, UInt8(ascii: ">")) else {
        return bytes.count > Self.longestDeclaration ? .handOver : .starved
      }
      guard Self.isPlain((index...end).map { bytes[$0] }) else { return .handOver }
      index = end + 1
    } else if index + 6 > bytes.count {
      return .starved
    }
    while index < bytes.count, self.is(bytes[index], QuickClass.space) {
      if bytes[index] == 0x0D { return .handOver }
      if bytes[index] == 0x0A { lines += 1 }
      index += 1
    }
    guard index + 1 < bytes.count else { return .starved }
    guard bytes[index] == UInt8(ascii: "<"), self.is(bytes[index + 1], QuickClass.begin) else {
      return .handOver
    }
    return root(bytes, index, lines)
  }

  /// White space after the root element; anything else is not plain.
  mutating func space(_ bytes: borrowing Span<UInt8>) -> Stop? {
    while position < bytes.count {
      guard self.is(bytes[position], QuickClass.space) else { return .handOver }
      if bytes[position] == 0x0A { line += 1 }
      position += 1
    }
    return nil
  }

  private static let longestDeclaration = 200

  private static func find(
    _ bytes: borrowing Span<UInt8>, from start: Int, _ byte: UInt8
  ) -> Int? {
    var index = start
    while index < min(bytes.count, start + longestDeclaration) {
      if bytes[index] == byte { return index }
      index += 1
    }
    return nil
  }

  private func starts(_ bytes: borrowing Span<UInt8>, _ start: Int, _ word: StaticString) -> Bool {
    let letters = Array("\(word)".utf8)
    guard start + letters.count <= bytes.count else { return false }
    for offset in letters.indices where bytes[start + offset] != letters[offset] { return false }
    return true
  }

  /// The declarations that office programs write: version 1.0, in UTF-8.
  private static func isPlain(_ declaration: [UInt8]) -> Bool {
    let words = String(decoding: declaration, as: UTF8.self)
      .split(separator: " ").joined(separator: " ")
    // One kind of quotes for all values: a mixture may not pair.
    guard !words.contains("'") || !words.contains("\"") else { return false }
    let spelled = words.replacing("'", with: "\"").replacing("\"utf-8\"", with: "\"UTF-8\"")
    let head = "<?xml version=\"1.0\""
    let encodings = ["", " encoding=\"UTF-8\""]
    let ends = ["", " standalone=\"yes\"", " standalone=\"no\""]
    return encodings.contains { encoding in
      ends.contains {
        spelled == head + encoding + $0 + "?>" || spelled == head + encoding + $0 + " ?>"
      }
    }
  }

  private typealias Raw = (name: Range<Int>, value: Range<Int>)

  private mutating func root(
    _ bytes: borrowing Span<UInt8>, _ start: Int, _ linesBefore: Int
  ) -> Stop? {
    var lines = linesBefore
    var index = start + 1
    while index < bytes.count, self.is(bytes[index], QuickClass.name) { index += 1 }
    let name = start + 1..<index
    var raw: [Raw] = []
    while true {
      let before = index
      while index < bytes.count, self.is(bytes[index], QuickClass.space) {
        if bytes[index] == 0x0A { lines += 1 }
        index += 1
      }
      guard index < bytes.count else { return .starved }
      if bytes[index] == UInt8(ascii: ">") { break }
      let first = index
      while index < bytes.count, self.is(bytes[index], QuickClass.name) { index += 1 }
      guard index < bytes.count else { return .starved }
      // A root without content is no office document.
      guard index > first, first > before, bytes[index] == UInt8(ascii: "="),
        raw.count < Self.attributesOfRoot
      else { return .handOver }
      guard let end = value(bytes, from: index + 1, &lines) else { return valueStop }
      guard !needsReplacing else {
        needsReplacing = false
        return .handOver
      }
      raw.append((first..<index, index + 2..<end))
      index = end + 1
    }
    return begin(bytes, root: name, raw, lines, tag: start..<index + 1) ? nil : .handOver
  }

  /// Attributes of the root; ODS binds some forty namespaces there.
  private static let attributesOfRoot = 128

  /// Binds the namespaces first, then begins the element.
  private mutating func begin(
    _ bytes: borrowing Span<UInt8>, root name: Range<Int>, _ raw: [Raw], _ lines: Int,
    tag: Range<Int>
  ) -> Bool {
    let xmlns = Array("xmlns".utf8)
    var spelled: Set<[UInt8]> = []
    var rest: [Raw] = []
    for attribute in raw {
      let word = attribute.name.map { bytes[$0] }
      guard spelled.insert(word).inserted else { return false }
      let namespace = attribute.value.map { bytes[$0] }
      if word == xmlns {
        guard !namespace.isEmpty else { return false }
        names.bind(prefix: [], to: namespace)
      } else if word.starts(with: xmlns + [UInt8(ascii: ":")]) {
        let prefix = Array(word.dropFirst(6))
        guard !namespace.isEmpty, !prefix.contains(UInt8(ascii: ":")),
          let first = prefix.first, self.is(first, QuickClass.begin),
          !prefix.starts(with: Array("xml".utf8))
        else { return false }
        names.bind(prefix: prefix, to: namespace)
      } else {
        rest.append(attribute)
      }
    }
    var entries: [Int32] = []
    for attribute in rest {
      guard let entry = names.entry(bytes, attribute.name, isAttribute: true, among: known) else {
        return false
      }
      entries.append(entry)
    }
    guard let root = names.entry(bytes, name, isAttribute: false, among: known) else {
      return false
    }
    rootTag = tag.map { bytes[$0] }
    let first = attributes.count
    for (attribute, entry) in zip(rest, entries) {
      attributes.append(
        MarkupAttributeRecord(
          token: names.token(entry), name: UInt32(bitPattern: entry),
          offset: UInt32(truncatingIfNeeded: attribute.value.lowerBound),
          length: UInt32(truncatingIfNeeded: attribute.value.count)))
    }
    state = .inside
    begin(root, first, lines, at: tag.upperBound)
    return true
  }
}

extension QuickScanner {
  /// Reads what comes before the root element, and its start tag. Nothing is consumed until that is
  /// whole, so that whoever takes over gets the document from its first byte.
  mutating func beginning(_ bytes: borrowing Span<UInt8>) -> Stop? {
    var index = 0
    var lines = 0
    if bytes.count < 4 { return .starved }
    if bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { index = 3 }
    if starts(bytes, index, Self.declaration) {
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

  private func starts(_ bytes: borrowing Span<UInt8>, _ start: Int, _ word: [UInt8]) -> Bool {
    guard start + word.count <= bytes.count else { return false }
    for offset in word.indices where bytes[start + offset] != word[offset] { return false }
    return true
  }

  private static let declaration = Array("<?xml ".utf8)

  /// The declarations that office programs write: version 1.0, in UTF-8.
  private static func isPlain(_ declaration: [UInt8]) -> Bool {
    // One kind of quotes for all values: a mixture may not pair.
    guard !declaration.contains(UInt8(ascii: "'")) || !declaration.contains(UInt8(ascii: "\""))
    else { return false }
    var plain: [UInt8] = []
    plain.reserveCapacity(declaration.count)
    for byte in declaration {
      switch byte {
      case UInt8(ascii: "'"): plain.append(UInt8(ascii: "\""))
      case 0x20 where plain.last == 0x20: continue
      case UInt8(ascii: "?") where plain.last == 0x20: plain[plain.count - 1] = byte
      default: plain.append(byte)
      }
    }
    return plainDeclarations.contains(plain)
  }

  private static let plainDeclarations = ["", " encoding=\"utf-8\"", " encoding=\"UTF-8\""].flatMap
  { encoding in
    ["", " standalone=\"yes\"", " standalone=\"no\""].map {
      Array("<?xml version=\"1.0\"\(encoding)\($0)?>".utf8)
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
    for (place, attribute) in raw.enumerated() {
      // An attribute that stands there twice is a fault.
      for other in raw[..<place] where isSame(bytes, attribute.name, other.name) { return false }
    }
    guard bindNamespaces(bytes, raw) else { return false }
    let first = attributes.count
    for attribute in raw where !isDeclaration(bytes, attribute.name) {
      guard let entry = names.entry(bytes, attribute.name, isAttribute: true) else {
        return takeBackRoot(first)
      }
      attributes.append(
        MarkupAttributeRecord(
          token: names.token(entry), name: UInt32(bitPattern: entry),
          offset: UInt32(truncatingIfNeeded: attribute.value.lowerBound),
          length: UInt32(truncatingIfNeeded: attribute.value.count)))
    }
    guard let root = names.entry(bytes, name, isAttribute: false) else {
      return takeBackRoot(first)
    }
    rootTag = tag.map { bytes[$0] }
    state = .inside
    begin(root, first, lines, at: tag.upperBound)
    return true
  }

  private mutating func takeBackRoot(_ first: Int) -> Bool {
    attributes.removeAll(from: first)
    return false
  }

  private mutating func bindNamespaces(_ bytes: borrowing Span<UInt8>, _ raw: [Raw]) -> Bool {
    for (name, value) in raw where isDeclaration(bytes, name) {
      let prefix = name.count == Self.xmlns.count ? [] : name.dropFirst(6).map { bytes[$0] }
      guard !value.isEmpty, name.count == Self.xmlns.count || !prefix.isEmpty,
        !prefix.contains(UInt8(ascii: ":")), !prefix.starts(with: Self.xmlns.prefix(3)),
        // What is no name binds nothing for libxml2.
        prefix.first.map({ self.is($0, QuickClass.begin) }) ?? true
      else { return false }
      names.bind(prefix: prefix, to: value.map { bytes[$0] })
    }
    return true
  }

  private static let xmlns = Array("xmlns".utf8)

  private func isDeclaration(_ bytes: borrowing Span<UInt8>, _ name: Range<Int>) -> Bool {
    guard starts(bytes, name.lowerBound, Self.xmlns) else { return false }
    return name.count == Self.xmlns.count
      || name.count > Self.xmlns.count
        && bytes[name.lowerBound + Self.xmlns.count] == UInt8(ascii: ":")
  }

  private func isSame(
    _ bytes: borrowing Span<UInt8>, _ one: Range<Int>, _ other: Range<Int>
  ) -> Bool {
    guard one.count == other.count else { return false }
    for offset in 0..<one.count
    where bytes[one.lowerBound + offset] != bytes[other.lowerBound + offset] {
      return false
    }
    return true
  }
}

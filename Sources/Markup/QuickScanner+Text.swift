extension QuickScanner {
  /// Reads the text at the position, up to a tag or to the end of what has come.
  @inline(__always)
  mutating func text(_ bytes: borrowing Span<UInt8>) -> Stop? {
    let start = position
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if unsafe classes.base[Int(byte)] & QuickClass.text != 0 {
        index &+= 1
        continue
      }
      if byte == UInt8(ascii: "<") { return finishText(start, index) }
      switch special(bytes, at: index) {
      case .character(let width): index += width
      case .incomplete: return pieceOfText(bytes, start, index)
      case .notPlain:
        // What comes before it is plain, and is read first.
        return index > start ? pieceOfText(bytes, start, index) : .handOver
      }
    }
    return pieceOfText(bytes, start, index)
  }

  private enum Special {
    case character(width: Int)
    /// More bytes are needed to tell.
    case incomplete
    case notPlain
  }

  /// A byte of a text that is none of the simple ones.
  private mutating func special(_ bytes: borrowing Span<UInt8>, at index: Int) -> Special {
    switch bytes[index] {
    case 0x0A:
      line += 1
      return .character(width: 1)
    case 0x0D:
      // Whether a line feed follows must be known.
      guard index + 1 < bytes.count else { return .incomplete }
      if bytes[index + 1] != 0x0A { return .notPlain }
      needsReplacing = true
      return .character(width: 1)
    case UInt8(ascii: "&"):
      for next in index + 1..<min(index + 2 + QuickReferences.longest, bytes.count)
      where bytes[next] == UInt8(ascii: ";") {
        needsReplacing = true
        return .character(width: next - index + 1)
      }
      return index + 2 + QuickReferences.longest > bytes.count ? .incomplete : .notPlain
    case UInt8(ascii: "]"):
      guard index + 2 < bytes.count else { return .incomplete }
      let ends = bytes[index + 1] == UInt8(ascii: "]") && bytes[index + 2] == UInt8(ascii: ">")
      return ends ? .notPlain : .character(width: 1)
    default:
      guard let width = QuickCharacter.width(bytes, at: index) else {
        return QuickCharacter.mayContinue(bytes, at: index) ? .incomplete : .notPlain
      }
      return .character(width: width)
    }
  }

  @inline(__always)
  private mutating func finishText(_ start: Int, _ end: Int) -> Stop? {
    run = 0
    position = end
    if end > start { append(textFrom: start, to: end) }
    return nil
  }

  /// A text whose end has not come, up to where it is sure.
  private mutating func pieceOfText(
    _ bytes: borrowing Span<UInt8>, _ start: Int, _ end: Int
  ) -> Stop? {
    guard end > start else { return .starved }
    run += end - start
    position = end
    append(textFrom: start, to: end)
    return run > longestRun ? .tooLong : nil
  }

  @inline(__always)
  private mutating func append(textFrom start: Int, to end: Int) {
    events.append(
      MarkupEventRecord(
        kind: 3, token: 0, name: 0, first: UInt32(truncatingIfNeeded: start),
        count: UInt32(truncatingIfNeeded: end - start), line: UInt32(truncatingIfNeeded: line)))
  }
}

/// Characters of several bytes in UTF-8.
enum QuickCharacter {
  /// The bytes of the character at a place; nil where it is not whole or may not stand in XML.
  @inline(__always)
  static func width(_ bytes: borrowing Span<UInt8>, at index: Int) -> Int? {
    let lead = bytes[index]
    if lead == 0x7F { return 1 }
    if lead >= 0xC2, lead <= 0xDF {
      guard index + 1 < bytes.count, bytes[index + 1] & 0xC0 == 0x80 else { return nil }
      return 2
    }
    return longer(bytes, at: index)
  }

  private static func longer(_ bytes: borrowing Span<UInt8>, at index: Int) -> Int? {
    let lead = bytes[index]
    guard lead >= 0xE0, lead <= 0xF4 else { return nil }
    let width = lead < 0xF0 ? 3 : 4
    guard index + width <= bytes.count else { return nil }
    var value = UInt32(lead) & (width == 3 ? 0x0F : 0x07)
    for offset in 1..<width {
      guard bytes[index + offset] & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(bytes[index + offset] & 0x3F)
    }
    switch (width, value) {
    case (3, 0x800...0xD7FF), (3, 0xE000...0xFFFD), (4, 0x10000...0x10FFFF): return width
    default: return nil
    }
  }

  /// Whether more bytes could make a character of what ends here.
  static func mayContinue(_ bytes: borrowing Span<UInt8>, at index: Int) -> Bool {
    let lead = bytes[index]
    return lead >= 0xC2 && lead <= 0xF4 && index + 4 > bytes.count
      && (index + 1..<bytes.count).allSatisfy { bytes[$0] & 0xC0 == 0x80 }
  }
}

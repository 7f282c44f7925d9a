extension QuickScanner {
  /// Reads the tag at the position; nil when it was read.
  @inline(__always)
  mutating func tag(_ bytes: borrowing Span<UInt8>) -> Stop? {
    guard position + 1 < bytes.count else { return .starved }
    return bytes[position + 1] == UInt8(ascii: "/") ? endTag(bytes) : startTag(bytes)
  }

  @inline(__always)
  private mutating func endTag(_ bytes: borrowing Span<UInt8>) -> Stop? {
    let name = open[open.count - 1]
    var index = position + 2
    // The end tag of what is open, or a fault.
    guard names.matches(name, bytes, at: index) else {
      return index + names.count(name) > bytes.count ? .starved : .handOver
    }
    index += names.count(name)
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    guard index < bytes.count else { return .starved }
    guard bytes[index] == UInt8(ascii: ">") else { return .handOver }
    end(name, at: index + 1)
    return nil
  }

  @inline(__always)
  private mutating func end(_ name: Int32, at index: Int) {
    open.removeAll(from: open.count - 1)
    if open.count == 0 { state = .after }
    append(kind: 2, name, first: 0, count: 0)
    position = index
    run = 0
  }

  @inline(__always)
  func `is`(_ byte: UInt8, _ kind: UInt8) -> Bool {
    unsafe classes.base[Int(byte)] & kind != 0
  }

  /// Begins an element and reads its attributes.
  @inline(__always)
  private mutating func startTag(_ bytes: borrowing Span<UInt8>) -> Stop? {
    guard open.count < deepest else { return .handOver }
    var index = position + 1
    let guess = names.next(latest)
    let name: Int32
    if names.matches(guess, bytes, at: index), index + names.count(guess) < bytes.count,
      !self.is(bytes[index + names.count(guess)], QuickClass.name)
    {
      name = guess
      index += names.count(guess)
    } else {
      let end = endOfName(bytes, index)
      guard end < bytes.count else { return .starved }
      guard end > index,
        let found = names.entry(bytes, index..<end, isAttribute: false)
      else { return .handOver }
      names.remember(next: found, after: latest)
      name = found
      index = end
    }
    let first = attributes.count
    var expected = names.firstAttribute(name)
    var previous: Int32 = -1
    var lines = 0
    while true {
      guard index < bytes.count else { return takeBack(first, .starved) }
      var byte = bytes[index]
      if byte == UInt8(ascii: ">") {
        begin(name, first, lines, at: index + 1)
        return nil
      }
      let before = index
      while self.is(byte, QuickClass.space) {
        if byte == 0x0A { lines += 1 }
        index += 1
        guard index < bytes.count else { return takeBack(first, .starved) }
        byte = bytes[index]
      }
      if byte == UInt8(ascii: "/") {
        guard index + 1 < bytes.count else { return takeBack(first, .starved) }
        guard bytes[index + 1] == UInt8(ascii: ">") else { return takeBack(first, .handOver) }
        begin(name, first, lines, at: index + 2)
        end(name, at: index + 2)
        return nil
      }
      if byte == UInt8(ascii: ">") { continue }
      guard index > before else { return takeBack(first, .handOver) }
      let attribute: Int32
      if names.matches(expected, bytes, at: index),
        index + names.count(expected) < bytes.count,
        bytes[index + names.count(expected)] == UInt8(ascii: "=")
      {
        attribute = expected
        index += names.count(expected)
      } else {
        let end = endOfName(bytes, index)
        guard end < bytes.count else { return takeBack(first, .starved) }
        guard end > index, bytes[end] == UInt8(ascii: "="),
          let found = names.entry(bytes, index..<end, isAttribute: true)
        else { return takeBack(first, .handOver) }
        if previous < 0 {
          names.remember(firstAttribute: found, of: name)
        } else {
          names.remember(next: found, after: previous)
        }
        attribute = found
        index = end
      }
      previous = attribute
      expected = names.next(attribute)
      guard let end = value(bytes, from: index + 1, &lines) else {
        return takeBack(first, valueStop)
      }
      guard append(attribute, index + 2, end, first) else { return takeBack(first, .handOver) }
      index = end + 1
    }
  }

  private func endOfName(_ bytes: borrowing Span<UInt8>, _ start: Int) -> Int {
    var index = start
    while index < bytes.count, self.is(bytes[index], QuickClass.name) { index += 1 }
    return index
  }

  /// Forgets the attributes of a tag that was not read.
  private mutating func takeBack(_ first: Int, _ stop: Stop) -> Stop {
    attributes.removeAll(from: first)
    needsReplacing = false
    return stop
  }

  /// The end of the value whose opening quote stands at `start`; nil where it has none, and then
  /// `valueStop` says why.
  @inline(__always)
  mutating func value(_ bytes: borrowing Span<UInt8>, from start: Int, _ lines: inout Int) -> Int? {
    guard start < bytes.count else {
      valueStop = .starved
      return nil
    }
    let quote = bytes[start]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      valueStop = .handOver
      return nil
    }
    var index = start + 1
    while index < bytes.count {
      let byte = bytes[index]
      if self.is(byte, QuickClass.value) {
        index &+= 1
        continue
      }
      if byte == quote { return index }
      guard let width = specialOfValue(bytes, at: index, &lines) else { return nil }
      index += width
    }
    valueStop = .starved
    return nil
  }

  /// The bytes of a character that is none of the simple ones; nil stops.
  private mutating func specialOfValue(
    _ bytes: borrowing Span<UInt8>, at index: Int, _ lines: inout Int
  ) -> Int? {
    switch bytes[index] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return 1
    case UInt8(ascii: "&"):
      // Once the tag is read it cannot be handed over: its references are looked at first.
      guard let width = QuickReferences.width(bytes, at: index) else {
        valueStop = QuickReferences.mayContinue(bytes, at: index) ? .starved : .handOver
        return nil
      }
      needsReplacing = true
      return width
    case 0x09:
      needsReplacing = true
      return 1
    case 0x0A:
      needsReplacing = true
      lines += 1
      return 1
    default:
      if let width = QuickCharacter.width(bytes, at: index) { return width }
      valueStop = QuickCharacter.mayContinue(bytes, at: index) ? .starved : .handOver
      return nil
    }
  }

  /// False for an attribute that stands there twice, and for too many.
  @inline(__always)
  private mutating func append(_ name: Int32, _ start: Int, _ end: Int, _ first: Int) -> Bool {
    guard attributes.count - first < Self.attributesOfElement else { return false }
    for other in first..<attributes.count where attributes[other].name == UInt32(bitPattern: name) {
      return false
    }
    attributes.append(
      MarkupAttributeRecord(
        token: names.token(name), name: UInt32(bitPattern: name),
        offset: UInt32(truncatingIfNeeded: start),
        length: UInt32(truncatingIfNeeded: end - start)))
    return true
  }

  @inline(__always)
  mutating func begin(_ name: Int32, _ first: Int, _ lines: Int, at index: Int) {
    line += lines
    open.append(name)
    latest = name
    append(kind: 1, name, first: first, count: attributes.count - first)
    position = index
    run = 0
  }

  @inline(__always)
  private mutating func append(kind: UInt32, _ name: Int32, first: Int, count: Int) {
    events.append(
      MarkupEventRecord(
        kind: kind, token: names.token(name), name: 0, first: UInt32(truncatingIfNeeded: first),
        count: UInt32(truncatingIfNeeded: count), line: UInt32(truncatingIfNeeded: line)))
  }
}

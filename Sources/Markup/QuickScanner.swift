/// Reads the plain XML that office programs write, several times as fast as libxml2, and hands the
/// document over to libxml2 at the first thing that is not plain.
///
/// Plain is: UTF-8; tags with ASCII names whose prefixes the root element binds; texts and values
/// with the five entities and with references to characters. A document type, a comment, CDATA, an
/// instruction, a declaration of a namespace within, and whatever is not well formed is left to
/// libxml2, which takes the document over in its middle (`cxml_reader_take_over`) and judges. So
/// nothing is refused here, and nothing may be read here that libxml2 would read otherwise: the
/// tests and a fuzzer compare the two. Why it exists: Documentation/Decisions/0005.
@safe struct QuickScanner: ~Copyable {
  /// Why it stopped.
  enum Stop {
    /// Everything that is complete was read.
    case starved
    /// There are enough events for one batch, or the last one has to be looked at again.
    case paused
    case handOver
    /// One text or tag is longer than the limit.
    case tooLong
  }

  enum State {
    /// Before the root element.
    case before
    case inside
    /// After the root element.
    case after
  }

  /// Events of one batch: what they take with their bytes stays in the first caches.
  static let eventsOfBatch = 1024
  /// Attributes of an element that are compared with one another; more are left to libxml2.
  static let attributesOfElement = 32

  let longestRun: Int
  let deepest: Int

  /// The bytes that are not read yet, after those of the batch.
  var window = RecordBuffer<UInt8>(room: 160 << 10)
  /// What of the window is read.
  var position = 0
  var line = 1
  var state = State.before
  /// Bytes of the text that is being read in pieces.
  var run = 0

  var names: QuickNames
  /// The elements that are open, as entries of `names`.
  var open = RecordBuffer<Int32>(room: 64)
  /// The element that began last.
  var latest: Int32 = -1
  /// The root's start tag as it stands in the document.
  var rootTag: [UInt8] = []

  var events = RecordBuffer<MarkupEventRecord>(room: eventsOfBatch + 8)
  var attributes = RecordBuffer<MarkupAttributeRecord>(room: eventsOfBatch)
  /// Whether values or a text of the last event hold references that are to be replaced.
  var needsReplacing = false
  /// Why a value was not read.
  var valueStop = Stop.starved
  private var replaced: [UInt8] = []

  let classes = RecordBuffer<UInt8>.classes

  init(known: KnownNames, limits: MarkupLimits) {
    names = QuickNames(known: known)
    longestRun = limits.longestRun
    deepest = limits.depth
  }

  /// More of the document. What was lent before is gone.
  mutating func take(_ bytes: borrowing Span<UInt8>) {
    window.removeFirst(position)
    position = 0
    window.append(copying: bytes)
  }

  /// Reads on, a batch at a time.
  mutating func scan() -> Stop {
    events.removeAll()
    attributes.removeAll()
    let bytes = unsafe UnsafeBufferPointer(start: window.base, count: window.count).span
    while position < bytes.count {
      guard events.count < Self.eventsOfBatch else { return .paused }
      let stop: Stop?
      switch state {
      case .inside:
        stop = bytes[position] == UInt8(ascii: "<") ? tag(bytes) : text(bytes)
      case .before: stop = beginning(bytes)
      case .after: stop = space(bytes)
      }
      if let stop { return stop == .starved && isTooLong ? .tooLong : stop }
      if needsReplacing {
        needsReplacing = false
        return replaceReferences() ? .paused : .handOver
      }
    }
    return .starved
  }

  /// What is not complete is kept until more comes: it may not grow without end.
  private var isTooLong: Bool { window.count - position > longestRun }

  /// Whether the document may end here.
  var isComplete: Bool { state == .after && position == window.count }

  /// What the last `scan` brought, lent until the next call of anything.
  var batch: MarkupBatch {
    unsafe MarkupBatch(
      reader: nil, events: events.base, count: events.count, attributes: attributes.base,
      bytes: window.base)
  }

  /// The bytes that are not read yet.
  var rest: [UInt8] { (position..<window.count).map { window[$0] } }

  /// What opens the elements that are open, for the one who takes over.
  var opening: [UInt8] {
    switch state {
    case .before: return []
    case .inside:
      return (1..<open.count).reduce(into: rootTag) { opening, depth in
        opening += [UInt8(ascii: "<")] + names.bytes(open[depth]) + [UInt8(ascii: ">")]
      }
    case .after:
      return rootTag + Array("</".utf8) + rootName + [UInt8(ascii: ">")]
    }
  }

  /// The starts and ends of elements in `opening`.
  var knownEvents: Int {
    switch state {
    case .before: 0
    case .inside: open.count
    case .after: 2
    }
  }

  private var rootName: [UInt8] {
    Array(rootTag.dropFirst().prefix { classes[Int($0)] & QuickClass.name != 0 })
  }

  /// Puts characters in the place of the references of the last event; false when one is not
  /// plain, and then the event is gone and its bytes are as they were.
  private mutating func replaceReferences() -> Bool {
    let last = events.count - 1
    // An empty element is two events.
    let index = events[last].kind == 2 ? last - 1 : last
    let event = events[index]
    if event.kind == 3 {
      guard let count = replace(Int(event.first), Int(event.count), isText: true) else {
        position = Int(event.first)
        // Whoever takes over counts its lines.
        for place in position..<position + Int(event.count) where window[place] == 0x0A {
          line -= 1
        }
        events.removeAll(from: index)
        return false
      }
      events[index] = MarkupEventRecord(
        kind: 3, token: 0, name: 0, first: event.first, count: UInt32(count), line: event.line)
      return true
    }
    for place in Int(event.first)..<attributes.count {
      let attribute = attributes[place]
      guard
        let count = replace(Int(attribute.offset), Int(attribute.length), isText: false)
      else { return false }
      attributes[place] = MarkupAttributeRecord(
        token: attribute.token, name: 0, offset: attribute.offset, length: UInt32(count))
    }
    return true
  }

  /// The new count of bytes; nil, with nothing changed, where a reference is not plain.
  private mutating func replace(_ start: Int, _ count: Int, isText: Bool) -> Int? {
    let bytes = unsafe UnsafeBufferPointer(start: window.base + start, count: count).span
    guard QuickReferences.replace(bytes, isText: isText, into: &replaced) else { return nil }
    for index in replaced.indices { window[start + index] = replaced[index] }
    return replaced.count
  }
}

extension RecordBuffer<UInt8> {
  /// `QuickClass.of` for every byte.
  static var classes: RecordBuffer<UInt8> {
    var classes = RecordBuffer<UInt8>(room: 256)
    for byte in QuickClass.table { classes.append(byte) }
    return classes
  }
}

import Markup

/// A document says the same to the quick scanner and to libxml2, at once and in pieces.
enum MarkupTarget {
  struct Way {
    var isQuick: Bool
    var keepsNames: Bool
    var isWhole: Bool
  }

  struct Reading {
    var way: Way
    var events: [String]
    var error: MarkupError?
  }

  static func test(_ bytes: [UInt8]) {
    // The quick scanner keeps no names: readings with names are compared among themselves.
    for keepsNames in [false, true] {
      let first = read(bytes, Way(isQuick: false, keepsNames: keepsNames, isWhole: true))
      compare(
        first, read(bytes, Way(isQuick: false, keepsNames: keepsNames, isWhole: false)))
      if !keepsNames {
        compare(first, read(bytes, Way(isQuick: true, keepsNames: false, isWhole: true)))
        compare(first, read(bytes, Way(isQuick: true, keepsNames: false, isWhole: false)))
      }
    }
  }

  private static func compare(_ first: Reading, _ other: Reading) {
    if Fuzz.isCutCharacter(first.error?.description, other.error?.description) { return }
    guard first.error?.code == other.error?.code else {
      Fuzz.broken(
        "the same error", first.way, first.error?.description ?? "none", other.way,
        other.error?.description ?? "none")
    }
    if first.error == nil, first.events.count != other.events.count {
      Fuzz.broken("the same events", first.way, first.events, other.way, other.events)
    }
    // Before an error, either may have handed over more, and its last text may be cut.
    let common =
      min(first.events.count, other.events.count) - (first.error == nil ? 0 : 1)
    for index in 0..<max(common, 0) where first.events[index] != other.events[index] {
      Fuzz.broken(
        "the same event", index, first.way, first.events[index], other.way, other.events[index])
    }
  }

  private static func read(_ bytes: [UInt8], _ way: Way) -> Reading {
    var receiver = Recorder(keepsNames: way.keepsNames)
    var limits = MarkupLimits()
    limits.depth = 64
    limits.attributes = 40
    do throws(MarkupError) {
      var reader = MarkupReader(
        names: Recorder.names, limits: limits, keepsNames: way.keepsNames, isQuick: way.isQuick)
      for piece in way.isWhole ? [bytes] : bytes.pieces {
        try reader.feed(piece.span, to: &receiver)
      }
      try reader.finish(to: &receiver)
      receiver.settle()
      return Reading(way: way, events: receiver.events, error: nil)
    } catch {
      receiver.settle()
      return Reading(way: way, events: receiver.events, error: error)
    }
  }
}

/// Writes down what it is handed, texts that follow one another as one.
private struct Recorder: MarkupReceiver {
  static let names = [
    KnownName(nil, "r", 1), KnownName("*", "c", 2), KnownName("*", "row", 3),
    KnownName("urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table-cell", 4),
  ]

  let keepsNames: Bool
  private(set) var events: [String] = []
  private var text: [UInt8] = []

  init(keepsNames: Bool) { self.keepsNames = keepsNames }

  mutating func start(_ element: borrowing MarkupElement) throws(MarkupError) {
    settle()
    var event = "<\(element.token) line \(element.line)"
    element.forEachAttribute { token, value in event += " \(token)=\(String(copying: value))" }
    if keepsNames {
      event += " \(element.namespace)|\(element.prefix)|\(element.localName)"
      for index in 0..<element.attributeCount {
        guard let attribute = element.attribute(at: index) else { continue }
        event += " \(attribute.name.namespace)|\(attribute.name.prefix)|\(attribute.name.local)"
        event += "=\(attribute.value)"
      }
    }
    events.append(event)
  }

  mutating func end(_ token: Int32) throws(MarkupError) {
    settle()
    events.append(">\(token)")
  }

  mutating func text(_ bytes: borrowing Span<UInt8>) throws(MarkupError) {
    guard bytes.count > 0 else { return }
    text.append(copying: bytes)
    if events.last != "text" { events.append("text") }
  }

  mutating func settle() {
    guard events.last == "text" else { return }
    events[events.count - 1] = "text \(String(decoding: text, as: UTF8.self))"
    text.removeAll(keepingCapacity: true)
  }
}

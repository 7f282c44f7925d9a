import Markup

/// A document that comes in pieces says the same as one that comes at once.
enum MarkupTarget {
  /// How a document is read. A scanner that stands before libxml2 gets a case of its own here:
  /// whatever it does, the events are those of the reader without it.
  enum Way: CaseIterable {
    case whole
    case pieces
  }

  struct Reading {
    var events: [String]
    var error: MarkupError?
  }

  static func test(_ bytes: [UInt8]) {
    let readings = Way.allCases.map { read(bytes, $0) }
    guard let first = readings.first else { return }
    for other in readings.dropFirst() {
      guard (first.error == nil) == (other.error == nil) else {
        Fuzz.broken(
          "one way ends in an error, the other not", String(describing: first.error),
          String(describing: other.error))
      }
      // Before an error, either may have handed over more: what both have must agree.
      let common = min(first.events.count, other.events.count) - (first.error == nil ? 0 : 1)
      if first.error == nil, first.events.count != other.events.count {
        Fuzz.broken("the same events", first.events, other.events)
      }
      for index in 0..<max(common, 0) where first.events[index] != other.events[index] {
        Fuzz.broken("the same event", index, first.events[index], other.events[index])
      }
    }
  }

  private static func read(_ bytes: [UInt8], _ way: Way) -> Reading {
    var receiver = Recorder()
    do throws(MarkupError) {
      var limits = MarkupLimits()
      limits.depth = 64
      limits.attributes = 40
      var reader = try MarkupReader(names: Recorder.names, limits: limits, reportsNamespaces: true)
      switch way {
      case .whole: try reader.feed(bytes.span, to: &receiver)
      case .pieces: for piece in bytes.pieces { try reader.feed(piece.span, to: &receiver) }
      }
      try reader.finish(to: &receiver)
      return Reading(events: receiver.events, error: nil)
    } catch {
      return Reading(events: receiver.events, error: error)
    }
  }
}

/// Writes down what it is handed, texts that follow one another as one.
private struct Recorder: MarkupReceiver {
  static let names = [
    KnownName(nil, "r", 1), KnownName("*", "c", 2), KnownName("*", "row", 3),
    KnownName("urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table-cell", 4),
  ]

  private(set) var events: [String] = []
  private var text: [UInt8] = []

  mutating func start(_ element: borrowing MarkupElement) throws(MarkupError) {
    settle()
    var event = "<\(element.token) \(element.namespace)|\(element.prefix)|\(element.localName)"
    for index in 0..<element.attributeCount {
      guard let attribute = element.attribute(at: index) else { continue }
      event += " \(attribute.name.namespace)|\(attribute.name.prefix)|\(attribute.name.local)"
      event += "=\(attribute.value)"
    }
    element.forEachAttribute { token, value in event += " \(token):\(value.count)" }
    events.append(event)
  }

  mutating func end(_ token: Int32) throws(MarkupError) {
    settle()
    events.append(">\(token)")
  }

  mutating func text(_ bytes: borrowing Span<UInt8>) throws(MarkupError) {
    text.append(copying: bytes)
    if events.last != "text" { events.append("text") }
  }

  private mutating func settle() {
    guard events.last == "text" else { return }
    events[events.count - 1] = "text \(String(decoding: text, as: UTF8.self))"
    text.removeAll(keepingCapacity: true)
  }
}

private import CXMLReader

/// The start of an element, lent to a receiver for one call.
@safe package struct MarkupElement: ~Copyable {
  private let reader: OpaquePointer
  private let event: cxml_event

  init(reader: OpaquePointer, position: Int) {
    unsafe self.reader = reader
    var count = 0
    unsafe event = cxml_reader_events(reader, &count)[position]
  }

  /// The token of the element's name; 0 when it is not a known name.
  package var token: Int32 { event.token }
  /// Line of the start tag, from 1.
  package var line: Int { Int(event.line) }
  package var attributeCount: Int { Int(event.count) }

  package var localName: String { unsafe String(cString: cxml_reader_local(reader, event.name)) }
  package var prefix: String { unsafe String(cString: cxml_reader_prefix(reader, event.name)) }
  /// "" for no namespace.
  package var namespace: String { unsafe String(cString: cxml_reader_uri(reader, event.name)) }

  /// Lends the bytes of an attribute's value; nil when the element has none of that token.
  package func withValue<Value>(
    of token: Int32, _ body: (borrowing Span<UInt8>) -> Value
  ) -> Value? {
    let first = Int(event.first)
    for position in first..<first + Int(event.count) {
      let attribute = unsafe cxml_reader_attributes(reader)[position]
      if attribute.token == token { return withBytes(attribute, body) }
    }
    return nil
  }

  /// The attribute's value as text; nil when the element has none of that token.
  package func string(_ token: Int32) -> String? {
    withValue(of: token) { bytes in unsafe bytes.withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) } }
  }

  /// The attribute's value as a whole number; nil when there is none or it is not one.
  package func integer(_ token: Int32) -> Int? {
    withValue(of: token) { bytes -> Int? in
      guard bytes.count > 0, bytes.count < 19 else { return nil }
      var number = 0
      var isNegative = false
      for index in bytes.indices {
        let byte = bytes[index]
        if index == 0, byte == UInt8(ascii: "-"), bytes.count > 1 {
          isNegative = true
        } else if byte >= 48, byte <= 57 {
          number = number * 10 + Int(byte - 48)
        } else {
          return nil
        }
      }
      return isNegative ? -number : number
    } ?? nil
  }

  /// Whether an attribute is "true" or "1"; nil when there is none.
  package func flag(_ token: Int32) -> Bool? {
    string(token).map { $0 == "1" || $0 == "true" }
  }

  /// An attribute by its place, with its whole name: for those who keep what they do not know.
  package func attribute(at index: Int) -> MarkupNode.Attribute {
    let attribute = unsafe cxml_reader_attributes(reader)[Int(event.first) + index]
    return unsafe MarkupNode.Attribute(
      name: MarkupNode.Name(
        namespace: String(cString: cxml_reader_uri(reader, attribute.name)),
        prefix: String(cString: cxml_reader_prefix(reader, attribute.name)),
        local: String(cString: cxml_reader_local(reader, attribute.name))),
      value: withBytes(attribute) { bytes in
        unsafe bytes.withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) }
      })
  }

  private func withBytes<Value>(
    _ attribute: cxml_attribute, _ body: (borrowing Span<UInt8>) -> Value
  ) -> Value {
    guard attribute.length > 0, let base = unsafe cxml_reader_bytes(reader) else {
      return body(Span())
    }
    let bytes = unsafe UnsafeBufferPointer(
      start: base + Int(attribute.offset), count: Int(attribute.length))
    return body(unsafe bytes.span)
  }
}

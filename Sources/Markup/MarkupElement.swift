private import CXMLReader

/// The start of an element, lent to a receiver for one call. Public because it inlines.
@safe public struct MarkupElement: ~Copyable {
  @usableFromInline let reader: OpaquePointer?
  @usableFromInline let event: MarkupEventRecord
  @usableFromInline let attributes: UnsafePointer<MarkupAttributeRecord>?
  @usableFromInline let bytes: UnsafePointer<UInt8>?

  @inlinable
  init(
    reader: OpaquePointer?, event: MarkupEventRecord,
    attributes: UnsafePointer<MarkupAttributeRecord>?, bytes: UnsafePointer<UInt8>?
  ) {
    unsafe self.reader = unsafe reader
    self.event = event
    unsafe self.attributes = unsafe attributes
    unsafe self.bytes = unsafe bytes
  }

  /// The token of the element's name; 0 when it is not a known name.
  @inlinable public var token: Int32 { event.token }
  /// Line of the start tag, from 1.
  @inlinable public var line: Int { Int(event.line) }
  @inlinable public var attributeCount: Int { Int(event.count) }

  /// The name without its prefix; "" unless the reader keeps names.
  package var localName: String {
    guard let reader = unsafe reader else { return "" }
    return unsafe String(cString: cxml_reader_local(reader, event.name))
  }
  /// "" for none, and unless the reader keeps names.
  package var prefix: String {
    guard let reader = unsafe reader else { return "" }
    return unsafe String(cString: cxml_reader_prefix(reader, event.name))
  }
  /// "" for no namespace, and unless the reader keeps names.
  package var namespace: String {
    guard let reader = unsafe reader else { return "" }
    return unsafe String(cString: cxml_reader_uri(reader, event.name))
  }

  /// Lends the token and value of each attribute in turn, in the order of the document; the token
  /// is 0 for a name that is not known.
  @inlinable
  public func forEachAttribute(_ body: (Int32, borrowing Span<UInt8>) -> Void) {
    for index in 0..<Int(event.count) {
      guard let attribute = unsafe attributes?[Int(event.first) &+ index] else { return }
      withBytes(attribute) { body(attribute.token, $0) }
    }
  }

  /// Lends the bytes of an attribute's value; nil when the element has none of that token.
  @inlinable
  public func withValue<Value>(
    of token: Int32, _ body: (borrowing Span<UInt8>) -> Value
  ) -> Value? {
    for index in 0..<Int(event.count) {
      guard let attribute = unsafe attributes?[Int(event.first) &+ index] else { return nil }
      if attribute.token == token { return withBytes(attribute, body) }
    }
    return nil
  }

  /// The attribute's value as text; nil when the element has none of that token.
  package func string(_ token: Int32) -> String? {
    withValue(of: token) { String(copying: $0) }
  }

  /// The attribute's value as a whole number; nil when there is none or it is not one.
  package func integer(_ token: Int32) -> Int? {
    withValue(of: token) { Int(decimal: $0) } ?? nil
  }

  /// Whether an attribute is "true" or "1"; nil when there is none.
  package func flag(_ token: Int32) -> Bool? {
    string(token).map { $0 == "1" || $0 == "true" }
  }

  /// An attribute by its place, with its whole name: for those who keep what they do not know.
  /// Nil beyond `attributeCount`, and unless the reader keeps names.
  package func attribute(at index: Int) -> MarkupNode.Attribute? {
    guard let reader = unsafe reader, index < attributeCount,
      let attribute = unsafe attributes?[Int(event.first) + index]
    else { return nil }
    return unsafe MarkupNode.Attribute(
      name: MarkupNode.Name(
        namespace: String(cString: cxml_reader_uri(reader, attribute.name)),
        prefix: String(cString: cxml_reader_prefix(reader, attribute.name)),
        local: String(cString: cxml_reader_local(reader, attribute.name))),
      value: withBytes(attribute) { String(copying: $0) })
  }

  @inlinable
  func withBytes<Value>(
    _ attribute: MarkupAttributeRecord, _ body: (borrowing Span<UInt8>) -> Value
  ) -> Value {
    guard attribute.length > 0, let base = unsafe bytes else { return body(Span()) }
    let value = unsafe UnsafeBufferPointer(
      start: base + Int(attribute.offset), count: Int(attribute.length))
    return body(unsafe value.span)
  }
}

extension Int {
  /// `-?digits`, at most 18 of them, with nothing around; nil for anything else.
  @inlinable
  public init?(decimal bytes: borrowing Span<UInt8>) {
    guard bytes.count > 0, bytes.count < 19 else { return nil }
    var number = 0
    var isNegative = false
    for index in bytes.indices {
      let byte = bytes[index]
      let digit = byte &- UInt8(ascii: "0")
      if digit <= 9 {
        number = number &* 10 &+ Int(digit)
      } else if index == 0, byte == UInt8(ascii: "-"), bytes.count > 1 {
        isNegative = true
      } else {
        return nil
      }
    }
    self = isNegative ? 0 &- number : number
  }
}

extension String {
  /// A text of its own from lent UTF-8.
  package init(copying bytes: borrowing Span<UInt8>) {
    self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}

extension [UInt8] {
  /// Appends bytes that are only lent.
  package mutating func append(copying bytes: borrowing Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}

// Public, unlike the rest of the house: what the loop over events touches must inline into the
// readers of cells, and `@inlinable package` is silently not inlined.

/// An event as CXMLReader.h lays it out (`cxml_event`), field by field, so that a batch is lent
/// and not copied.
public struct MarkupEventRecord: Sendable, BitwiseCopyable {
  @usableFromInline let kind: UInt32
  @usableFromInline let token: Int32
  @usableFromInline let name: UInt32
  @usableFromInline let first: UInt32
  @usableFromInline let count: UInt32
  @usableFromInline let line: UInt32
}

/// An attribute as CXMLReader.h lays it out (`cxml_attribute`).
public struct MarkupAttributeRecord: Sendable, BitwiseCopyable {
  @usableFromInline let token: Int32
  @usableFromInline let name: UInt32
  @usableFromInline let offset: UInt32
  @usableFromInline let length: UInt32
}

/// What one feed brought, or a part of it, lent until the next.
@usableFromInline
@safe struct MarkupBatch {
  /// Libxml2's, for the names of elements; nil for a batch of the scanner.
  @usableFromInline let reader: OpaquePointer?
  @usableFromInline let events: UnsafePointer<MarkupEventRecord>?
  @usableFromInline let count: Int
  @usableFromInline let attributes: UnsafePointer<MarkupAttributeRecord>?
  @usableFromInline let bytes: UnsafePointer<UInt8>?

  init(
    reader: OpaquePointer?, events: UnsafePointer<MarkupEventRecord>?, count: Int,
    attributes: UnsafePointer<MarkupAttributeRecord>?, bytes: UnsafePointer<UInt8>?
  ) {
    unsafe self.reader = unsafe reader
    unsafe self.events = unsafe events
    self.count = count
    unsafe self.attributes = unsafe attributes
    unsafe self.bytes = unsafe bytes
  }

  /// Inlined where the receiver is known, so that an event costs no call through a protocol.
  @inlinable
  func drain(to receiver: inout some MarkupReceiver) throws(MarkupError) {
    guard let events = unsafe events else { return }
    for position in 0..<count {
      let event = unsafe events[position]
      if event.kind == 1 {
        try receiver.start(
          unsafe MarkupElement(
            reader: reader, event: event, attributes: attributes, bytes: bytes))
      } else if event.kind == 2 {
        try receiver.end(event.token)
      } else if let bytes = unsafe bytes {
        let text = unsafe UnsafeBufferPointer(
          start: bytes + Int(event.first), count: Int(event.count))
        try receiver.text(unsafe text.span)
      }
    }
  }
}

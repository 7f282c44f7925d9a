// Public, unlike the rest of the house: what the loop over events touches must inline into the
// readers of cells, and `@inlinable package` is silently not inlined.

/// An event as CXMLReader.h lays it out (`cxml_event`), field by field, so that a batch is lent
/// and not copied.
public struct MarkupEventRecord: Sendable {
  @usableFromInline let kind: UInt32
  @usableFromInline let token: Int32
  @usableFromInline let name: UInt32
  @usableFromInline let first: UInt32
  @usableFromInline let count: UInt32
  @usableFromInline let line: UInt32
}

/// An attribute as CXMLReader.h lays it out (`cxml_attribute`).
public struct MarkupAttributeRecord: Sendable {
  @usableFromInline let token: Int32
  @usableFromInline let name: UInt32
  @usableFromInline let offset: UInt32
  @usableFromInline let length: UInt32
}

/// What one feed brought, lent until the next.
@usableFromInline
@safe struct MarkupBatch {
  @usableFromInline let events: UnsafePointer<MarkupEventRecord>?
  @usableFromInline let count: Int
  @usableFromInline let attributes: UnsafePointer<MarkupAttributeRecord>?
  @usableFromInline let bytes: UnsafePointer<UInt8>?

  init(
    events: UnsafePointer<MarkupEventRecord>?, count: Int,
    attributes: UnsafePointer<MarkupAttributeRecord>?, bytes: UnsafePointer<UInt8>?
  ) {
    unsafe self.events = unsafe events
    self.count = count
    unsafe self.attributes = unsafe attributes
    unsafe self.bytes = unsafe bytes
  }
}

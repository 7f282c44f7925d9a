/// A name that a receiver wants to know by a number of its own.
///
/// Several names may share a token: two spellings of a namespace.
package struct KnownName: Hashable, Sendable {
  /// The namespace; nil for none, "*" for any.
  package var namespace: String?
  package var local: String
  /// Greater than 0; 0 means "not among the known names".
  package var token: Int32

  package init(_ namespace: String?, _ local: String, _ token: Int32) {
    self.namespace = namespace
    self.local = local
    self.token = token
  }
}

/// What takes a document in as it is parsed. One call an element's start, end and text; the text
/// of an element may come in pieces. Public because the loop that calls it inlines.
public protocol MarkupReceiver {
  /// - Throws: what stops the reading.
  mutating func start(_ element: borrowing MarkupElement) throws(MarkupError)
  /// `token` is that of the element which ends, 0 when it is not a known name.
  mutating func end(_ token: Int32) throws(MarkupError)
  /// Bytes of UTF-8, lent for the call.
  mutating func text(_ bytes: borrowing Span<UInt8>) throws(MarkupError)
}

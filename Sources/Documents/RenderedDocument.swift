/// A filled document before it is bytes. The same value always gives the same bytes.
package struct RenderedDocument: Sendable {
  /// An ODT package. `clock` is the time of the run in ISO 8601, "2021-02-01T10:00:00Z"; it is
  /// the document's date of creation.
  package func odt(clock: String) throws(DocumentError) -> [UInt8] { [] }

  /// One HTML file that needs nothing else.
  package func html(frame: HTMLFrame) throws(DocumentError) -> [UInt8] { [] }
}

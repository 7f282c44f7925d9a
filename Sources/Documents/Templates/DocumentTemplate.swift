/// A flat OpenDocument text (`.fodt`) with `{{ … }}` tags, read and checked once, filled many times.
package struct DocumentTemplate: Sendable {
  /// What findings and errors call it: its path in the pack.
  package let name: String

  /// Throws `notATemplate`, or `faultyTemplate` with all faults that can be seen without data.
  package init(parsing bytes: [UInt8], name: String) throws(DocumentError) {
    self.name = name
  }

  /// What would go wrong with data of this shape, branches that are not taken included; empty when
  /// all is well. Lists are looked into by their first element.
  package func faults(with record: TemplateRecord) -> [TemplateFault] {
    []
  }

  /// The filled document. Throws `unfillable` with all faults of this filling.
  package func render(_ record: TemplateRecord) throws(DocumentError) -> RenderedDocument {
    RenderedDocument()
  }
}

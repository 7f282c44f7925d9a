/// A sentence with `{{ … }}` tags, parsed once and filled many times.
package struct TextTemplate: Sendable, Hashable {
  /// The text that it was parsed from.
  package let source: String

  package init(parsing source: String) throws { self.source = source }
}

/// A parsed expression of the one language that rules and template tags share.
package struct Expression: Sendable, Hashable {
  /// The text that it was parsed from.
  package let source: String

  package init(parsing source: String) throws { self.source = source }
}

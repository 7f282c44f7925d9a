/// What an expression or a template may ask for. A test can lower each.
package struct ExpressionLimits: Sendable, Hashable {
  /// Characters of one expression. The longest rule of a real form has some 400; 4,000 leaves
  /// room for a sum over a whole form and ends a file that was pasted into a rule.
  package var characters = 4_000
  /// Characters of one template with its tags: a long paragraph has some 2,000.
  package var templateCharacters = 40_000
  /// Levels of the syntax tree. It is walked by recursion, also on threads with a stack of 512 KB;
  /// a sum of 60 rows has 60 levels.
  package var depth = 100

  package init() {}

  package static let standard = ExpressionLimits()
}

/// What a person reads about one finding, in one language.
package struct FindingWords: Sendable, Hashable {
  /// The rule and the values seen, in one sentence.
  package var headline: String
  /// Why it matters.
  package var reason: String
  /// What to do about it.
  package var mend: String

  package init(headline: String, reason: String, mend: String) {
    self.headline = headline
    self.reason = reason
    self.mend = mend
  }
}

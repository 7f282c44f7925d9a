/// The marks of typography that documents use, by name, so that no source holds a character that
/// cannot be seen.
package enum Mark {
  /// U+00A0: between a number and what belongs to it.
  package static let noBreakSpace = "\u{A0}"
  /// U+2212: as wide as the plus, never a hyphen.
  package static let minus = "\u{2212}"
  /// U+2013: in a table, what is not there.
  package static let dash = "\u{2013}"
  /// U+2014: in a sentence.
  package static let longDash = "\u{2014}"
}

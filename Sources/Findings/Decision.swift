/// What a person of the office decided about a finding or a value. The journal of the campaign
/// keeps it; traces, protocols and documents show it.
package struct Decision: Sendable, Hashable, Codable {
  package enum Act: String, Sendable, Hashable, Codable, CaseIterable {
    /// The value was put right by the office.
    case corrected
    /// The value counts in spite of the finding.
    case accepted
  }

  /// The line of the journal.
  package var number: Int
  package var act: Act
  package var author: String
  /// ISO 8601, UTC.
  package var at: String
  package var reason: String

  package init(number: Int, act: Act, author: String, at: String, reason: String) {
    self.number = number
    self.act = act
    self.author = author
    self.at = at
    self.reason = reason
  }
}

/// A practice that a unit reported in its form.
package struct Practice: Sendable, Hashable {
  /// Who reported it; nil where that is not to be told.
  package var unit: UnitCode?
  package var title: String
  /// A member of `sections`.
  package var section: MemberCode
  /// What came of it, in the unit's words; empty when it did not say.
  package var outcome: String
  /// The unit's value that supports it, then the municipality's; empty until it is chosen.
  package var evidence: [ValueAddress]

  package init(
    unit: UnitCode?, title: String, section: MemberCode, outcome: String,
    evidence: [ValueAddress] = []
  ) {
    self.unit = unit
    self.title = title
    self.section = section
    self.outcome = outcome
    self.evidence = evidence
  }

  /// What everybody may read of it: title and section, without who reported it and its numbers.
  package var anonymous: Practice {
    Practice(unit: nil, title: title, section: section, outcome: "")
  }
}

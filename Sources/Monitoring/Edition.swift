/// A value as an edition may show it. `Advice` and `Reporting` see these only, so that nothing
/// can leak by forgetting.
package struct PublishedValue: Sendable, Hashable {
  package enum Showing: Sendable, Hashable {
    case shown(IndicatorValue)
    /// Left out of this edition because it could point at a person.
    case suppressed
  }

  package var address: ValueAddress
  package var showing: Showing

  package init(address: ValueAddress, showing: Showing) {
    self.address = address
    self.showing = showing
  }

  /// The value when this edition shows it.
  package var value: IndicatorValue? {
    if case .shown(let value) = showing { return value }
    return nil
  }
}

/// What readers of one kind may see.
package struct Edition: Sendable {
  package enum Audience: String, Sendable, Hashable, CaseIterable {
    /// For those who work on it: everything.
    case `internal`
    /// For everybody: municipality only, no small cells.
    case `public`
  }

  package let audience: Audience
  /// Oldest first.
  package let periods: [Period]
  private let values: [ValueAddress: PublishedValue]
  private let comparisons: [ValueAddress: Comparison]
  /// Only those that speak of shown values.
  package let signals: [Signal]
  /// What is no longer as it was signed; keys have the term `.value`.
  package let revisions: [ValueAddress: Revision]

  package init(
    audience: Audience, periods: [Period], values: [ValueAddress: PublishedValue],
    comparisons: [ValueAddress: Comparison], signals: [Signal],
    revisions: [ValueAddress: Revision] = [:]
  ) {
    self.audience = audience
    self.periods = periods
    self.values = values
    self.comparisons = comparisons
    self.signals = signals
    self.revisions = revisions
  }

  /// The value at an address (of any term); nil when this edition does not hold it at all.
  package subscript(address: ValueAddress) -> PublishedValue? { values[address.term(.value)] }

  /// The change at an address (of any term); nil when this edition does not hold it.
  package func comparison(_ address: ValueAddress) -> Comparison? {
    comparisons[address.term(.change)]
  }
}

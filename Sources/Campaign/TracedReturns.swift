import Findings
package import Monitoring
import Store

/// Which of the forms behind a number were sent back, so that what they say is withheld.
package struct TracedReturns: Sendable {
  private var lines: [String: JournalEntry] = [:]

  /// Empty for a campaign without a store.
  init(_ store: Store?) throws {
    guard let store else { return }
    let entries = try store.journal()
    let gone = Set(
      entries.compactMap { entry -> Int? in
        if case .withdraw(let line) = entry.act { line } else { nil }
      })
    for entry in entries where !gone.contains(entry.number) {
      if case .returnForm(let hash) = entry.act { lines[hash] = entry }
    }
  }

  /// The line by which the file of an observation was sent back; nil when it was not.
  package func line(of observation: Observation?) -> JournalEntry? {
    guard let observation, let hash = observation.origin?.hash, let entry = lines[hash],
      entry.unit == observation.key.unit, entry.period == observation.key.period
    else { return nil }
    return entry
  }
}

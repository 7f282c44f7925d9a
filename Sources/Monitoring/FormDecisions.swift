import Findings

/// What the office decided about the forms of one unit and period, by what it was decided about.
package struct FormDecisions: Sendable {
  /// A value put right, with what the form said when it was.
  package struct Correction: Sendable, Hashable {
    package var entry: JournalEntry
    package var before: Observation.State?
    package var after: Observation.State

    /// The mark on the value.
    package var mark: ValueDecision {
      ValueDecision(decision: entry.decision(.corrected), before: before)
    }
  }

  /// Of each value, the last one at the end.
  package private(set) var corrections: [Observation.Key: [Correction]] = [:]
  /// Oldest first.
  package private(set) var acceptances: [JournalEntry] = []
  /// The last line by which each file was sent back, by its hash.
  private var returns: [String: JournalEntry] = [:]
  /// The line that says when the signed paper was received; the last one.
  package private(set) var scan: JournalEntry?

  /// - Parameter entries: the lines that hold, `Journal.holding`.
  package init(_ entries: [JournalEntry]) {
    for entry in entries {
      switch entry.act {
      case .correct(let field, let breakdown, let before, let after):
        guard let unit = entry.unit, let period = entry.period else { continue }
        let key = Observation.Key(unit: unit, period: period, field: field, breakdown: breakdown)
        corrections[key, default: []].append(
          Correction(entry: entry, before: before, after: after))
      case .accept: acceptances.append(entry)
      case .returnForm(let hash): returns[hash] = entry
      case .scan: scan = entry
      case .lock, .unlock, .importResults, .newPeriod, .withdraw: continue
      }
    }
  }

  /// The correction of a value that holds: the last that was made of what the form says; nil when
  /// the form speaks for itself.
  /// - Parameter said: what the form says; nil where it says nothing.
  package func correction(
    of key: Observation.Key, saying said: Observation.State?
  ) -> Correction? {
    corrections[key]?.last { $0.before == said }
  }

  /// What forms say, as the office put it right: with values where they say nothing at the end, in
  /// the order of their fields.
  package func applied(to said: [Observation]) -> [Observation] {
    var left = Set(corrections.keys)
    let right = said.map { observation in
      left.remove(observation.key)
      return correction(of: observation.key, saying: observation.state).map {
        observation.corrected(by: $0)
      } ?? observation
    }
    return right + added(at: left)
  }

  /// The values that were put right in these places, where the forms say nothing.
  package func added(at places: some Sequence<Observation.Key>) -> [Observation] {
    places.compactMap { key in
      correction(of: key, saying: nil).map {
        Observation(key: key, state: $0.after, origin: nil, decisions: [$0.mark])
      }
    }.sorted { ($0.key.field, $0.key.breakdown) < ($1.key.field, $1.key.breakdown) }
  }

  /// Whether any file was sent back.
  package var hasReturns: Bool { !returns.isEmpty }

  /// The line by which a file was sent back; nil for one that was not.
  package func sentBack(_ hash: String) -> JournalEntry? { returns[hash] }

  /// The last line by which any of these files was sent back.
  package func sentBack(anyOf hashes: some Sequence<String>) -> JournalEntry? {
    hashes.compactMap { returns[$0] }.max { $0.number < $1.number }
  }
}

extension Observation {
  /// The value put right.
  package func corrected(by correction: FormDecisions.Correction) -> Observation {
    var right = self
    right.state = correction.after
    right.decisions.append(correction.mark)
    return right
  }
}

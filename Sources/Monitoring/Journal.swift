/// The journal folded: its lines, and what has become of each.
///
/// A line holds unless a later one takes it back. Whoever asks what holds asks here; a part of the
/// journal will do where what takes a line back is about the same unit and period, as it always is.
package struct Journal: Sendable {
  /// Oldest first.
  package let entries: [JournalEntry]
  private let withdrawals: [Int: JournalEntry]

  package init(_ entries: [JournalEntry]) {
    self.entries = entries
    withdrawals = Dictionary(
      entries.compactMap { entry in
        if case .withdraw(let line) = entry.act { (line, entry) } else { nil }
      }, uniquingKeysWith: { first, _ in first })
  }

  package subscript(line: Int) -> JournalEntry? { entries.first { $0.number == line } }

  /// The line that took `line` back; nil while it holds.
  package func withdrawal(of line: Int) -> JournalEntry? { withdrawals[line] }

  /// The lines that hold, oldest first: those that were not taken back, without those that only
  /// take others back.
  package var holding: [JournalEntry] {
    entries.filter { entry in
      if case .withdraw = entry.act { return false }
      return withdrawals[entry.number] == nil
    }
  }
}

extension JournalEntry.Act {
  /// Whether it is a decision about a form, which `withdraw` may take back.
  package var canBeWithdrawn: Bool {
    switch self {
    case .correct, .accept, .returnForm, .scan: true
    case .lock, .unlock, .importResults, .newPeriod, .withdraw: false
    }
  }

  package var isImport: Bool {
    if case .importResults = self { return true }
    return false
  }
}

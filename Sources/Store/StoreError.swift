/// What can go wrong with the store, with the file and the reason as the system gave it.
package struct StoreError: Error, Sendable, Hashable, CustomStringConvertible {
  package struct Code: Sendable, Hashable {
    package let name: String

    /// The database could not be opened or made.
    package static let cannotOpen = Code(name: "store.cannot-open")
    /// A later version of the program has written to it.
    package static let newer = Code(name: "store.newer")
    /// Another program held it for longer than `StoreLimits.busySeconds`.
    package static let busy = Code(name: "store.busy")
    /// The folder or the file may not be written to.
    package static let readOnly = Code(name: "store.read-only")
    /// The disk is full.
    package static let full = Code(name: "store.full")
    /// What stands in the database or in `received/` is not what was written there.
    package static let damaged = Code(name: "store.damaged")
    /// A file could not be kept in `received/`.
    package static let notKept = Code(name: "store.not-kept")
    /// What was handed over contradicts itself: one field twice, or a file that was never kept.
    package static let contradiction = Code(name: "store.contradiction")
    /// The period is closed: it has to be opened first, with a reason.
    package static let closed = Code(name: "store.closed")
    /// Something was stored while results were reckoned of what was there before.
    package static let changed = Code(name: "store.changed")
    /// Any other refusal of the database.
    package static let failed = Code(name: "store.failed")
  }

  package let code: Code
  /// Path of the file or folder concerned.
  package let path: String
  /// The reason, in English, with the numbers.
  package let reason: String

  package init(_ code: Code, path: String, reason: String) {
    self.code = code
    self.path = path
    self.reason = reason
  }

  package var description: String { "\(path): \(reason)" }
}

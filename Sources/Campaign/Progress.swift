/// How far a long step has come; the entrance draws it, or keeps silent.
package struct Progress: Sendable {
  package enum Step: Sendable, Hashable {
    case issuing
    case reading
    case checking
    case writing
  }

  /// Called from one task at a time, `done` never decreasing within a step.
  package let report: @Sendable (_ step: Step, _ done: Int, _ total: Int) -> Void

  package init(report: @escaping @Sendable (Step, Int, Int) -> Void) { self.report = report }

  /// For callers that do not want to know.
  package static let silent = Progress { _, _, _ in }
}

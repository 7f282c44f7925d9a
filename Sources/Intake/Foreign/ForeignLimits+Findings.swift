import Findings

extension ForeignLimits {
  /// The gravest findings that fit, and how many there are besides.
  ///
  /// - Parameter unsaid: how many were not even made.
  func bounded(
    _ findings: [Finding], unsaid: Int = 0, key: FindingKey, origin: Origin
  ) -> [Finding] {
    let more = max(0, findings.count - self.findings) + unsaid
    guard more > 0 else { return findings }
    let order = findings.enumerated().sorted {
      ($0.element.severity, $0.offset) < ($1.element.severity, $1.offset)
    }
    let rest = Finding(
      code: "foreign.too-many", severity: .warning, key: key, arguments: ["count": .count(more)],
      origins: [origin])
    return order.prefix(self.findings).map(\.element) + [rest]
  }
}

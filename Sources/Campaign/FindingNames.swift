import Findings
import Monitoring

extension Finding {
  /// Whether it is about a value, or names its cell.
  func names(_ observation: Observation) -> Bool {
    if observationKey == observation.key { return true }
    guard let cell = observation.origin else { return false }
    return origins.contains {
      $0.hash == cell.hash && $0.sheet == cell.sheet && $0.cell == cell.cell && !cell.cell.isEmpty
    }
  }
}

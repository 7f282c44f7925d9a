import Foundation
package import Monitoring
import Store

extension OpenCampaign {
  /// How many forms rules have still to run over, as after a run that was killed between storing and
  /// checking: values count among theirs that rules may withhold.
  /// - Parameter last: later periods are not asked about; nil: all.
  package func uncheckedForms(until last: Period? = nil) throws -> Int {
    guard Store.exists(in: folder.root.path) else { return 0 }
    return try uncheckedForms(until: last, in: try store())
  }

  /// Of a unit that the register does not know nothing counts, and no run of the rules reaches it.
  func uncheckedForms(until last: Period?, in store: Store) throws -> Int {
    try storing {
      try store.unchecked(rules: readingMark, lineage: register.lineage).count { place in
        (last.map { place.period <= $0 } ?? true) && register[place.unit] != nil
      }
    }
  }
}

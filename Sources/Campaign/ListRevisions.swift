import Analysis
package import Monitoring

/// The step that lists what is no longer as it was signed.
package struct ListRevisions: Sendable {
  private let campaign: OpenCampaign
  private let period: Period?

  /// - Parameter period: only this one; nil for all.
  package init(campaign: OpenCampaign, period: Period?) {
    self.campaign = campaign
    self.period = period
  }

  /// By period, then in the order of the result table; what is reckoned no more comes last.
  package func run() throws -> (revisions: [Revision], reckoning: Reckoning) {
    let reckoning = try ReckonResults(campaign: campaign).run()
    var rest = reckoning.results.revisions
    let ordered = reckoning.table.rows.compactMap { rest.removeValue(forKey: $0.address) }
    let all = ordered + rest.values.sorted { $0.address < $1.address }
    let chosen = all.filter { period == nil || $0.address.period == period }
    let periods = Set(chosen.map(\.address.period)).sorted()
    return (
      periods.flatMap { one in chosen.filter { $0.address.period == one } }, reckoning
    )
  }
}

package import Analysis
import Foundation
package import Monitoring
import Store

/// What was reckoned of a campaign.
package struct Reckoning: Sendable {
  package let results: ResultSet
  package let table: ResultTable
  package let campaign: OpenCampaign
}

/// The step from stored observations to results: one pass, whatever their number.
package struct ReckonResults: Sendable {
  private let campaign: OpenCampaign

  package init(campaign: OpenCampaign) { self.campaign = campaign }

  /// - Throws: `CampaignError.store`; `AnalysisError.overflow` for sums beyond 18 digits.
  package func run() throws -> Reckoning {
    var aggregator = Aggregator(
      pack: campaign.pack, register: campaign.register, periods: campaign.settings.periods)
    if Store.exists(in: campaign.folder.root.path) {
      let store = try campaign.store()
      try storing {
        try store.forEachObservation(
          fields: aggregator.fields, periods: Set(campaign.settings.periods)
        ) { aggregator.add($0) }
      }
    }
    let results = try aggregator.results()
    return Reckoning(
      results: results,
      table: ResultTable(results, pack: campaign.pack, register: campaign.register),
      campaign: campaign)
  }
}

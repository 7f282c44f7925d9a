package import Analysis
package import Findings
import Foundation
package import Monitoring
import Store

/// What was reckoned of a campaign.
package struct Reckoning: Sendable {
  package let results: ResultSet
  package let table: ResultTable
  package let campaign: OpenCampaign
  /// `signed.differs` for each closed period whose results are not those that were signed in it.
  package let breaches: [Finding]
}

/// The step from stored observations to results: one pass, whatever their number.
package struct ReckonResults: Sendable {
  private let campaign: OpenCampaign

  package init(campaign: OpenCampaign) { self.campaign = campaign }

  /// The results, the years that were taken over from signed tables among them, each value with
  /// what it was when it was signed.
  ///
  /// - Throws: `CampaignError.store`; `AnalysisError.overflow` for sums beyond 18 digits.
  package func run() throws -> Reckoning {
    guard Store.exists(in: campaign.folder.root.path) else {
      return reckoning(try aggregator([]).results(), breaches: [])
    }
    let store = try campaign.store()
    var results = try reckoned(store)
    let signed = SignedComparison(store, register: campaign.register)
    results.revisions = try storing { try signed.revisions(of: results) }
    return reckoning(results, breaches: try breaches(in: results, store: store, signed))
  }

  private func reckoned(_ store: Store) throws -> ResultSet {
    let imported = try campaign.imported(store)
    var aggregator = aggregator(imported.flatMap(\.values))
    try storing {
      try store.forEachObservation(
        fields: aggregator.fields, periods: Set(campaign.settings.periods)
      ) { aggregator.add($0) }
    }
    return try aggregator.results()
  }

  private func aggregator(_ imported: [IndicatorValue]) -> Aggregator {
    Aggregator(
      pack: campaign.pack, register: campaign.register, periods: campaign.settings.periods,
      imported: imported)
  }

  private func reckoning(_ results: ResultSet, breaches: [Finding]) -> Reckoning {
    Reckoning(
      results: results,
      table: ResultTable(results, pack: campaign.pack, register: campaign.register),
      campaign: campaign, breaches: breaches)
  }

  /// A period is signed as its own pack reckons it: where another pack gives other values, its own
  /// has the last word.
  private func breaches(
    in results: ResultSet, store: Store, _ signed: SignedComparison
  ) throws -> [Finding] {
    try campaign.settings.periods.filter(campaign.settings.locked.contains).compactMap { period in
      var found = try storing { try signed.breaches(of: period, in: results) }
      if !found.isEmpty, period != campaign.current {
        let own = try ReckonResults(campaign: campaign.until(period)).reckoned(store)
        found = try storing { try signed.breaches(of: period, in: own) }
      }
      return found.isEmpty ? nil : Finding(signedDiffers: found, in: period)
    }
  }
}

extension OpenCampaign {
  /// The results of years that were taken over from signed tables, up to the current period.
  func imported(_ store: Store) throws -> [ImportedResults] {
    try storing { try store.imports() }.filter { $0.entry.period.map { $0 <= current } ?? false }
  }

  /// The periods of those years, oldest first: they have results and no forms.
  package func importedPeriods() throws -> [Period] {
    guard Store.exists(in: folder.root.path) else { return [] }
    return try imported(try store()).compactMap(\.entry.period)
  }
}

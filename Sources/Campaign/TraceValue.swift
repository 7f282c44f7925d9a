package import Analysis
import Foundation
package import Monitoring
import Store

/// A number walked back, with what was signed of it.
package struct TracedValue: Sendable {
  package let trace: Trace
  package let campaign: OpenCampaign
  /// Which of the forms behind it were sent back.
  package let returns: TracedReturns
  /// Why values behind it do not count.
  package let findings: TracedFindings
  /// What became of the forms of those units that give nothing, or sent more than what counts.
  package let forms: TracedForms
  /// What it was when it was signed, where that was something else.
  package let revision: Revision?
  /// Who took it over from a signed table; nil for a value of forms.
  package let importedBy: JournalEntry?
}

/// The step that walks a printed number back to its cells.
package struct TraceValue: Sendable {
  private let campaign: OpenCampaign
  private let address: ValueAddress

  /// - Parameter address: its indicator as a person names it, too: «3.3/school-05/-/2021/value».
  package init(campaign: OpenCampaign, address: ValueAddress) {
    self.campaign = campaign
    var address = address
    if let named = campaign.pack.indicator(named: address.indicator.rawValue) {
      address.indicator = named.code
    }
    self.address = address
  }

  /// - Throws: `CampaignError.noAddress` when the campaign has no such number.
  package func run() throws -> TracedValue {
    let store = Store.exists(in: campaign.folder.root.path) ? try campaign.store() : nil
    do {
      let tables = try store.map { try campaign.imported($0) } ?? []
      if let table = tables.first(where: { $0.entry.period == address.period }) {
        return try traced(in: table)
      }
      let trace = try storing {
        try Trace(
          of: address, pack: campaign.pack, register: campaign.register,
          periods: campaign.settings.periods, imported: tables.flatMap(\.values)
        ) { try store?.observation($0) }
      }
      var (revision, returns) = try storing {
        (
          try store.flatMap { store in
            try SignedComparison(store, register: campaign.register).revision(of: trace.value)
          }, try TracedReturns(store)
        )
      }
      if let own = revision, trace.contributions.contains(where: { $0.unit != address.unit }) {
        // By which units a sum changed is known of all values only.
        let all = try ReckonResults(campaign: campaign).run().results.revisions
        revision = all[own.address] ?? own
      }
      let contributions = trace.contributions + trace.before
      return TracedValue(
        trace: trace, campaign: campaign, returns: returns,
        findings: try TracedFindings(of: contributions, store, campaign),
        forms: try TracedForms(of: contributions, store, campaign), revision: revision,
        importedBy: nil)
    } catch let error as AnalysisError where error.code == .unknownAddress {
      throw unknown(error.reason)
    }
  }

  private func traced(in table: ImportedResults) throws -> TracedValue {
    guard let value = table.values.first(where: { $0.address == address.term(.value) }) else {
      throw unknown("\(table.file) has no such value")
    }
    return TracedValue(
      trace: try Trace(of: address, imported: value, pack: campaign.pack), campaign: campaign,
      returns: try TracedReturns(nil), findings: try TracedFindings(of: [], nil, campaign),
      forms: try TracedForms(of: [], nil, campaign), revision: nil, importedBy: table.entry)
  }

  private func unknown(_ reason: String) -> CampaignError {
    let indicators = campaign.pack.indicators.map(\.code.rawValue).joined(separator: ", ")
    return CampaignError(
      .noAddress,
      ru: "числа с адресом \(address) в кампании нет. Показатели: "
        + indicators + "; организации — коды из реестра и \(campaign.register.root.code); адреса "
        + "всех чисел печатает svodka results --format csv",
      en: "the campaign has no number at \(address) (\(reason)). Indicators: "
        + indicators + "; units are codes of the register and \(campaign.register.root.code); "
        + "svodka results --format csv prints the addresses of all numbers")
  }
}

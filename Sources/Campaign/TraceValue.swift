package import Analysis
import Foundation
package import Monitoring
import Store

/// The step that walks a printed number back to its cells.
package struct TraceValue: Sendable {
  private let campaign: OpenCampaign
  private let address: ValueAddress

  package init(campaign: OpenCampaign, address: ValueAddress) {
    self.campaign = campaign
    self.address = address
  }

  /// - Throws: `CampaignError.noAddress` when the campaign has no such number.
  package func run() throws -> (
    trace: Trace, campaign: OpenCampaign, returns: TracedReturns
  ) {
    let store = Store.exists(in: campaign.folder.root.path) ? try campaign.store() : nil
    do {
      let trace = try storing {
        try Trace(
          of: address, pack: campaign.pack, register: campaign.register,
          periods: campaign.settings.periods
        ) { try store?.observation($0) }
      }
      return (trace, campaign, try storing { try TracedReturns(store) })
    } catch let error as AnalysisError where error.code == .unknownAddress {
      throw CampaignError(
        .noAddress,
        ru: "числа с адресом \(address) в кампании нет. Показатели: "
          + campaign.pack.indicators.map(\.code.rawValue).joined(separator: ", ")
          + "; организации – коды из реестра и \(campaign.register.root.code); адреса всех чисел "
          + "печатает svodka results --format csv",
        en: "the campaign has no number at \(address) (\(error.reason)). Indicators: "
          + campaign.pack.indicators.map(\.code.rawValue).joined(separator: ", ")
          + "; units are codes of the register and \(campaign.register.root.code); "
          + "svodka results --format csv prints the addresses of all numbers")
    }
  }
}

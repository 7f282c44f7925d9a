package import Foundation
import Monitoring
import Reporting
import Spreadsheets

/// The step that makes files of the register of forms.
package struct WriteRegister: Sendable {
  private let campaign: OpenCampaign
  private let now: Date

  package init(campaign: OpenCampaign, now: Date) {
    self.campaign = campaign
    self.now = now
  }

  /// An XLSX workbook.
  package func workbook(_ register: FormRegister) throws -> [UInt8] {
    let workbook = RegisterWorkbook(
      register.material(of: campaign), created: now.formatted(.iso8601)
    ).workbook
    do {
      return try workbook.bytes(as: .xlsx)
    } catch {
      throw CampaignError(
        .unwritable, ru: "реестр не записать в XLSX: \(error)",
        en: "the register cannot be written as XLSX: \(error)")
    }
  }

  /// An HTML page, made of the pack's template of a summary.
  /// - Throws: `CampaignError.badTemplate`, also for a pack without it.
  package func page(_ register: FormRegister) throws -> [UInt8] {
    let templates = TemplateFolder(pack: campaign.packFolder(register.period))
    let path = "documents/summary.fodt"
    guard templates.has(path) else {
      throw CampaignError(
        .badTemplate, ru: "в пакете нет шаблона \(path): страницу реестра сделать не из чего",
        en: "the pack has no template \(path) to make the register's page of")
    }
    return try templates.html(
      templates.template(path), register.material(of: campaign).record, templates.frame())
  }
}

import Foundation
package import Wording

/// What stops a run: nothing was done, or what was done is whole.
package struct CampaignError: Error, Sendable, Hashable {
  package enum Code: String, Sendable, Hashable {
    case noCampaign = "campaign.none"
    case alreadyThere = "campaign.already-there"
    case badSettings = "campaign.settings"
    case badPack = "campaign.pack"
    case badRegister = "campaign.register"
    case unreadable = "campaign.unreadable"
    case unwritable = "campaign.unwritable"
    case noPeriod = "campaign.no-period"
    case noUnit = "campaign.no-unit"
    case noAddress = "campaign.no-address"
    case badTemplate = "campaign.template"
    case badDecision = "campaign.decision"
    case store = "campaign.store"
    /// A period without any form cannot be signed.
    case nothingToSign = "campaign.nothing-to-sign"
    /// Rules have not run over all that would be signed.
    case notChecked = "campaign.not-checked"
    /// A table of earlier results cannot be taken over.
    case badImport = "campaign.import"
    /// Another process has the lock.
    case busy = "campaign.busy"
    /// A person asked the run to stop.
    case interrupted = "campaign.interrupted"
  }

  package var code: Code
  /// What happened and what to do, in each language.
  package var russian: String
  package var english: String

  package init(_ code: Code, ru russian: String, en english: String) {
    self.code = code
    self.russian = russian
    self.english = english
  }

  package func message(_ language: Language) -> String {
    switch language {
    case .ru: russian
    case .en: english
    }
  }
}

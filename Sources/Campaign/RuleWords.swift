import Expressions
package import Findings
import Monitoring
package import Wording

/// The words of a finding, whether the program's own or a rule's of the pack of its period.
package struct FindingSpeaker: Sendable {
  private let packs: [String: SystemPack]

  init(packs: [Period: SystemPack]) {
    self.packs = Dictionary(
      packs.map { ($0.key.description, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// Never fails: a rule that the pack no longer has is shown by its code.
  package func words(_ finding: Finding, _ language: Language) -> FindingWords {
    FindingCatalogue.words(for: finding, language: language) { finding, language in
      guard
        let rule = packs[finding.key.period]?.rules.first(where: { $0.code == finding.code })
      else { return nil }
      let words =
        switch language {
        case .ru: rule.russian
        case .en: rule.english ?? rule.russian
        }
      let message = (try? words.message.fill(SeenValues(finding: finding, language: language)))
      return FindingWords(
        headline: message ?? words.message.source, reason: words.reason, mend: words.mend)
    }
  }
}

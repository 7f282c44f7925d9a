package import Findings
import Intake
package import Monitoring
package import Wording

/// The words of a finding, whether the program's own or a rule's of the pack of its period.
package struct FindingSpeaker: Sendable {
  private let rules: [String: RuleWording]

  /// - Parameter packs: of the campaign, whose rules bring their own words.
  package init(packs: [Period: SystemPack]) {
    rules = Dictionary(
      packs.map { ($0.key.description, RuleWording(rules: $0.value.rules)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Never fails: a rule that the pack no longer has is shown by its code.
  package func words(_ finding: Finding, _ language: Language) -> FindingWords {
    FindingCatalogue.words(for: finding, language: language) { finding, language in
      rules[finding.key.period]?.words(for: finding, language: language)
    }
  }

  /// What an answer tells the unit about it, in Russian.
  func toUnit(_ finding: Finding) -> FindingWords {
    FindingCatalogue.wordsToUnit(for: finding) ?? words(finding, .ru)
  }
}

extension FindingWords {
  /// «Графа 5 больше графы 4: 14 > 12» and what to do, on one line.
  package var line: String { mend.isEmpty ? headline : "\(headline) \(mend)" }
}

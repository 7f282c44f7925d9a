import Campaign
import Findings

/// The loud word that a closed period is no longer what was signed in it.
enum BreachNote {
  /// - Throws: the exit code of findings when there are any.
  static func say(_ breaches: [Finding]) throws {
    guard !breaches.isEmpty else { return }
    for finding in breaches {
      let words = FindingCatalogue.words(for: finding, language: Speech.language)
      Terminal.note("svodka: \(words.headline) \(words.mend) [\(finding.code)]")
    }
    throw ExitStatus.findings
  }
}

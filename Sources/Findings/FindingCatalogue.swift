package import Wording

/// The words of every finding of the program's own. Rules of a pack bring their own words.
///
/// `Documentation/Findings.md` is `markdown`, and a test keeps the two alike.
package enum FindingCatalogue {
  /// What the catalogue knows of one code.
  package struct Entry: Sendable {
    package var code: FindingCode
    /// The severity that the code is reported with.
    package var severity: Severity
    var russian: Pattern
    var english: Pattern
    /// What the unit is told in an answer, which is in Russian, where the words above are for the
    /// office; nil where they are for both.
    var toUnit: Pattern?

    /// Words with places for values, in one language.
    struct Pattern: Sendable {
      var headline: String
      var reason: String
      var mend: String

      init(_ headline: String, why reason: String, mend: String) {
        self.headline = headline
        self.reason = reason
        self.mend = mend
      }
    }

    init(
      _ code: FindingCode, _ severity: Severity, ru: Pattern, en: Pattern, toUnit: Pattern? = nil
    ) {
      self.code = code
      self.severity = severity
      russian = ru
      english = en
      self.toUnit = toUnit
    }

    func pattern(in language: Language) -> Pattern {
      switch language {
      case .ru: russian
      case .en: english
      }
    }

    /// The names of the values that the words ask for.
    package var names: Set<String> {
      Set(
        ([russian, english] + (toUnit.map { [$0] } ?? [])).flatMap {
          [$0.headline, $0.reason, $0.mend]
        }
        .flatMap { FindingPattern(text: $0).names })
    }
  }

  /// All codes, in the order of the path of a form: file, form, foreign table, cell, roster, rules,
  /// explanations, decisions, register, signed results.
  package static let entries =
    fileEntries + diskEntries + formEntries + foreignEntries + cellEntries + rosterEntries
    + ruleEntries + explanationEntries + decisionEntries + registerEntries + treeEntries
    + signedEntries

  private static let byCode = Dictionary(
    entries.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

  /// The entry of a code; nil for a rule of a pack and for a code of nobody.
  package static subscript(code: FindingCode) -> Entry? { byCode[code] }

  /// The words of a finding. A rule of a pack (`pack:id`) is worded by `packWords`; a code that
  /// nobody knows is shown as it is, so that no finding is ever lost.
  package static func words(
    for finding: Finding, language: Language,
    packWords: (Finding, Language) -> FindingWords? = { _, _ in nil }
  ) -> FindingWords {
    if let pattern = byCode[finding.code]?.pattern(in: language) {
      return pattern.filled(with: finding, in: language)
    }
    return packWords(finding, language)
      ?? FindingWords(headline: finding.code.rawValue, reason: "", mend: "")
  }

  /// What an answer tells the unit in place of what the office is told; nil where both are told the
  /// same.
  package static func wordsToUnit(for finding: Finding) -> FindingWords? {
    byCode[finding.code]?.toUnit?.filled(with: finding, in: .ru)
  }
}

extension FindingCatalogue.Entry.Pattern {
  fileprivate func filled(with finding: Finding, in language: Language) -> FindingWords {
    let fill = { FindingPattern(text: $0).filled(with: finding, in: language) }
    return FindingWords(headline: fill(headline), reason: fill(reason), mend: fill(mend))
  }
}

import Wording

extension FindingCatalogue {
  /// The whole catalogue as a page, in both languages: what `Documentation/Findings.md` holds.
  package static let markdown: String = {
    var page = """
      # Findings

      Every finding of Svodka has a code that never changes its meaning. This page is made from
      the catalogue in `Sources/Findings`; do not edit it. A rule of a system pack has the code
      `pack:id` and words of its own, in the pack's `rules.yaml`.

      An **error** must be mended: what it names counts in no sum until then. A **warning** may be
      right: the school explains it, and the values count meanwhile. A **notice** says what was
      understood without asking, so that a person can object.

      Names in braces stand for the values that the finding carries; what stands in square brackets
      is said only where it carries them. What an answer tells the school in other words than the
      office stands behind “To the school”.

      """
    for entry in entries {
      page += "\n## `\(entry.code)` – \(entry.severity.rawValue)\n"
      for language in Language.allCases {
        let words = entry.pattern(in: language)
        page += "\n**\(words.headline)**\n\(words.reason) \(words.mend)\n"
      }
      if let words = entry.toUnit {
        let told = [words.headline, words.reason, words.mend].filter { !$0.isEmpty }
        page += "\nTo the school: \(told.joined(separator: " "))\n"
      }
    }
    return page
  }()
}

import ExactNumbers
package import Findings
package import Monitoring
package import Wording

extension CampaignNames {
  /// What a finding said when it was accepted: «Строка 13 больше строки 02: 79 > 41»; its code where
  /// the period's pack does not have it, or its words name more than the journal keeps.
  /// - Parameter seen: the values that the finding named, as the journal keeps them.
  package func finding(
    _ code: FindingCode, seen: String, in period: Period, _ language: Language
  ) -> String {
    let finding = Finding(
      code: code, severity: .notice, key: FindingKey(period: period.description),
      arguments: Finding.arguments(seen: seen), origins: [Origin(file: "")])
    let words = FindingSpeaker(packs: packs).words(finding, language).headline
    if words.contains("…") { return code.rawValue }
    return words.hasSuffix(".") ? String(words.dropLast()) : words
  }
}

extension Finding {
  /// The values of `seen`, read back: "a=12; b=да" names `a` and `b`. What has no "=" belongs to the
  /// value before it.
  static func arguments(seen: String) -> [String: FindingValue] {
    var named: [(name: String, text: String)] = []
    for part in seen.split(separator: "; ", omittingEmptySubsequences: true) {
      if let mark = part.firstIndex(of: "=") {
        named.append((String(part[..<mark]), String(part[part.index(after: mark)...])))
      } else if !named.isEmpty {
        named[named.count - 1].text += "; \(part)"
      }
    }
    return Dictionary(
      named.map { ($0.name, FindingValue(seen: $0.text)) }, uniquingKeysWith: { first, _ in first })
  }
}

extension FindingValue {
  fileprivate init(seen text: String) {
    // A count is worded with its word, so that what may be one is one.
    if let count = Int(text) {
      self = .count(count)
    } else if let number = ExactNumber(text) {
      self = .number(number)
    } else {
      self = .text(text)
    }
  }
}

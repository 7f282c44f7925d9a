import ExactNumbers
package import Findings
package import Monitoring
package import Wording

extension FindingSpeaker {
  /// What a finding said when it was accepted: «Строка 13 больше строки 02: 79 > 41»; its code where
  /// the period's pack does not have it, or its words name more than the journal keeps.
  /// - Parameter seen: the values that the finding named, as the journal keeps them.
  package func accepted(
    _ code: FindingCode, seen: String, in period: Period, _ language: Language
  ) -> String {
    let finding = Finding(
      code: code, severity: .notice, key: FindingKey(period: period.description),
      arguments: Finding.arguments(seen: seen), origins: [Origin(file: "")])
    let words = self.words(finding, language).headline
    if words.contains("…") { return code.rawValue }
    return words.hasSuffix(".") ? String(words.dropLast()) : words
  }
}

extension Finding {
  /// The values of `seen`, read back: "a=12; b=да" names `a` and `b`. What begins with no name
  /// belongs to the value before it; no name has a space in it.
  static func arguments(seen: String) -> [String: FindingValue] {
    var named: [(name: String, text: String)] = []
    for part in seen.split(separator: "; ", omittingEmptySubsequences: true) {
      if let argument = part.wholeMatch(of: /([^\s=]+)=(.*)/.dotMatchesNewlines()) {
        named.append((String(argument.output.1), String(argument.output.2)))
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
    // A count is worded with its word, so that what may be one is one; «02» is none.
    if let count = Int(text), "\(count)" == text {
      self = .count(count)
    } else if let number = ExactNumber(text), number.description == text {
      self = .number(number)
    } else {
      self = .text(text)
    }
  }
}

import Expressions
package import Findings
package import Monitoring
package import Wording

/// Words the findings of a pack's rules from the rules' own words: what `FindingCatalogue.words`
/// takes as `packWords`.
package struct RuleWording: Sendable {
  private let rules: [FindingCode: Rule]

  package init(rules: [Rule]) {
    self.rules = Dictionary(rules.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Nil when no rule has the finding's code. English speakers see the Russian words of a rule
  /// that has no others.
  package func words(for finding: Finding, language: Language) -> FindingWords? {
    guard let rule = rules[finding.code] else { return nil }
    let words =
      switch language {
      case .ru: rule.russian
      case .en: rule.english ?? rule.russian
      }
    let scene = WordingScene(arguments: finding.arguments, language: language)
    let headline = (try? words.message.fill(in: scene)) ?? words.message.source
    return FindingWords(headline: headline, reason: words.reason, mend: words.mend)
  }
}

/// The values that a finding carries, for the tags of its rule's words.
private struct WordingScene: ExpressionEnvironment {
  let arguments: [String: FindingValue]
  let language: Language

  func value(of name: String) -> ExpressionValue? { value(known: name) }

  func value(of name: String, member path: [String]) -> ExpressionValue? {
    value(known: ([name] + path).joined(separator: "."))
  }

  func value(of call: FunctionCall) throws(ExpressionError) -> ExpressionValue? {
    let key = SyntaxNode.key(call.name, call.arguments.map(\.node))
    // The language's own functions over plain values are worked out again.
    return arguments[key].map(ExpressionValue.init)
  }

  /// What the finding does not carry was missing when it was made.
  private func value(known key: String) -> ExpressionValue {
    arguments[key].map(ExpressionValue.init) ?? .missing
  }

  func text(of value: ExpressionValue) -> String {
    switch value {
    case .number(.decimal(let number)): language.number(number)
    case .number(.ratio(let fraction)): language.number(fraction, decimals: 1)
    case .text(let text): text
    case .missing: Mark.dash
    case .flag, .list, .record: value.plainText
    }
  }
}

extension ExpressionValue {
  fileprivate init(_ value: FindingValue) {
    switch value {
    case .number(let number): self = .exact(number)
    case .count(let count): self = .whole(count)
    case .text(let text): self = .text(text)
    case .yesNo(let flag): self = .flag(flag)
    case .list(let members), .moments(let members): self = .list(members.map { .text($0) })
    }
  }
}

package import Foundation

/// Who decides, why and when: what every line of the journal carries.
package struct DecisionNote: Sendable {
  /// Characters of a name with its post; a longer one is a reason in the wrong place.
  package static let longestAuthor = 120
  /// Characters of a reason: a paragraph. Tables of a report print it whole.
  package static let longestReason = 600

  package let author: String
  package let reason: String
  package let now: Date

  /// - Throws: `CampaignError.badDecision` for an empty or too long author or reason.
  package init(author: String, reason: String, now: Date) throws {
    self.author = try Self.checked(
      author, longest: Self.longestAuthor,
      ru: ("автор решения", "назовите его: --author \"И. О. Фамилия\""),
      en: ("author", "give one: --author NAME"))
    self.reason = try Self.checked(
      reason, longest: Self.longestReason,
      ru: ("причина решения", "назовите её: --reason \"…\""),
      en: ("reason", "give one: --reason TEXT"))
    self.now = now
  }

  /// As the journal keeps it.
  var stamp: String { now.formatted(.iso8601) }

  /// The text on one line, without what is not seen at its ends.
  private static func checked(
    _ text: String, longest: Int, ru: (name: String, mend: String),
    en: (name: String, mend: String)
  ) throws -> String {
    let plain = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !plain.isEmpty else {
      throw CampaignError(
        .badDecision, ru: "\(ru.name): ничего не указано; \(ru.mend)",
        en: "the \(en.name) is empty; \(en.mend)")
    }
    guard plain.count <= longest else {
      throw CampaignError(
        .badDecision, ru: "\(ru.name): \(plain.count) знаков, больше \(longest); сократите",
        en: "the \(en.name) has \(plain.count) characters, more than \(longest); shorten it")
    }
    guard !plain.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else {
      throw CampaignError(
        .badDecision, ru: "\(ru.name): есть управляющие знаки; наберите текст заново",
        en: "the \(en.name) has control characters; type it anew")
    }
    return plain
  }
}

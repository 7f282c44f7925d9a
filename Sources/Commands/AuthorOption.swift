import ArgumentParser
import Campaign
import Foundation

/// Who decides: stands in the journal beside the reason.
struct AuthorOption: ParsableArguments {
  /// The environment variable that names the person where `--author` does not.
  static let variable = "SVODKA_AUTHOR"

  @Option(
    name: .customLong("author"),
    help: ArgumentHelp(
      say(
        "Кто решил (по умолчанию — переменная SVODKA_AUTHOR).",
        "Who decides (default: the variable SVODKA_AUTHOR)."),
      valueName: say("имя", "name")))
  var given: String?

  /// - Throws: a usage error that says how to name oneself.
  func typed() throws -> String {
    let text = given ?? ProcessInfo.processInfo.environment[Self.variable] ?? ""
    guard !text.allSatisfy(\.isWhitespace) else {
      throw ValidationError(
        say(
          "кто решил? Назовите себя: --author \"И. О. Фамилия\" или один раз "
            + "export \(Self.variable)=\"И. О. Фамилия\"",
          "who decided? Name yourself: --author \"Name\", or once "
            + "export \(Self.variable)=\"Name\""))
    }
    return text
  }

  /// The name as the journal takes it.
  func name() throws -> String {
    do {
      return try DecisionNote(author: try typed(), reason: "–", now: .distantPast).author
    } catch let error as CampaignError {
      throw ValidationError(error.message(Speech.language))
    }
  }
}

/// Why: a text for the journal.
enum ReasonText {
  /// One line, as every line of the journal.
  static func checked(_ text: String) throws -> String {
    do {
      return try DecisionNote(author: "–", reason: text, now: .distantPast).reason
    } catch let error as CampaignError {
      throw ValidationError(error.message(Speech.language))
    }
  }
}

import ArgumentParser
import Foundation

/// Who decides: stands in the journal beside the reason.
struct AuthorOption: ParsableArguments {
  /// The environment variable that names the person where `--author` does not.
  static let variable = "SVODKA_AUTHOR"
  /// In characters: a name and a post; more is a text pasted by mistake.
  static let longest = 200

  @Option(
    name: .customLong("author"),
    help: ArgumentHelp(
      say(
        "Кто решил (по умолчанию — переменная SVODKA_AUTHOR).",
        "Who decides (default: the variable SVODKA_AUTHOR)."),
      valueName: say("имя", "name")))
  var given: String?

  /// - Throws: a usage error when nobody is named.
  func name() throws -> String {
    let text = given ?? ProcessInfo.processInfo.environment[Self.variable] ?? ""
    let name = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !name.isEmpty, name.count <= Self.longest else {
      throw ValidationError(
        say(
          "назовите, кто решил: --author \"И. О. Фамилия\" или переменная \(Self.variable), до "
            + "\(Self.longest) знаков",
          "say who decides: --author \"Name\" or the variable \(Self.variable), up to "
            + "\(Self.longest) characters"))
    }
    return name
  }
}

/// Why: a text for the journal.
enum ReasonText {
  /// In characters: a few sentences; a journal is no place for a document.
  static let longest = 1_000

  static func checked(_ text: String) throws -> String {
    let reason = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !reason.isEmpty, reason.count <= longest else {
      throw ValidationError(
        say(
          "напишите причину: от 1 до \(longest) знаков", "give a reason: 1 to \(longest) characters"
        ))
    }
    return reason
  }
}

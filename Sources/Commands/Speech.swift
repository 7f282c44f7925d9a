import Foundation
package import Wording

/// The language that this run speaks: `--lang`, else the locale, Russian when nothing says.
package enum Speech {
  package static let language: Language = chosen(
    arguments: CommandLine.arguments, environment: ProcessInfo.processInfo.environment)

  /// - Returns: the language of `--lang ru|en`, else of LC_ALL, LC_MESSAGES or LANG. A locale
  ///   that names no language ("C", "POSIX") speaks English, no locale at all speaks Russian.
  package static func chosen(arguments: [String], environment: [String: String]) -> Language {
    for (position, argument) in arguments.enumerated() {
      if argument.hasPrefix("--lang="),
        let language = Language(rawValue: String(argument.dropFirst(7)))
      {
        return language
      }
      if argument == "--lang", position + 1 < arguments.count,
        let language = Language(rawValue: arguments[position + 1])
      {
        return language
      }
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { environment[$0] }.first { !$0.isEmpty }
    guard let locale else { return .ru }
    return locale.hasPrefix("ru") ? .ru : .en
  }
}

/// The words of this run's language.
func say(_ russian: String, _ english: String) -> String {
  switch Speech.language {
  case .ru: russian
  case .en: english
  }
}

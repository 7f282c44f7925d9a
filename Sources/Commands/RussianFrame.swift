/// The frame that the parser of the command line puts around our words, in Russian: headings of a
/// help page, and what is wrong with a command. The parser itself speaks English only.
enum RussianFrame {
  /// - Parameter text: a help page, or the message of a usage error.
  static func words(of text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { framed(fault(in: String($0))) }.joined(separator: "\n")
  }

  /// Whether a text of the parser's has its frame: a version or a script for a shell has none.
  static func isAround(_ text: String) -> Bool {
    ["OVERVIEW: ", "USAGE: ", "Error: ", "Usage: "].contains { text.hasPrefix($0) }
  }

  /// What is wrong, in the parser's sentences.
  private static func fault(in line: String) -> String {
    var line = line
    line.replace(/^Error: Missing expected argument '(.+)'$/) {
      "Error: не указано: \($0.output.1)"
    }
    line.replace(/^Error: Missing one of: (.+)$/) { "Error: нужно одно из: \($0.output.1)" }
    line.replace(/^Error: Missing value for '(.+)'$/) {
      "Error: не указано значение: \($0.output.1)"
    }
    line.replace(/^Error: Unknown option '(.+)'\. Did you mean '(.+)'\?$/) {
      "Error: ключа \($0.output.1) нет; возможно, имелся в виду \($0.output.2)"
    }
    line.replace(/^Error: Unknown option '(.+)'$/) { "Error: ключа \($0.output.1) нет" }
    line.replace(/^Error: Unexpected argument '(.+)'$/) { "Error: лишнее: «\($0.output.1)»" }
    line.replace(/^Error: \d+ unexpected arguments: (.+)$/) { "Error: лишнее: \($0.output.1)" }
    line.replace(/^Error: The value '(.*)' is invalid for '(.+?)'/) {
      "Error: «\($0.output.1)» не годится для \($0.output.2)"
    }
    line.replace(/\. Please provide one of the following:$/, with: "; возможные значения:")
    line.replace(/\. Please provide one of (.+) (?:or|and) (.+)\.$/) {
      "; возможные значения: \($0.output.1) и \($0.output.2)"
    }
    line.replace(/^Error: The option '(.+)' does not take any value, but '(.*)' was specified\.$/) {
      "Error: ключу \($0.output.1) значение не нужно, а указано «\($0.output.2)»"
    }
    return line
  }

  private static func framed(_ line: String) -> String {
    var line = line
    if let (english, russian) = beginnings.first(where: { line.hasPrefix($0.english) }) {
      line = russian + line.dropFirst(english.count)
    }
    line.replace(/^  See '(.+)' for more information\.$/) { "  Подробнее: \($0.output.1)" }
    line.replace(/^  See '(.+)' for detailed help\.$/) { "  О команде: \($0.output.1)" }
    for (english, russian) in phrases { line.replace(english, with: russian) }
    return line
  }

  private static let beginnings: [(english: String, russian: String)] = [
    ("Error: ", "Ошибка: "), ("Help: ", "Подсказка: "), ("Usage: ", "Вызов: "), ("OVERVIEW: ", ""),
    ("USAGE: ", "ВЫЗОВ: "), ("ARGUMENTS:", "ЧТО УКАЗАТЬ:"), ("OPTIONS:", "КЛЮЧИ:"),
    ("SUBCOMMANDS:", "КОМАНДЫ:"),
  ]

  private static let phrases: [(english: String, russian: String)] = [
    ("<subcommand>", "<команда>"), ("[<options>]", "[<ключи>]"),
    (" Show the version.", " Показать версию."),
    (" Show help information.", " Показать эту справку."),
    (" Show subcommand help information.", " Показать справку о команде."),
    ("default:", "по умолчанию:"), ("(values: ", "(значения: "),
  ]
}

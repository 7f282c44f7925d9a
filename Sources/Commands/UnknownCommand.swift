import ArgumentParser

/// A word in the place of a command's name that is none. The parser would call it an unexpected
/// argument, and all that follows with it.
enum UnknownCommand {
  /// Options of the root that take a value.
  private static let valued = ["--lang", "--generate-completion-script"]
  /// Letters that a command has in common with what was meant to be it.
  private static let commonStart = 3

  /// What to say of it; nil where a command is named, or none.
  ///
  /// - Parameter arguments: behind the name of the program.
  static func message(_ arguments: some Sequence<String>) -> String? {
    var rest = Array(arguments)[...]
    while let option = rest.first, option.hasPrefix("-") {
      rest = rest.dropFirst(valued.contains(option) ? 2 : 1)
    }
    if rest.first == "help" { rest = rest.dropFirst() }
    let names = SvodkaCommand.configuration.subcommands.map { $0._commandName }
    guard let word = rest.first, !word.hasPrefix("-"), word != "help", !names.contains(word) else {
      return nil
    }
    let near = names.filter { $0.hasPrefix(word.lowercased().prefix(commonStart)) }
    let list = (near.isEmpty ? names : near).joined(separator: ", ")
    return near.isEmpty
      ? say(
        "команды «\(word)» нет; есть: \(list)",
        "there is no command \"\(word)\"; there are: \(list)")
      : say(
        "команды «\(word)» нет; возможно, имелось в виду: \(list)",
        "there is no command \"\(word)\"; did you mean: \(list)")
  }
}

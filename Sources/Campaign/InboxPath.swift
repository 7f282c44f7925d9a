/// Paths below the inbox, of files in folders and in archives.
enum InboxPath {
  /// The name of the file alone, as its sender called it.
  static func last(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// As its sender is told of it: by its name alone, by its path where two have one name.
  static func told(_ path: String, among paths: [String]) -> String {
    let name = last(path)
    return paths.count { last($0) == name } > 1 ? path : name
  }
}

/// Paths below the inbox, of files in folders and in archives.
enum InboxPath {
  /// The name of the file alone, as its sender called it.
  static func last(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}

/// Files that lie beside forms in an inbox, told by their names.
enum InboxName {
  /// What a file is that office programs and systems leave behind; nil for any other name.
  static func service(_ path: String) -> String? {
    let name = file(path)
    if name.hasPrefix("~$") { return "~$…" }
    if name.hasPrefix(".~lock.") { return ".~lock" }
    let known = ["Thumbs.db", ".DS_Store", "desktop.ini"]
    if let match = known.first(where: { $0.lowercased() == name.lowercased() }) { return match }
    return name.hasPrefix(".") ? name : nil
  }

  /// Whether it is named like a form. E-mail programs lose such endings, so the content counts too.
  static func isOfForm(_ path: String) -> Bool { endings.contains(ending(path)) }

  /// Whether it is named like an archive that forms come in.
  static func isOfArchive(_ path: String) -> Bool { ending(path) == "zip" }

  /// What a foreign file is called: «PDF», or its name where it has no ending.
  static func kind(_ path: String) -> String {
    let ending = ending(path)
    return ending.isEmpty ? file(path) : ending.uppercased()
  }

  private static let endings: Set<String> = [
    "xlsx", "xlsm", "xltx", "xltm", "xls", "xlsb", "ods", "ots", "fods",
  ]

  private static func file(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func ending(_ path: String) -> String {
    file(path).split(separator: ".").dropFirst().last.map { $0.lowercased() } ?? ""
  }
}

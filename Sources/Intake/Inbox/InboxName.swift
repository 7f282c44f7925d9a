/// Files that lie beside forms in an inbox, told by their names.
enum InboxName {
  /// What a file is that office programs and systems leave behind; nil for any other name.
  static func service(_ path: String) -> String? {
    let name = file(path)
    if name.hasPrefix("~$") { return "~$…" }
    if name.hasPrefix(".~lock.") { return ".~lock" }
    let known = ["Thumbs.db", "ehthumbs.db", ".DS_Store", "desktop.ini"]
    if let match = known.first(where: { $0.lowercased() == name.lowercased() }) { return match }
    return name.hasPrefix(".") ? name : nil
  }

  /// Whether it is named like a form, also where a mail program put something after the ending:
  /// «форма.xlsx.dat», «форма_xlsx», «форма.xlsx (1)». Others lose the ending, so the content counts
  /// too.
  static func isOfForm(_ path: String) -> Bool {
    guard !foreignEndings.contains(ending(path)) else { return false }
    let pieces = file(path).lowercased().split { !$0.isLetter && !$0.isNumber }
    return pieces.dropFirst().suffix(3).contains { endings.contains(String($0)) }
  }

  /// Whether it is named like an archive that forms come in.
  static func isOfArchive(_ path: String) -> Bool { ending(path) == "zip" }

  /// Whether it is named like something that a form may be packed in, and that is not opened.
  static func isPacked(_ path: String) -> Bool {
    packedEndings.contains(ending(path)) || file(path).lowercased() == "winmail.dat"
  }

  /// What a foreign file is called: «PDF», or its name where it has no ending.
  static func kind(_ path: String) -> String {
    let ending = ending(path)
    return ending.isEmpty ? file(path) : ending.uppercased()
  }

  private static let endings: Set<String> = [
    "xlsx", "xlsm", "xltx", "xltm", "xls", "xlsb", "ods", "ots", "fods",
  ]
  private static let packedEndings: Set<String> = [
    "rar", "7z", "tar", "gz", "tgz", "bz2", "xz", "arj", "eml", "msg", "mht", "mbox",
  ]
  /// What a name may end in after «xlsx» and be no form for certain: a print, a picture, a letter.
  private static let foreignEndings = packedEndings.union([
    "pdf", "jpg", "jpeg", "png", "gif", "tif", "tiff", "bmp", "heic", "doc", "docx", "odt", "rtf",
    "ppt", "pptx", "txt", "csv", "htm", "html", "xml", "json", "zip", "lnk", "url", "db", "ini",
    "mp4", "sig", "p7s",
  ])

  /// The last name of the path, readable where it can be made so.
  private static func file(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return ReadableName.of(name) ?? name
  }

  private static func ending(_ path: String) -> String {
    file(path).split(separator: ".").dropFirst().last.map { $0.lowercased() } ?? ""
  }
}

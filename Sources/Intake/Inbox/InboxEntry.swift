package import Spreadsheets

/// A file of the inbox, told by its name and content: a form, or something that lies beside forms.
package struct InboxEntry: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// A workbook by its content, or something under a workbook's name.
    case form(FileVerdict)
    /// Left alone; the text says what it is: «PDF», «Thumbs.db».
    case foreign(String)
  }

  /// Path below the inbox, with "/".
  package var path: String
  package var kind: Kind

  package init(path: String, bytes: [UInt8], limits: SpreadsheetLimits = .form) {
    self.path = path
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if let service = Self.service(name) {
      kind = .foreign(service)
      return
    }
    let verdict = FileVerdict.of(bytes, limits: limits)
    let ending = name.split(separator: ".").dropFirst().last.map { $0.lowercased() } ?? ""
    if verdict.isWorkbook || Self.endings.contains(ending) {
      kind = .form(verdict)
    } else {
      kind = .foreign(ending.isEmpty ? name : ending.uppercased())
    }
  }

  /// What forms are named like. E-mail programs lose such endings, so the content counts too.
  private static let endings: Set<String> = [
    "xlsx", "xlsm", "xltx", "xltm", "xls", "xlsb", "ods", "ots", "fods",
  ]

  /// Files that office programs and systems leave behind; nil for any other name.
  private static func service(_ name: String) -> String? {
    if name.hasPrefix("~$") { return "~$…" }
    if name.hasPrefix(".~lock.") { return ".~lock" }
    let known = ["Thumbs.db", ".DS_Store", "desktop.ini"]
    if let match = known.first(where: { $0.lowercased() == name.lowercased() }) { return match }
    return name.hasPrefix(".") ? name : nil
  }
}

import Findings

/// Forms of the inbox that an office program holds open, told by the files that it puts beside
/// them: what was saved last was read, and what is being typed was not.
enum OpenForms {
  /// `file.open` for each, in the order of the inbox.
  static func findings(in entries: [Inbox.Entry]) -> [Finding] {
    let names = Set(entries.map(\.name))
    return entries.compactMap { entry in
      guard let form = candidates(for: entry.name).first(where: names.contains) else { return nil }
      return Finding(code: "file.open", severity: .notice, origins: [Origin(file: form)])
    }
  }

  /// The paths that a lock file may be of; none for any other file.
  private static func candidates(for path: String) -> [String] {
    let cut = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let (folder, name) = (path[..<cut], path[cut...])
    // LibreOffice: «.~lock.форма.xlsx#».
    if name.hasPrefix(".~lock."), name.hasSuffix("#") {
      return ["\(folder)\(name.dropFirst(7).dropLast())"]
    }
    // Excel: «~$форма.xlsx».
    return name.hasPrefix("~$") ? ["\(folder)\(name.dropFirst(2))"] : []
  }
}

import Intake

/// What lies in the inbox by name, the files of archives with it.
struct PresentNames {
  private let entries: [String: Inbox.Entry]
  /// Paths of the files of those archives that were asked for.
  private var members: [String: Set<String>] = [:]

  init(entries: [Inbox.Entry]) {
    self.entries = Dictionary(
      entries.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// An archive is opened when the first of its files is asked for.
  mutating func contains(_ name: String) -> Bool {
    if entries[name] != nil { return true }
    guard let archive = archive(of: name) else { return false }
    if members[archive.name] == nil {
      let bytes = archive.size <= Inbox.largestFile ? try? WholeFile.read(archive.url) : nil
      let packed = PackedFiles(path: archive.name, hash: "", bytes: bytes ?? [])
      members[archive.name] = Set(packed.members.map(\.path))
    }
    return members[archive.name]?.contains(name) ?? false
  }

  /// The file of the inbox whose name a path goes on from.
  private func archive(of name: String) -> Inbox.Entry? {
    var path = name[...]
    while let slash = path.lastIndex(of: "/") {
      path = path[..<slash]
      if let entry = entries[String(path)] { return entry.isLink ? nil : entry }
    }
    return nil
  }
}

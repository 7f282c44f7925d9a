package import Foundation

/// What lies in the inbox, folders walked, in an order that the disk has no say in.
package enum Inbox {
  /// Bytes of a file that is looked at: a form is some 50 kB, a yearbook of a region some 50 MB.
  package static let largestFile = 256 << 20

  package struct Entry: Sendable, Hashable {
    /// Path below the inbox, with "/": how findings name the file.
    package var name: String
    package var url: URL
    /// Bytes on disk.
    package var size: Int
    /// A link is named and not followed: it may lead out of the campaign.
    package var isLink: Bool
    /// A folder that could not be listed: it is named, and the others are read.
    package var isUnlisted = false
    /// Its name is not in UTF-8: it is named, and nothing can be opened by it.
    package var isUnnamed = false
  }

  /// Every file and link below `folder`, and every folder that cannot be listed, sorted by name.
  /// - Throws: `CampaignError.unreadable` when the inbox itself cannot be listed.
  package static func entries(of folder: URL) throws -> [Entry] {
    let root = folder.resolvingSymlinksInPath().path + "/"
    guard FileManager.default.fileExists(atPath: root) else {
      throw CampaignError(
        .unreadable,
        ru: "нет папки «\(folder.path)»: положите в неё формы школ и запустите снова",
        en: "there is no folder \(folder.path): put the schools' forms in it and run again")
    }
    var found: [Entry] = []
    // Below the inbox, with "/" at their ends.
    var folders = [""]
    while let below = folders.popLast() {
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: root + below) else {
        guard !below.isEmpty else { throw unreadable(folder) }
        var entry = Entry(named: String(below.dropLast()), under: root)
        entry.isUnlisted = true
        found.append(entry)
        continue
      }
      for name in names {
        var entry = Entry(named: below + name, under: root)
        switch FileState(of: root + entry.name) {
        case let state? where state.kind == .folder:
          folders.append(entry.name + "/")
          continue
        case let state? where state.kind == .other: continue
        case let state?:
          entry.isLink = state.kind == .link
          entry.size = entry.isLink ? 0 : state.size
        case nil:
          // What cannot be asked is not passed over: its reading says what became of it. Foundation
          // mends a name that is not in UTF-8, and then nothing is found under it.
          entry.isUnnamed = name.contains("\u{FFFD}")
        }
        found.append(entry)
      }
    }
    return found.sorted { $0.name < $1.name }
  }

  private static func unreadable(_ folder: URL) -> CampaignError {
    CampaignError(
      .unreadable,
      ru: "папку \(folder.path) не удалось прочесть: проверьте права и запустите снова",
      en: "the folder \(folder.path) could not be read: check its rights and run again")
  }
}

extension Inbox.Entry {
  fileprivate init(named name: String, under root: String) {
    self.init(
      name: name, url: URL(filePath: root + name, directoryHint: .notDirectory), size: 0,
      isLink: false)
  }
}

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
    let keys: Set<URLResourceKey> = [.isRegularFileKey, .isSymbolicLinkKey, .fileSizeKey]
    let root = folder.resolvingSymlinksInPath()
    var unread: [URL] = []
    guard
      FileManager.default.fileExists(atPath: folder.path),
      let walk = FileManager.default.enumerator(
        at: root, includingPropertiesForKeys: Array(keys),
        errorHandler: { url, _ in
          unread.append(url)
          return true
        })
    else {
      throw CampaignError(
        .unreadable,
        ru: "нет папки «\(folder.path)»: положите в неё формы школ и запустите снова",
        en: "there is no folder \(folder.path): put the schools' forms in it and run again")
    }
    let prefix = root.path + "/"
    var found: [Entry] = []
    for case let url as URL in walk {
      guard url.path.hasPrefix(prefix) else { continue }
      var entry = Entry(
        name: String(url.path.dropFirst(prefix.count)), url: url, size: 0, isLink: false)
      // What cannot be asked is not passed over: its reading says what became of it.
      if let values = try? url.resourceValues(forKeys: keys) {
        entry.isLink = values.isSymbolicLink ?? false
        guard entry.isLink || values.isRegularFile == true else { continue }
        entry.size = values.fileSize ?? 0
      } else {
        // Foundation mends such a name, and then finds nothing under it.
        entry.isUnnamed = entry.name.contains("\u{FFFD}")
      }
      found.append(entry)
    }
    for url in unread {
      guard url.path.hasPrefix(prefix) else { throw unreadable(url) }
      found.append(
        Entry(
          name: String(url.path.dropFirst(prefix.count)), url: url, size: 0, isLink: false,
          isUnlisted: true))
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

package import Foundation

/// What lies in the inbox, folders walked, in an order that the disk has no say in.
package enum Inbox {
  package struct Entry: Sendable, Hashable {
    /// Path below the inbox, with "/": how findings name the file.
    package var name: String
    package var url: URL
    /// Bytes on disk.
    package var size: Int
  }

  /// Every regular file below `folder`, sorted by name. Links are named but not followed out of
  /// the folder.
  /// - Throws: `CampaignError.unreadable` when the folder is not there.
  package static func entries(of folder: URL) throws -> [Entry] {
    let keys: [URLResourceKey] = [.isRegularFileKey, .fileSizeKey]
    guard
      FileManager.default.fileExists(atPath: folder.path),
      let walk = FileManager.default.enumerator(
        at: folder.resolvingSymlinksInPath(), includingPropertiesForKeys: keys)
    else {
      throw CampaignError(
        .unreadable,
        ru: "нет папки «\(folder.path)»: положите в неё формы школ и запустите снова",
        en: "there is no folder \(folder.path): put the schools' forms in it and run again")
    }
    let prefix = folder.resolvingSymlinksInPath().path + "/"
    var found: [Entry] = []
    for case let url as URL in walk {
      let values = try? url.resourceValues(forKeys: Set(keys))
      guard values?.isRegularFile == true, url.path.hasPrefix(prefix) else { continue }
      found.append(
        Entry(
          name: String(url.path.dropFirst(prefix.count)), url: url, size: values?.fileSize ?? 0))
    }
    return found.sorted { $0.name < $1.name }
  }
}

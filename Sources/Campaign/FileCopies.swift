import Foundation
import Intake
import Spreadsheets
import Store

/// Looks through a campaign's folder for copies of files by their hashes.
package struct FileCopies {
  /// Where a copy was found.
  package enum Place: Sendable, Hashable {
    case inbox
    /// Within a ZIP of the inbox, which holds other files too and is not taken apart.
    case archive
    case elsewhere
  }

  struct Copy {
    var file: PersonsFile
    var place: Place
    /// Below the campaign's folder.
    var path: String
    /// The file on the disk; of a member of an archive the archive.
    var url: URL
  }

  let folder: CampaignFolder

  /// Every copy, by path. The store's own files are left out: what they hold is no copy.
  func find(_ files: [String: PersonsFile]) throws -> [Copy] {
    guard !files.isEmpty else { return [] }
    let sizes = Set(files.values.map(\.size))
    var copies: [Copy] = []
    for entry in try Inbox.entries(of: folder.root)
    where !entry.isLink && !entry.name.hasPrefix(Store.fileName) {
      let isInbox = entry.name.hasPrefix("inbox/")
      let isArchive = isInbox && entry.size <= Inbox.largestFile && Self.isZip(entry.url)
      guard sizes.contains(entry.size) || isArchive else { continue }
      let bytes = try WholeFile.read(entry.url)
      if let file = files[Store.hash(of: bytes)] {
        copies.append(
          Copy(
            file: file, place: isInbox ? .inbox : .elsewhere, path: entry.name, url: entry.url))
      } else if isArchive {
        copies += members(of: bytes, entry, files)
      }
    }
    return copies
  }

  private func members(
    of bytes: [UInt8], _ entry: Inbox.Entry, _ files: [String: PersonsFile]
  ) -> [Copy] {
    guard FileVerdict.of(bytes, limits: .form) == .archive else { return [] }
    return PackedFiles(path: entry.name, hash: "", bytes: bytes).members.compactMap { member in
      files[Store.hash(of: member.bytes)].map {
        Copy(file: $0, place: .archive, path: member.path, url: entry.url)
      }
    }
  }

  private static func isZip(_ url: URL) -> Bool {
    guard let handle = try? FileHandle(forReadingFrom: url) else { return false }
    defer { try? handle.close() }
    return (try? handle.read(upToCount: 2)) == Data("PK".utf8)
  }
}

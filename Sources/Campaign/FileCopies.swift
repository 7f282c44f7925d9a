import Findings
import Foundation
import Intake
import Spreadsheets
import Store

/// Looks through a campaign's folder for copies of files by their hashes.
package struct FileCopies {
  /// Where a copy was found.
  package enum Place: Sendable, Hashable {
    case inbox
    /// Within a ZIP, which may hold other files too and is not changed.
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

  /// What was found, by path, and where nobody could look.
  struct Search {
    var copies: [Copy] = []
    var unopened: [UnopenedFile] = []
  }

  let folder: CampaignFolder

  /// Looks through everything but the store's own files: what they hold is no copy.
  func find(_ files: [String: PersonsFile]) throws -> Search {
    var search = Search()
    guard !files.isEmpty else { return search }
    let sizes = Set(files.values.map(\.size))
    for entry in try Inbox.entries(of: folder.root) where !entry.name.hasPrefix(Store.fileName) {
      do {
        try look(into: entry, files, sizes, &search)
      } catch {
        search.unopened.append(UnopenedFile(path: entry.name, reason: error))
      }
    }
    return search
  }

  private func look(
    into entry: Inbox.Entry, _ files: [String: PersonsFile], _ sizes: Set<Int>,
    _ search: inout Search
  ) throws(UnopenedFile.Reason) {
    if entry.isLink { throw .link }
    if entry.isUnlisted { throw .unlistedFolder }
    if sizes.contains(entry.size), let file = files[Store.hash(of: try Self.bytes(of: entry))] {
      search.copies.append(
        Copy(
          file: file, place: entry.name.hasPrefix("inbox/") ? .inbox : .elsewhere,
          path: entry.name, url: entry.url))
      return
    }
    guard try Self.mayHoldFiles(entry) else { return }
    guard entry.size <= Inbox.largestFile else { throw .tooLarge }
    try look(intoArchive: entry, files, &search)
  }

  private func look(
    intoArchive entry: Inbox.Entry, _ files: [String: PersonsFile], _ search: inout Search
  ) throws(UnopenedFile.Reason) {
    let packed = PackedFiles(path: entry.name, hash: "", bytes: try Self.bytes(of: entry))
    var hasInner = false
    for member in packed.members {
      if let file = files[Store.hash(of: member.bytes)] {
        search.copies.append(
          Copy(file: file, place: .archive, path: member.path, url: entry.url))
      } else {
        hasInner = hasInner || Self.mayHoldFiles(FileVerdict.of(member.bytes, limits: .form))
      }
    }
    if hasInner { search.unopened.append(UnopenedFile(path: entry.name, reason: .innerArchives)) }
    guard let unread = packed.findings.first else { return }
    throw unread.arguments["part"] == nil ? .damaged : .unreadParts
  }

  private static func bytes(of entry: Inbox.Entry) throws(UnopenedFile.Reason) -> [UInt8] {
    do {
      return try WholeFile.read(entry.url)
    } catch {
      throw .unreadable
    }
  }

  /// - Throws: `.otherArchive` for one that nobody here can open.
  private static func mayHoldFiles(
    _ entry: Inbox.Entry
  ) throws(UnopenedFile.Reason) -> Bool {
    let verdict: FileVerdict
    do {
      verdict = try FileVerdict.of(path: entry.url.path, limits: .form)
    } catch {
      throw .unreadable
    }
    if verdict == .otherArchive { throw .otherArchive }
    return mayHoldFiles(verdict)
  }

  /// Whether copies may lie in it. A workbook under a password is no file with a known hash.
  private static func mayHoldFiles(_ verdict: FileVerdict) -> Bool {
    switch verdict {
    case .archive, .truncated, .otherArchive: true
    case .xlsx, .ods, .fods, .passwordProtected, .oldXLS, .xlsb, .xml2003, .html, .csv, .mail,
      .pdf, .picture, .empty, .document, .unknown:
      false
    }
  }
}

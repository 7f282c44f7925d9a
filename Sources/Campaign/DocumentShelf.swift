package import Foundation
import Store

/// The documents of a period on disk. It remembers what it wrote, so that a document that a
/// person edited since is never overwritten: the new one is written beside it.
package struct DocumentShelf {
  package enum Outcome: String, Sendable, Hashable {
    case written
    /// The same bytes were there already.
    case unchanged
    /// A person's edits stay; the new document stands beside them.
    case besideEdited = "beside_edited"
    /// The document was signed and nobody edited it since: it stays, the new one stands beside it.
    case besideSigned = "beside_signed"
  }

  /// Hashes of what was written, by path below the folder.
  private static let memory = ".written.json"
  /// Of these, what was written while its period was closed: papers that were signed.
  private static let signedMemory = ".signed.json"
  /// Names beside an edited document that are tried: «(новый)», «(новый 2)», …
  private static let besideLimit = 100

  private let folder: URL
  private let isDryRun: Bool
  /// Whether what is written now will be signed: its period is locked. Such a document stays even
  /// where nobody edited it, also once the period is opened again; a draft makes way for it.
  private let keepsAll: Bool
  private var hashes: [String: String]
  private var signed: [String: String]

  /// - Throws: `CampaignError.unreadable` when the memory is there and cannot be read: without it
  ///   a person's edits could not be told from the program's own.
  package init(folder: URL, isDryRun: Bool, keepsAll: Bool = false) throws {
    self.folder = folder
    self.isDryRun = isDryRun
    self.keepsAll = keepsAll
    hashes = try Self.remembered(folder.appending(path: Self.memory))
    signed = try Self.remembered(folder.appending(path: Self.signedMemory))
  }

  /// Empty for a memory that is not there.
  private static func remembered(_ file: URL) throws -> [String: String] {
    guard FileManager.default.fileExists(atPath: file.path) else { return [:] }
    guard
      let known = try? JSONDecoder().decode(
        [String: String].self, from: Data(try WholeFile.read(file)))
    else {
      let folder = file.deletingLastPathComponent().path
      throw CampaignError(
        .unreadable,
        ru: "файл \(file.path) повреждён: переименуйте папку \(folder) и запустите снова",
        en: "the file \(file.path) is damaged: rename the folder \(folder) and run again")
    }
    return known
  }

  /// Writes a document, whole or not at all.
  /// - Returns: what became of it, and the path below the folder where it stands now.
  /// - Throws: `CampaignError.unreadable` when a document is there and cannot be read: it may hold
  ///   a person's work.
  package mutating func put(_ bytes: [UInt8], at path: String) throws -> (Outcome, String) {
    let new = Store.hash(of: bytes)
    guard let present = try hash(of: path) else {
      try write(bytes, new, path)
      return (.written, path)
    }
    if present == new {
      remember(new, path)
      return (.unchanged, path)
    }
    if isReplaceable(path, present) {
      try write(bytes, new, path)
      return (.written, path)
    }
    let outcome = signed[path] == present ? Outcome.besideSigned : .besideEdited
    for number in 1...Self.besideLimit {
      let beside = Self.beside(path, number)
      let there = try hash(of: beside)
      guard there == nil || there == new || isReplaceable(beside, there) else { continue }
      if there != new { try write(bytes, new, beside) } else { remember(new, beside) }
      return (outcome, beside)
    }
    throw CampaignError(
      .unwritable,
      ru: "рядом с \(path) уже \(Self.besideLimit) новых версий: уберите лишние из \(folder.path)",
      en: "there are \(Self.besideLimit) new versions beside \(path) already: clear \(folder.path)")
  }

  /// Removes a document that is no longer made, unless a person edited it or it is not the program's
  /// own.
  package mutating func takeAway(_ path: String) throws {
    guard let present = try hash(of: path), hashes[path] == present, !keepsAll else { return }
    guard !isDryRun else { return }
    try WholeFile.remove(folder.appending(path: path))
    hashes[path] = nil
  }

  /// The hash of a file that is there; nil for none.
  private func hash(of path: String) throws -> String? {
    let file = folder.appending(path: path)
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    return Store.hash(of: try WholeFile.read(file))
  }

  private mutating func write(_ bytes: [UInt8], _ hash: String, _ path: String) throws {
    guard !isDryRun else { return }
    try WholeFile.write(bytes, to: folder.appending(path: path))
    remember(hash, path)
  }

  private mutating func remember(_ hash: String, _ path: String) {
    hashes[path] = hash
    if keepsAll { signed[path] = hash }
  }

  /// The program's own draft: neither edited nor signed.
  private func isReplaceable(_ path: String, _ present: String?) -> Bool {
    present != nil && hashes[path] == present && signed[path] != present
  }

  /// Remembers what was written. Call it when the run ends, also when it fails midway.
  package func close() throws {
    guard !isDryRun else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    try WholeFile.write(
      [UInt8](try encoder.encode(hashes)), to: folder.appending(path: Self.memory))
    guard !signed.isEmpty else { return }
    try WholeFile.write(
      [UInt8](try encoder.encode(signed)), to: folder.appending(path: Self.signedMemory))
  }

  /// "report.odt" → "report (новый).odt", "report (новый 2).odt".
  private static func beside(_ path: String, _ number: Int) -> String {
    let mark = number == 1 ? " (новый)" : " (новый \(number))"
    guard let dot = path.lastIndex(of: ".") else { return path + mark }
    return path[..<dot] + mark + path[dot...]
  }
}

extension DocumentShelf {
  package enum Removal: Sendable, Hashable {
    /// Nothing was there.
    case none
    case removed
    /// A person edited it: it stays.
    case kept
  }

  /// Takes a document away that nobody needs any more, if it is the program's own and unedited.
  package mutating func remove(_ path: String) throws -> Removal {
    guard let present = try hash(of: path) else { return .none }
    guard hashes[path] == present, !keepsAll else { return .kept }
    if !isDryRun {
      try WholeFile.remove(folder.appending(path: path))
      hashes[path] = nil
    }
    return .removed
  }
}

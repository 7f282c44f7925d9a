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
  /// What is about to be written, by path below the folder: what a run that was killed wrote of it is
  /// the program's own.
  private static let aheadMemory = ".writing.json"
  /// Documents ahead of which the other memories are left as they are.
  private static let mostAhead = 64
  /// Names beside an edited document that are tried: «(новый)», «(новый 2)», …
  private static let besideLimit = 100

  private let folder: URL
  private let isDryRun: Bool
  /// Whether what is written now will be signed: its period is locked. Such a document stays even
  /// where nobody edited it, also once the period is opened again; a draft makes way for it.
  private let keepsAll: Bool
  private var hashes: [String: String]
  private var signed: [String: String]
  private var ahead: [String: Announced]

  private struct Announced: Codable {
    var hash: String
    var isSigned: Bool
  }

  /// - Throws: `CampaignError.unreadable` when the memory is there and cannot be read: without it
  ///   a person's edits could not be told from the program's own.
  package init(folder: URL, isDryRun: Bool, keepsAll: Bool = false) throws {
    self.folder = folder
    self.isDryRun = isDryRun
    self.keepsAll = keepsAll
    hashes = try Self.remembered(folder.appending(path: Self.memory))
    signed = try Self.remembered(folder.appending(path: Self.signedMemory))
    ahead = try Self.remembered(folder.appending(path: Self.aheadMemory))
    try recover()
  }

  /// What a run before this one announced and wrote, and was killed before it remembered it.
  private mutating func recover() throws {
    guard !ahead.isEmpty else { return }
    for (path, one) in ahead where try hash(of: path) == one.hash {
      hashes[path] = one.hash
      if one.isSigned { signed[path] = one.hash }
    }
    try close()
  }

  /// Empty for a memory that is not there.
  private static func remembered<Value: Decodable>(_ file: URL) throws -> [String: Value] {
    guard FileManager.default.fileExists(atPath: file.path) else { return [:] }
    guard
      let known = try? JSONDecoder().decode(
        [String: Value].self, from: Data(try WholeFile.read(file)))
    else {
      let folder = file.deletingLastPathComponent().path
      throw CampaignError(
        .unreadable,
        ru: "файл \(file.path) повреждён: переименуйте папку \(folder) и запустите снова",
        en: "the file \(file.path) is damaged: rename the folder \(folder) and run again")
    }
    return known
  }

  /// A document that is to stand at a path below the folder.
  package struct Document: Sendable {
    package var path: String
    package var bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// Writes documents, each whole or not at all. Who is killed meanwhile leaves none that the next
  /// run takes for edited.
  /// - Returns: for each what became of it, and the path below the folder where it stands now.
  /// - Throws: `CampaignError.unreadable` when a document is there and cannot be read: it may hold
  ///   a person's work.
  package mutating func put(_ documents: [Document]) throws -> [(Outcome, String)] {
    let places = try documents.map { try place(for: Store.hash(of: $0.bytes), at: $0.path) }
    try announce(places.filter(\.isToWrite))
    for (document, place) in zip(documents, places) {
      if place.isToWrite {
        guard !isDryRun else { continue }
        try WholeFile.write(document.bytes, to: folder.appending(path: place.path))
      }
      remember(place.hash, place.path)
    }
    return places.map { ($0.outcome, $0.path) }
  }

  /// As many at once: one.
  package mutating func put(_ bytes: [UInt8], at path: String) throws -> (Outcome, String) {
    let outcomes = try put([Document(path: path, bytes: bytes)])
    return outcomes.first ?? (.unchanged, path)
  }

  /// Where a document is put.
  private struct Place {
    var outcome: Outcome
    var path: String
    var hash: String
    /// Not where the same bytes are there already.
    var isToWrite = true
  }

  private func place(for new: String, at path: String) throws -> Place {
    guard let present = try hash(of: path) else {
      return Place(outcome: .written, path: path, hash: new)
    }
    if present == new {
      return Place(outcome: .unchanged, path: path, hash: new, isToWrite: false)
    }
    if isReplaceable(path, present) { return Place(outcome: .written, path: path, hash: new) }
    let outcome = signed[path] == present ? Outcome.besideSigned : .besideEdited
    for number in 1...Self.besideLimit {
      let beside = Self.beside(path, number)
      let there = try hash(of: beside)
      guard there == nil || there == new || isReplaceable(beside, there) else { continue }
      return Place(outcome: outcome, path: beside, hash: new, isToWrite: there != new)
    }
    throw CampaignError(
      .unwritable,
      ru: "рядом с \(path) уже \(Self.besideLimit) новых версий: уберите лишние из \(folder.path)",
      en: "there are \(Self.besideLimit) new versions beside \(path) already: clear \(folder.path)")
  }

  private mutating func announce(_ places: [Place]) throws {
    guard !isDryRun, !places.isEmpty else { return }
    // What is there of an earlier announcement must be known before another takes its place.
    if ahead.count >= Self.mostAhead || places.contains(where: { ahead[$0.path] != nil }) {
      try close()
    }
    for place in places { ahead[place.path] = Announced(hash: place.hash, isSigned: keepsAll) }
    try write(ahead, to: Self.aheadMemory)
  }

  /// The hash of a file that is there; nil for none.
  private func hash(of path: String) throws -> String? {
    let file = folder.appending(path: path)
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    return Store.hash(of: try WholeFile.read(file))
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
  package mutating func close() throws {
    guard !isDryRun else { return }
    try write(hashes, to: Self.memory)
    if !signed.isEmpty { try write(signed, to: Self.signedMemory) }
    guard !ahead.isEmpty else { return }
    try WholeFile.remove(folder.appending(path: Self.aheadMemory))
    ahead = [:]
  }

  private func write(_ memory: [String: some Encodable], to name: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    try WholeFile.write([UInt8](try encoder.encode(memory)), to: folder.appending(path: name))
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
  @discardableResult
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

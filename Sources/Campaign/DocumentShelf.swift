import Crypto
package import Foundation

/// The documents of a period on disk. It remembers what it wrote, so that a document that a
/// person edited since is never overwritten: the new one is written beside it.
package struct DocumentShelf {
  package enum Outcome: String, Sendable, Hashable {
    case written
    /// The same bytes were there already.
    case unchanged
    /// A person's edits stay; the new document stands beside them.
    case besideEdited = "beside_edited"
  }

  /// Hashes of what was written, by path below the folder.
  private static let memory = ".written.json"

  private let folder: URL
  private let isDryRun: Bool
  private var hashes: [String: String]

  /// - Throws: `CampaignError.unreadable` when the memory is there and cannot be read: without it
  ///   a person's edits could not be told from the program's own.
  package init(folder: URL, isDryRun: Bool) throws {
    self.folder = folder
    self.isDryRun = isDryRun
    let file = folder.appending(path: Self.memory)
    guard FileManager.default.fileExists(atPath: file.path) else {
      hashes = [:]
      return
    }
    guard
      let known = try? JSONDecoder().decode(
        [String: String].self, from: Data(try WholeFile.read(file)))
    else {
      throw CampaignError(
        .unreadable,
        ru: "файл \(file.path) повреждён: переименуйте папку \(folder.path) и запустите снова",
        en: "the file \(file.path) is damaged: rename the folder \(folder.path) and run again")
    }
    hashes = known
  }

  /// Writes a document, whole or not at all.
  /// - Returns: what became of it, and the path below the folder where it stands now.
  package mutating func put(_ bytes: [UInt8], at path: String) throws -> (Outcome, String) {
    let file = folder.appending(path: path)
    let new = Self.hash(bytes)
    if let there = try? Data(contentsOf: file) {
      let present = Self.hash([UInt8](there))
      if present == new {
        hashes[path] = new
        return (.unchanged, path)
      }
      if hashes[path] != present {
        let beside = Self.beside(path)
        if !isDryRun { try WholeFile.write(bytes, to: folder.appending(path: beside)) }
        return (.besideEdited, beside)
      }
    }
    if !isDryRun { try WholeFile.write(bytes, to: file) }
    hashes[path] = new
    return (.written, path)
  }

  /// Remembers what was written. Call it once, at the end.
  package func close() throws {
    guard !isDryRun else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    try WholeFile.write(
      [UInt8](try encoder.encode(hashes)), to: folder.appending(path: Self.memory))
  }

  /// "report.odt" → "report (новый).odt".
  private static func beside(_ path: String) -> String {
    guard let dot = path.lastIndex(of: ".") else { return path + " (новый)" }
    return path[..<dot] + " (новый)" + path[dot...]
  }

  private static func hash(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { byte in
      let text = String(byte, radix: 16)
      return text.count == 1 ? "0" + text : text
    }.joined()
  }
}

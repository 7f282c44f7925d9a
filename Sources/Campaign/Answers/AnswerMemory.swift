import Foundation

/// What the answers of a period were made of, so that one whose grounds are the same is not made
/// again only because the clock has gone on.
struct AnswerMemory {
  struct Entry: Codable {
    /// Hash of all that the answer depends on but the clock.
    var mark: String
    /// Its files, below the unit's folder.
    var files: [String]
  }

  private static let name = ".answers.json"

  private let folder: URL
  private var entries: [String: Entry]

  /// A memory that cannot be read is none: the answers are made anew.
  init(folder: URL) {
    self.folder = folder
    let bytes = try? WholeFile.read(folder.appending(path: Self.name))
    entries =
      bytes.flatMap { try? JSONDecoder().decode([String: Entry].self, from: Data($0)) } ?? [:]
  }

  /// Files of the last answer to a unit, below its folder.
  func files(of unit: String) -> [String] { entries[unit]?.files ?? [] }

  /// Whether the answer with this mark was made, and is there.
  func holds(_ mark: String, of unit: String) -> Bool {
    guard let entry = entries[unit], entry.mark == mark else { return false }
    return entry.files.allSatisfy { file in
      FileManager.default.fileExists(atPath: folder.appending(path: "\(unit)/\(file)").path)
    }
  }

  mutating func remember(_ mark: String, of unit: String, files: [String]) {
    entries[unit] = Entry(mark: mark, files: files)
  }

  mutating func forget(_ unit: String) { entries[unit] = nil }

  func close() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    try WholeFile.write(
      [UInt8](try encoder.encode(entries)), to: folder.appending(path: Self.name))
  }
}

package import Foundation

/// The files of a pack: a folder, or texts at hand.
package struct PackFiles: Sendable {
  /// Reads a file by its path below the pack; nil when there is none.
  let read: @Sendable (String) throws -> [UInt8]?
  /// Whether a file is there.
  let contains: @Sendable (String) -> Bool

  /// A folder on the disk.
  package init(folder: URL) {
    read = { path in
      let file = folder.appending(path: path)
      guard FileManager.default.fileExists(atPath: file.path) else { return nil }
      return try [UInt8](Data(contentsOf: file))
    }
    contains = { FileManager.default.fileExists(atPath: folder.appending(path: $0).path) }
  }

  /// Texts by path; a path with an empty text is a file as well.
  package init(texts: [String: String]) {
    read = { path in texts[path].map { [UInt8]($0.utf8) } }
    contains = { texts[$0] != nil }
  }
}

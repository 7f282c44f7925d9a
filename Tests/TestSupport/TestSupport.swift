import Foundation

/// Where things stand in the checkout that is tested.
package enum Checkout {
  /// The folder of Package.swift.
  package static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  package static let fixtures = root.appending(path: "Fixtures")
  package static let templates = root.appending(path: "Templates")

  /// What stands beside the checkout and is not part of it: a foreign corpus, schemas. Nil where
  /// it is not there; a test that needs it says so aloud.
  package static let shared: URL? = {
    let told = ProcessInfo.processInfo.environment["SVODKA_SHARED"].map { URL(filePath: $0) }
    let folder = told ?? root.deletingLastPathComponent().appending(path: "shared")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()
}

/// A folder of a test's own, gone when the test is over.
package final class ScratchFolder: Sendable {
  package let url: URL

  package init() throws {
    url = FileManager.default.temporaryDirectory
      .appending(path: "svodka-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}

/// The rows of a CSV without quoted line breaks, by the names of its header.
package func tableRows(_ file: URL, separator: Character = ",") throws -> [[String: String]] {
  let text = try String(contentsOf: file, encoding: .utf8).replacing("\r\n", with: "\n")
  var lines = text.split(separator: "\n").map { line in
    line.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
  guard !lines.isEmpty else { return [] }
  let header = lines.removeFirst()
  return lines.map { Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first }) }
}

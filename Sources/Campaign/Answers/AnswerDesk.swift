import Foundation

/// The folder of a period's answers: `protocol.json` is the program's own, what people send on and
/// may edit is never overwritten once they have.
struct AnswerDesk {
  private let folder: URL
  private let isDryRun: Bool
  private var shelf: DocumentShelf
  private var memory: AnswerMemory
  /// Answers since the memory was last written.
  private var unsaved = 0
  /// A run that is killed leaves no more than so many of its answers to be made again.
  private static let most = 16
  /// The program's own, which nobody edits.
  private static let own = "protocol.json"

  init(folder: URL, isDryRun: Bool) throws {
    self.folder = folder
    self.isDryRun = isDryRun
    shelf = try DocumentShelf(folder: folder, isDryRun: isDryRun)
    memory = AnswerMemory(folder: folder)
  }

  func holds(_ mark: String, of unit: String) -> Bool { memory.holds(mark, of: unit) }

  /// Writes an answer; takes away what the one before had besides, unless a person edited it.
  /// - Returns: files that stand beside edited ones, below the folder.
  mutating func put(_ made: SchoolAnswer.Made, mark: String, of unit: String) throws -> [String] {
    guard !isDryRun else { return [] }
    for file in made.files {
      try WholeFile.write(file.bytes, to: folder.appending(path: "\(unit)/\(file.name)"))
    }
    let put = try shelf.put(
      made.shared.map { .init(path: "\(unit)/\($0.name)", bytes: $0.bytes) })
    let beside = put.filter { outcome, _ in outcome == .besideEdited }.map { _, path in path }
    let files = (made.files + made.shared).map(\.name)
    for old in memory.files(of: unit) where !files.contains(old) {
      try shelf.remove("\(unit)/\(old)")
    }
    memory.remember(mark, of: unit, files: files)
    unsaved += 1
    if unsaved == Self.most {
      try close()
      unsaved = 0
    }
    return beside
  }

  /// Takes the answer to a unit away, but for what a person edited.
  /// - Returns: what was edited and stays, below the folder; nil where there was no answer.
  mutating func takeAway(_ unit: String) throws -> [String]? {
    let files = memory.files(of: unit)
    guard !files.isEmpty else { return nil }
    var kept: [String] = []
    for file in files {
      let path = "\(unit)/\(file)"
      if file == Self.own {
        try removeOwn(path)
      } else if try shelf.remove(path) == .kept {
        kept.append(path)
      }
    }
    if !isDryRun { memory.forget(unit) }
    return kept
  }

  private func removeOwn(_ path: String) throws {
    let file = folder.appending(path: path)
    guard !isDryRun, FileManager.default.fileExists(atPath: file.path) else { return }
    try WholeFile.remove(file)
  }

  mutating func close() throws {
    guard !isDryRun else { return }
    try shelf.close()
    try memory.close()
  }
}

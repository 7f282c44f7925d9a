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

  mutating func close() throws {
    guard !isDryRun else { return }
    try shelf.close()
    try memory.close()
  }
}

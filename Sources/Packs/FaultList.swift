/// A place in a file, from 1.
struct Place: Hashable {
  var file: String
  var line: Int
  var column: Int
}

/// Collects what is wrong while files are read, so that one run names everything.
final class FaultList {
  private var found: [PackFault] = []
  private var files: [String] = []

  var isEmpty: Bool { found.isEmpty }

  /// Files are listed in the order in which they were opened.
  func open(_ file: String) {
    if !files.contains(file) { files.append(file) }
  }

  func add(_ problem: PackFault.Problem, at place: Place, meant: String? = nil) {
    open(place.file)
    let fault = PackFault(
      file: place.file, line: place.line, column: place.column, problem: problem, meant: meant)
    if !found.contains(fault) { found.append(fault) }
  }

  /// By file, line and column; of one place in the order of finding.
  var sorted: [PackFault] {
    let order = Dictionary(uniqueKeysWithValues: files.enumerated().map { ($1, $0) })
    return found.enumerated().sorted { first, second in
      let (a, b) = (first.element, second.element)
      return (order[a.file] ?? 0, a.line, a.column, first.offset)
        < (order[b.file] ?? 0, b.line, b.column, second.offset)
    }.map(\.element)
  }
}

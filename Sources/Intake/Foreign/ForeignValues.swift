import ExactNumbers
import Findings
import Monitoring
import Spreadsheets

/// Reads a cell of a foreign table.
struct ForeignValues {
  let file: FormFile
  let vocabulary: ForeignVocabulary
  let values: ValueReader

  /// What a cell came to, and why it is no value where that is worth a word.
  struct Read {
    var state: Observation.State
    var remark: Reading.Remark?
    var isEmpty = false
    var isSuppressed = false
  }

  func read(_ cell: ForeignCell, as field: FormField) -> Read {
    let grid = file.sheets[cell.sheet]
    let anchor = grid.anchor(of: cell.place)
    guard anchor == cell.place else {
      let arguments: [String: FindingValue] = [
        "value": .text(grid[anchor]?.rawText ?? "–"), "anchor": .text(anchor.description),
      ]
      return Read(
        state: .unreadable, remark: Reading.Remark(code: "cell.merged", arguments: arguments))
    }
    guard let content = grid[cell.place], !content.isBlank else {
      return Read(state: .missing, isEmpty: true)
    }
    if case .text(let text) = content.content {
      let plain = NumberText.trimmed(text)
      if let marker = vocabulary.binding.markers[plain] { return read(marker, as: field) }
    }
    let reading = values.read(content.computed, as: field)
    return Read(state: reading.state, remark: reading.remark)
  }

  private func read(_ marker: ForeignBinding.Marker, as field: FormField) -> Read {
    switch marker {
    case .missing: Read(state: .missing)
    case .suppressed: Read(state: .missing, isSuppressed: true)
    case .notApplicable: Read(state: .notApplicable)
    case .zero: Read(state: .given(.number(.zero)))
    }
  }

  func origin(_ cell: ForeignCell) -> Origin {
    file.origin(of: cell.place, on: file.sheets[cell.sheet])
  }

  /// Where a sum stands: its cells and what stood in them, joined by «+».
  func origin(_ cells: [ForeignCell]) -> Origin? {
    guard var origin = cells.first.map(origin) else { return nil }
    guard cells.count > 1 else { return origin }
    let parts = cells.map { self.origin($0) }
    origin.cell = parts.map(\.cell).joined(separator: "+")
    origin.rawText = parts.map(\.rawText).joined(separator: " + ")
    origin.decimals = parts.compactMap(\.decimals).max()
    return origin
  }
}

extension GridCell {
  /// Numbers of a published table were computed, if not in this file then before: what a double
  /// adds beyond 15 digits (189.58999999999997) was never counted.
  fileprivate var computed: GridCell {
    guard case .number(let number) = content else { return self }
    return GridCell(
      .number(number.rounded(toSignificantDigits: 15)), rawText: rawText, isFormula: true,
      showsPercent: showsPercent)
  }
}

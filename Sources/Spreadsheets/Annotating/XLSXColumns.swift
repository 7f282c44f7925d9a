/// The formats and widths of the columns of a sheet (ECMA-376, 18.3.1.13).
struct XLSXColumns {
  private struct Run {
    var columns: ClosedRange<Int>
    var style: Int
    /// In characters; nil for that of the sheet.
    var width: Double?
    var isHidden: Bool
  }

  private var runs: [Run] = []
  /// In characters: what Excel takes where a sheet says nothing.
  private var usual = 8.43 + 0.71

  /// Runs of columns that are looked at; a sheet has as many columns at most.
  private static let mostRuns = 16_384

  mutating func add(_ tag: ScannedTag, in bytes: [UInt8]) {
    guard runs.count < Self.mostRuns,
      let first = tag.value(of: "min", in: bytes).flatMap({ Int($0) }),
      let last = tag.value(of: "max", in: bytes).flatMap({ Int($0) }), first <= last
    else { return }
    runs.append(
      Run(
        columns: first...last,
        style: tag.value(of: "style", in: bytes).flatMap { Int($0) } ?? 0,
        width: tag.value(of: "width", in: bytes).flatMap { Double($0) },
        isHidden: ["1", "true"].contains(tag.value(of: "hidden", in: bytes))))
  }

  /// The width that the sheet's other columns have.
  mutating func take(_ tag: ScannedTag, in bytes: [UInt8]) {
    if let width = tag.value(of: "defaultColWidth", in: bytes).flatMap({ Double($0) }) {
      usual = width
    }
  }

  private func run(of column: Int) -> Run? { runs.first { $0.columns.contains(column) } }

  /// 0 for a column that says nothing.
  func style(of column: Int) -> Int { run(of: column)?.style ?? 0 }

  /// In points of a screen, as Excel reckons with its usual font.
  func pixels(of column: Int) -> Int {
    let run = run(of: column)
    guard run?.isHidden != true else { return 0 }
    let width = run?.width ?? usual
    // A width may be any number that a file names; Excel stops at 255 characters.
    return width.isFinite ? Int(min(max(width, 0), 255) * 7) : 64
  }
}

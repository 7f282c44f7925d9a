/// What is asked of a reader.
struct ReadingRequest: Sendable {
  let contents: WorkbookContents
  let limits: SpreadsheetLimits
  /// Of displayed texts.
  let language: DisplayLanguage

  init(contents: WorkbookContents, limits: SpreadsheetLimits, language: DisplayLanguage) {
    self.contents = contents
    self.language = language
    var limits = limits
    // Places are reckoned with below: no limit is as large as would overflow.
    limits.rows = min(max(limits.rows, 1), Self.mostPlaces)
    limits.columns = min(max(limits.columns, 1), Self.mostPlaces)
    self.limits = limits
  }

  /// Rows, or columns: sixteen times what any office program plans for.
  private static let mostPlaces = 1 << 28

  func wants(_ content: WorkbookContents) -> Bool { contents.contains(content) }
}

/// What is asked of a reader.
struct ReadingRequest: Sendable {
  var contents: WorkbookContents
  var limits: SpreadsheetLimits
  /// Of displayed texts.
  var language: DisplayLanguage

  func wants(_ content: WorkbookContents) -> Bool { contents.contains(content) }
}

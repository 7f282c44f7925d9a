/// The bounds of the store, each with its unit and reason.
package struct StoreLimits: Sendable {
  /// Seconds to wait for another process. One form is written in milliseconds, so that ten
  /// seconds are thousands of turns; longer means that the other hangs.
  package var busySeconds = 10.0

  /// Letters of a file name's extension that a kept copy carries on: the longest of a workbook
  /// is `.xlsx`; a longer one is no extension but a sentence with a full stop in it.
  package var extensionLetters = 8

  package init() {}
}

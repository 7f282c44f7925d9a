package import Findings
package import Monitoring

/// One file of an inbox with what a reader made of it: what is stored in one transaction.
package struct FileReading: Sendable, Hashable {
  /// Path below the inbox, with "/".
  package var name: String
  /// SHA-256; see `Store.keep` and `Store.hash(of:)`.
  package var hash: String
  /// Bytes of the file.
  package var size: Int
  /// What kind of file it is, in the words of the reader: "form", "encrypted", "foreign", …
  package var verdict: String
  /// What the reading depends on besides the file, as the caller names it: pack, register and
  /// program. A file whose newest reading has the same `reader` is not stored again.
  package var reader: String
  /// One for each unit and period that was found in the file; empty when it is bound to none.
  package var submissions: [SubmissionContents]
  /// What was found in the file as a whole, before it was bound.
  package var findings: [Finding]
  package var custody: Custody

  package init(
    name: String, hash: String, size: Int, verdict: String, reader: String,
    submissions: [SubmissionContents] = [], findings: [Finding] = [], custody: Custody = .kept
  ) {
    self.name = name
    self.hash = hash
    self.size = size
    self.verdict = verdict
    self.reader = reader
    self.submissions = submissions
    self.findings = findings
    self.custody = custody
  }
}

/// What became of a submission, or of a file that holds none.
package enum Outcome: Sendable, Hashable {
  /// The first of its unit, period and form; or a file that was not seen before.
  case new
  /// Nothing was learnt: this file, read so, is stored already.
  case unchanged
  /// A later file, which counts from now on, and what it changed.
  case newVersion(SubmissionDiff)
  /// Stored as a version, but an other file is known to be newer, and goes on to count.
  case older(version: Int)
  /// Stored as a version, but it is not known which of several files is the newest: none counts
  /// until `Store.choose` says which. See `submission.undecided`.
  case undecided(version: Int)
  /// Stored as a version of a period that is closed: it does not count until that is opened.
  case afterClosing(version: Int)
  /// The same file, read anew under another reader with another outcome.
  case reread(SubmissionDiff)
}

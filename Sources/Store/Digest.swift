import GRDB
import Monitoring

/// The hash of what a reading or a run of rules said, by which a second one that says the same is
/// known without comparing it row by row.
struct Digest {
  /// What is hashed, in one piece: a call of the hasher for each text costs more than the hash.
  private var bytes: [UInt8] = []

  mutating func add(_ text: String?) {
    // The length keeps "ab" + "c" apart from "a" + "bc", and no text from an empty one.
    bytes.append(contentsOf: String(text?.utf8.count ?? -1).utf8)
    bytes.append(UInt8(ascii: ":"))
    if let text { bytes.append(contentsOf: text.utf8) }
  }

  mutating func add(_ row: FindingRow) {
    for value in row.values { add(value.flatMap { String.fromDatabaseValue($0.databaseValue) }) }
  }

  mutating func add(_ row: ObservationRow) {
    add(row.field)
    add(row.breakdown)
    add(row.state)
    add(row.kind)
    add(row.value)
    add(row.sheet)
    add(row.cell)
    add(row.raw)
    add(row.decimals.map { String($0) })
  }

  mutating func add(_ submission: Submission) {
    add(submission.unit.rawValue)
    add(submission.period.description)
    add(submission.form.rawValue)
    add(String(submission.formVersion))
    add(submission.producer)
    add(submission.modified)
  }

  /// In hexadecimal.
  var text: String { ReceivedFiles.hash(of: bytes) }
}

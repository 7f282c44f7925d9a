import Monitoring

/// A reading with all that storing it needs and the database has no say in, so that many are made
/// ready at once while one is stored.
package struct ReadyReading: Sendable {
  package private(set) var reading: FileReading
  /// What the reading says, in one hash; the name of the file does not matter.
  let digest: String
  /// The observations of each submission, in the order of their table's key.
  let rows: [[ObservationRow]]
  /// The copy of the file, where one is kept and was written.
  package var copy: DraftCopy?

  package init(_ reading: FileReading) throws {
    self.reading = reading
    var digest = Digest()
    digest.add(reading.verdict)
    for finding in reading.findings { digest.add(try FindingRow(finding)) }
    var all: [[ObservationRow]] = []
    for contents in reading.submissions {
      let rows = contents.observations.map { ObservationRow($0, of: contents.submission) }
      digest.add(contents.submission)
      for row in rows { digest.add(row) }
      for finding in contents.findings { digest.add(try FindingRow(finding)) }
      all.append(rows.sorted { ($0.field, $0.breakdown) < ($1.field, $1.breakdown) })
    }
    self.digest = digest.text
    rows = all
  }

  /// Whether its copy is kept is known only when it is stored: a term may be over.
  package mutating func decide(_ custody: Custody) { reading.custody = custody }
}

/// What a run of the inbox hands to the store.
package enum IncomingFile: Sendable {
  case read(ReadyReading)
  /// A file that was stored before, as `Store.isStored` said: its name is noted.
  case known(name: String, hash: String, size: Int)

  var hash: String {
    switch self {
    case .read(let ready): ready.reading.hash
    case .known(_, let hash, _): hash
    }
  }
}

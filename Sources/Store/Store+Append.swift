import GRDB
package import Monitoring

extension Store {
  /// Whether this file was stored as `reader` reads it, so that it need not be read again. False
  /// when its kept copy is gone or cut off: then it has to be kept again.
  package func isStored(hash: String, reader: String) throws -> Bool {
    let known = try read { db in
      try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT p.reader, f.path, f.size FROM reading_pass p JOIN file f ON f.hash = p.hash
            WHERE p.hash = ? ORDER BY p.id DESC LIMIT 1
            """), arguments: [hash]
      ).map { (reader: $0[0] as String, path: $0[1] as String?, size: $0[2] as Int) }
    }
    guard let known, known.reader == reader else { return false }
    return known.path.map { received.size(of: $0) == known.size } ?? true
  }

  /// Stores a file with all that was read from it in one transaction, synced on return.
  ///
  /// The outcomes stand in the order of `reading.submissions`; a file without any has one outcome
  /// of its own. A file with submissions must have been kept before, unless its custody says
  /// otherwise, because what counts must be there to be shown: `StoreError.contradiction`
  /// otherwise, and when one field is given twice.
  /// `now` is the time of storing, ISO 8601.
  package func append(_ reading: FileReading, now: String) throws -> [Outcome] {
    try append([.read(try ReadyReading(reading))], now: now).first ?? []
  }

  /// Stores many files as `append(_:now:)` does each, all in one transaction, synced on return: the
  /// copies first, so that nothing ever refers to one that is not there.
  /// - Returns: the outcomes of each; of a known file that it is unchanged.
  package func append(_ arrivals: [IncomingFile], now: String) throws -> [[Outcome]] {
    let published = try received.publish(
      arrivals.compactMap { arrival in
        if case .read(let ready) = arrival { return ready.copy }
        return nil
      })
    let paths = arrivals.map { published[$0.hash] ?? received.path(of: $0.hash) }
    for case (.read(let ready), let path) in zip(arrivals, paths) {
      try refuseContradictions(in: ready.reading, path: path)
    }
    return try write { db in
      try zip(arrivals, paths).map { arrival, path in
        switch arrival {
        case .read(let ready): try Self.append(ready, path: path, db, now: now)
        case .known(let name, let hash, let size):
          try Self.note(name: name, hash: hash, size: size, path: path, db, now: now)
        }
      }
    }
  }

  private static func append(
    _ ready: ReadyReading, path: String?, _ db: Database, now: String
  ) throws -> [Outcome] {
    let reading = ready.reading
    let writer = ReadingWriter(db: db, reading: reading, now: now)
    try writer.noteFile(path: path)
    let unchanged = Array(
      repeating: Outcome.unchanged, count: max(1, reading.submissions.count))
    let newest = try writer.newest()
    if newest?.reader == reading.reader { return unchanged }
    if let newest, newest.digest == ready.digest {
      try writer.pass(newest.id)
      return unchanged
    }
    let before = try reading.submissions.map { try Predecessor(db, of: $0.submission) }
    try writer.write(ready)
    guard !before.isEmpty else { return [.new] }
    return try zip(reading.submissions, before).map { try $1.outcome(db, of: $0) }
  }

  /// The name of a file with persons may be one that the store must not know.
  private static func note(
    name: String, hash: String, size: Int, path: String?, _ db: Database, now: String
  ) throws -> [Outcome] {
    if try !holdsPersons(hash: hash, db) {
      try ReadingWriter(
        db: db, reading: FileReading(name: name, hash: hash, size: size, verdict: "", reader: ""),
        now: now
      ).noteFile(path: path)
    }
    return [.unchanged]
  }

  /// Stores a file that holds one submission. See `append(_:now:)`.
  package func append(
    _ contents: SubmissionContents, size: Int, verdict: String, reader: String, now: String
  ) throws -> Outcome {
    let outcomes = try append(
      FileReading(
        name: contents.submission.fileName, hash: contents.submission.fileHash, size: size,
        verdict: verdict, reader: reader, submissions: [contents]),
      now: now)
    return outcomes.first ?? .unchanged
  }

  private func refuseContradictions(in reading: FileReading, path: String?) throws {
    func refuse(_ reason: String) -> StoreError {
      StoreError(.contradiction, path: reading.name, reason: reason)
    }
    if path == nil, reading.custody.isKept, !reading.submissions.isEmpty {
      throw refuse("was not kept before its submissions were stored")
    }
    var forms: Set<[String]> = []
    for contents in reading.submissions {
      let submission = contents.submission
      guard submission.fileHash == reading.hash else {
        throw refuse("holds a submission of another file, \(submission.fileHash)")
      }
      let form = [
        submission.unit.rawValue, submission.period.description, submission.form.rawValue,
      ]
      guard forms.insert(form).inserted else {
        throw refuse("holds two submissions of \(form.joined(separator: ", "))")
      }
      var keys: Set<Observation.Key> = []
      for key in contents.observations.map(\.key) {
        guard key.unit == submission.unit, key.period == submission.period else {
          throw refuse("has a value of \(key.unit), \(key.period) in a form of \(form)")
        }
        guard keys.insert(key).inserted else {
          throw refuse("gives \(key.field) [\(key.breakdown)] twice")
        }
      }
    }
  }
}

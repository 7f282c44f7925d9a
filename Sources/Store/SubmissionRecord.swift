import GRDB
package import Monitoring

/// One stored version of a unit's form.
package struct StoredSubmission: Sendable, Hashable {
  /// What of a version counts.
  package enum Standing: String, Sendable, Hashable, CaseIterable {
    /// Its observations are the unit's.
    case current
    /// A newer file took its place, or a person chose another one.
    case superseded
    /// It is not known which of several files is the newest: none counts.
    case undecided
    /// It came after its period was closed: it does not count until the period is opened.
    case closed
  }

  package var submission: Submission
  /// From 1, in the order in which the files came.
  package var version: Int
  package var standing: Standing
  /// When it was stored: the `now` of that call.
  package var received: String
  /// When its file first came for this form; reading it anew changes nothing of it.
  package var came: String
  /// The row that its observations refer to.
  let id: Int64
  let reading: Int64
}

extension StoredSubmission {
  /// The columns that `init(_:standing:)` reads, of a table or view that is called `s`.
  static let columns = """
    s.id, s.reading, s.hash, s.name, s.unit, s.period, s.form, s.form_version, s.version, \
    s.producer, s.modified, s.received,
    (SELECT min(a.received) FROM submission a
      WHERE a.unit = s.unit AND a.period = s.period AND a.form = s.form
        AND a.hash = s.hash)
    """

  init(_ row: Row, standing: Standing) throws {
    guard let period = Period(year: row[5]) else {
      throw DatabaseError(
        resultCode: .SQLITE_CORRUPT, message: "a submission of the year \(row[5] as Int)")
    }
    self.init(
      submission: Submission(
        unit: UnitCode(rawValue: row[4]), period: period, form: FormCode(rawValue: row[6]),
        formVersion: row[7], fileHash: row[2], fileName: row[3], producer: row[9],
        modified: row[10]),
      version: row[8], standing: standing, received: row[11], came: row[12],
      id: row[0], reading: row[1])
  }

  /// The submissions that count, by unit, period and form; only of one unit, period and form when
  /// these are given.
  static func current(
    _ db: Database, unit: UnitCode? = nil, period: Period? = nil, form: FormCode? = nil
  ) throws -> [StoredSubmission] {
    let place = Place(unit: unit, period: period, form: form)
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(columns) FROM current s WHERE \(place.condition)
        ORDER BY s.unit, s.period, s.form
        """)
    return try Row.fetchAll(statement, arguments: place.arguments)
      .map { try StoredSubmission($0, standing: .current) }
  }

  /// Which submissions are asked for. Only what is given stands in the condition: SQLite finds no
  /// index for "or the parameter is null", and one form would cost a pass over all.
  struct Place {
    var unit: UnitCode?
    var period: Period?
    var form: FormCode?

    /// Of a table or view that is called `s`.
    var condition: String {
      let parts = [
        unit.map { _ in "s.unit = ?" }, period.map { _ in "s.period = ?" },
        form.map { _ in "s.form = ?" },
      ].compactMap { $0 }
      return parts.isEmpty ? "1" : parts.joined(separator: " AND ")
    }

    var arguments: StatementArguments {
      var values: [any DatabaseValueConvertible] = []
      if let unit { values.append(unit.rawValue) }
      if let period { values.append(period.year) }
      if let form { values.append(form.rawValue) }
      return StatementArguments(values)
    }
  }
}

package import Findings
import Foundation
import Monitoring
import Wording

/// JSON for programs: sorted keys, so that the same values give the same bytes.
package enum JSONText {
  package static func bytes(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return [UInt8](try encoder.encode(value)) + [UInt8(ascii: "\n")]
  }
}

/// A finding with its words in both languages, as JSON has it.
package struct FindingJSON: Encodable, Sendable {
  var code: String
  var severity: Severity
  var unit: String
  var period: String
  var field: String
  var breakdown: String
  var cells: [Origin]
  var ru: String
  var en: String
  var mend: String
  /// What the unit wrote to close it; left out while it is open.
  var explanation: String?
  /// By what line of the journal it counts all the same; left out where nobody decided so.
  var accepted: AcceptedJSON?
  /// The line of the journal by which the office put right what it comes from; left out where it
  /// comes from the form.
  var correction: Int?
  /// Whether corrections of the office brought it, known or not which; left out where not.
  var ofOffice: Bool?

  struct AcceptedJSON: Encodable, Sendable {
    var line: Int
    var author: String
    /// ISO 8601, UTC.
    var at: String
    var reason: String
  }

  package init(_ finding: Finding, _ speaker: FindingSpeaker) {
    let russian = speaker.words(finding, .ru)
    code = finding.code.rawValue
    severity = finding.severity
    unit = finding.key.unit
    period = finding.key.period
    field = finding.key.field
    breakdown = finding.key.breakdown
    cells = finding.origins
    ru = russian.headline
    en = speaker.words(finding, .en).headline
    mend = russian.mend
    explanation = finding.explanation
    correction = finding.correction?.number
    ofOffice = finding.isOfOffice ? true : nil
    accepted = finding.decision.flatMap { decision in
      guard decision.act == .accepted else { return nil }
      return AcceptedJSON(
        line: decision.number, author: decision.author, at: decision.at, reason: decision.reason)
    }
  }
}

/// How far a unit's form has come, as JSON has it.
package struct StandingJSON: Encodable, Sendable {
  var unit: String
  var name: String
  var period: String
  var state: String
  var file: String
  var version: Int?
  var versions: Int
  var errors: Int
  var warnings: Int
  var explained: Int
  var accepted: Int
  var corrected: Int
  var ofOffice: Int
  var received: String?
  /// Files that came after that and were not taken; left out where there are none.
  var refused: [RefusedJSON]?
  /// Forms of earlier years that came in the stead of the missing one; left out where none did.
  var earlier: [EarlierJSON]?

  /// A form of an earlier year, by its path below the inbox.
  struct EarlierJSON: Encodable, Sendable {
    var file: String
    var period: String
  }

  /// The line of the journal by which another file with the same values was sent back; left out where
  /// none was.
  var unmended: Int?
  /// Files that came after the period was closed and do not count; left out where there are none.
  var afterClosing: [String]?

  struct RefusedJSON: Encodable, Sendable {
    var file: String
    var codes: [String]
    var cells: [Origin]
  }

  /// The day of the first version, ISO 8601, in the campaign's time zone.
  var arrived: String?
  /// Days after the deadline, of what came late or has not come; left out for all else.
  var daysLate: Int?
  var group: String?
  /// Codes of the units above, from below the root downwards.
  var path: [String]?
  var filledBy: String?
  var phone: String?
  /// The day on which the signed paper came.
  var scan: String?

  package init(_ row: FormRegister.Row) {
    self.init(row.standing)
    arrived = row.arrived?.iso
    switch row.timing {
    case .late(_, let days), .overdue(let days): daysLate = days
    case .came, .inTime, .awaited: daysLate = nil
    }
    group = row.group
    path = row.path.map(\.rawValue)
    filledBy = row.filledBy
    phone = row.phone
    scan = row.scan?.iso
  }

  package init(_ standing: UnitStanding) {
    unit = standing.unit.rawValue
    name = standing.name
    period = standing.period.description
    state = standing.state.rawValue
    file = standing.file
    version = standing.version
    versions = standing.versions
    errors = standing.errors
    warnings = standing.warnings
    explained = standing.explained
    accepted = standing.accepted
    corrected = standing.corrected
    ofOffice = standing.ofOffice
    received = standing.received
    earlier =
      standing.earlier.isEmpty
      ? nil
      : standing.earlier.map { EarlierJSON(file: $0.file, period: $0.period.description) }
    unmended = standing.unmended?.number
    afterClosing = standing.afterClosing.isEmpty ? nil : standing.afterClosing
    guard !standing.refused.isEmpty else { return }
    refused = standing.refused.map { RefusedJSON($0) }
  }

  /// Files of which nobody can tell whose they are, as a row of no unit, `unclaimed`; nil where
  /// there are none.
  package init?(unclaimedOf register: FormRegister) {
    guard !register.unclaimed.isEmpty else { return nil }
    (unit, name, file) = ("", "", "")
    period = register.period.description
    state = "unclaimed"
    (versions, errors, warnings, explained) = (0, 0, 0, 0)
    (accepted, corrected, ofOffice) = (0, 0, 0)
    refused = register.unclaimed.map { RefusedJSON($0) }
  }
}

extension StandingJSON.RefusedJSON {
  fileprivate init(_ file: RefusedFile) {
    self.init(
      file: file.name, codes: file.findings.map(\.code.rawValue),
      cells: file.findings.flatMap(\.origins))
  }
}

import Findings
import Monitoring
import Store

/// A protocol for programs.
struct ProtocolJSON: Encodable {
  var unit: String
  var period: String
  var file: String
  var version: Int?
  /// How many times a rule could not be evaluated, because an operand is missing.
  var notEvaluated: Int
  var state: String
  /// Files that came after that and were not taken; left out where there are none.
  var refused: [String]?
  /// Files that came after the period was closed; left out where there are none.
  var afterClosing: [String]?
  /// The line of the journal by which another file with the same values was sent back; left out where
  /// none was.
  var unmended: Int?
  var findings: [FindingJSON]

  init(_ facts: UnitFacts, campaign: OpenCampaign) {
    let pack = campaign.pack(of: facts.period)
    let standing = UnitStanding(
      unit: facts.unit, period: facts.period,
      required: pack.forms.filter { !$0.isOptional }.map(\.code), stored: facts.stored)
    let speaker = FindingSpeaker(packs: campaign.packs)
    unit = standing.unit.rawValue
    period = standing.period.description
    file = standing.file
    version = standing.version
    notEvaluated = facts.notEvaluated
    state = standing.state.rawValue
    refused = facts.refused.isEmpty ? nil : facts.refused.map(\.name)
    unmended = standing.unmended?.number
    afterClosing = standing.late.isEmpty ? nil : standing.late
    findings = facts.findings.map { FindingJSON($0, speaker) }
  }

  var bytes: [UInt8] {
    get throws { try JSONText.bytes(self) }
  }
}

import ExactNumbers
import Findings
import Monitoring

/// An observation as the columns of its table: plain text, so that any SQLite tool shows it.
struct ObservationRow {
  var field: String
  var breakdown: String
  var state: String
  var kind: String?
  var value: String?
  var sheet: String?
  var cell: String?
  var raw: String?
  var decimals: Int?
  /// The origin's file and hash, only where they are not those of `submission`.
  var file: String?
  var hash: String?

  init(_ observation: Observation, of submission: Submission) {
    field = observation.key.field.rawValue
    breakdown = observation.key.breakdown.description
    (state, kind, value) = Self.columns(of: observation.state)
    guard let origin = observation.origin else { return }
    sheet = origin.sheet
    cell = origin.cell
    raw = origin.rawText
    decimals = origin.decimals
    file = origin.file == submission.fileName ? nil : origin.file
    hash = origin.hash == submission.fileHash ? nil : origin.hash
  }

  /// State, kind and value of what may not be there; three columns of nothing then.
  static func texts(of state: Observation.State?) -> [String?] {
    guard let state else { return [nil, nil, nil] }
    let (name, kind, value) = columns(of: state)
    return [name, kind, value]
  }

  private static func columns(of state: Observation.State) -> (String, String?, String?) {
    switch state {
    case .given(let value): ("given", kind(of: value), text(of: value))
    case .missing: ("missing", nil, nil)
    case .notApplicable: ("not_applicable", nil, nil)
    case .unreadable: ("unreadable", nil, nil)
    case .withheld(let value): ("withheld", kind(of: value), text(of: value))
    }
  }

  private static func kind(of value: Observation.Value) -> String {
    switch value {
    case .number: "number"
    case .yesNo: "yes_no"
    case .choice: "choice"
    case .text: "text"
    case .date: "date"
    }
  }

  private static func text(of value: Observation.Value) -> String {
    switch value {
    case .number(let number): number.description
    case .yesNo(let flag): flag ? "yes" : "no"
    case .choice(let member): member.rawValue
    case .text(let text), .date(let text): text
    }
  }

  /// The state that columns tell; nil when they tell none.
  static func state(_ state: String, kind: String?, value: String?) -> Observation.State? {
    switch state {
    case "given": Self.value(kind, value).map { .given($0) }
    case "withheld": Self.value(kind, value).map { .withheld($0) }
    case "missing": .missing
    case "not_applicable": .notApplicable
    case "unreadable": .unreadable
    case _: nil
    }
  }

  private static func value(_ kind: String?, _ text: String?) -> Observation.Value? {
    guard let kind, let text else { return nil }
    switch kind {
    case "number": return ExactNumber(text).map { .number($0) }
    case "yes_no": return text == "yes" ? .yesNo(true) : text == "no" ? .yesNo(false) : nil
    case "choice": return .choice(MemberCode(rawValue: text))
    case "text": return .text(text)
    case "date": return .date(text)
    case _: return nil
    }
  }
}

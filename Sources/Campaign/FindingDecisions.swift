import ExactNumbers
import Findings
import Monitoring
import Store

/// What the office decided about the findings of one unit's form.
struct FindingDecisions {
  private struct Accepted: Hashable {
    var code: FindingCode
    var field: String
    var breakdown: String
    var seen: String
  }

  private var accepted: [Accepted: Decision] = [:]
  private var corrected: [Observation.Key: Decision] = [:]

  /// - Parameter entries: the lines of the journal that hold.
  init(_ entries: [JournalEntry]) {
    for entry in entries {
      switch entry.act {
      case .accept(let code, let field, let breakdown, let seen):
        let key = Accepted(code: code, field: field, breakdown: breakdown, seen: seen)
        accepted[key] = entry.decision(.accepted)
      case .correct(let field, let breakdown, _, _):
        guard let unit = entry.unit, let period = entry.period else { continue }
        let key = Observation.Key(unit: unit, period: period, field: field, breakdown: breakdown)
        corrected[key] = entry.decision(.corrected)
      case .returnForm, .scan, .lock, .unlock, .importResults, .newPeriod, .withdraw: continue
      }
    }
  }

  var isEmpty: Bool { accepted.isEmpty && corrected.isEmpty }

  /// The decision about a finding with just these values; nil when there is none.
  func acceptance(of finding: Finding) -> Decision? {
    accepted[
      Accepted(
        code: finding.code, field: finding.key.field, breakdown: finding.key.breakdown,
        seen: finding.seen)]
  }

  /// The findings, each with what was decided about it.
  ///
  /// - Parameter current: the values that the office put right and that hold: what a reader had
  ///   found in their cells is settled; what rules find is found in the corrected values.
  func applied(to findings: [Finding], corrected current: Set<Observation.Key>) -> [Finding] {
    findings.map { finding in
      var finding = finding
      finding.decision = finding.decision ?? acceptance(of: finding)
      guard finding.decision == nil, let key = finding.observationKey, current.contains(key),
        !finding.code.isOfRule
      else { return finding }
      finding.decision = corrected[key]
      return finding
    }
  }
}

extension Finding {
  /// The values that it names, as text: an acceptance holds for these.
  var seen: String {
    arguments.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.plain)" }
      .joined(separator: "; ")
  }

  /// The value that it is about; nil when it is about more or less than one.
  var observationKey: Observation.Key? {
    guard !key.field.isEmpty, let period = Period(key.period),
      let breakdown = Breakdown(key.breakdown)
    else { return nil }
    return Observation.Key(
      unit: UnitCode(rawValue: key.unit), period: period, field: FieldCode(rawValue: key.field),
      breakdown: breakdown)
  }
}

extension FindingCode {
  /// A rule of a pack is named `pack:id`.
  var isOfRule: Bool { rawValue.contains(":") }
}

extension FindingValue {
  fileprivate var plain: String {
    switch self {
    case .number(let number): number.description
    case .count(let count): String(count)
    case .text(let text): text
    case .list(let texts), .moments(let texts): texts.joined(separator: ", ")
    }
  }
}

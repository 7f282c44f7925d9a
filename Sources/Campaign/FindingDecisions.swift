import ExactNumbers
package import Findings
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

  init(_ decisions: FormDecisions) {
    for entry in decisions.acceptances {
      guard case .accept(let code, let field, let breakdown, let seen) = entry.act else { continue }
      let key = Accepted(code: code, field: field, breakdown: breakdown, seen: seen)
      accepted[key] = entry.decision(.accepted)
    }
  }

  /// - Parameter entries: the lines of the journal that hold.
  init(_ entries: [JournalEntry]) { self.init(FormDecisions(entries)) }

  var isEmpty: Bool { accepted.isEmpty }

  /// The decision about a finding with just these values; nil when there is none.
  func acceptance(of finding: Finding) -> Decision? {
    accepted[
      Accepted(
        code: finding.code, field: finding.key.field, breakdown: finding.key.breakdown,
        seen: finding.seen)]
  }

  /// The findings, each with what was decided about it.
  ///
  /// - Parameter values: those of the form, each with the correction that holds: what a reader had
  ///   found in their cells is settled by it; what rules find is found in the corrected values.
  func applied(to findings: [Finding], values: [Observation]) -> [Finding] {
    let corrected = Dictionary(
      values.compactMap { value in value.correction.map { (value.key, $0) } },
      uniquingKeysWith: { first, _ in first })
    return findings.map { finding in
      var finding = finding
      finding.decision = finding.decision ?? acceptance(of: finding)
      guard finding.decision == nil, let key = finding.observationKey, !finding.code.isOfRule else {
        return finding
      }
      finding.decision = corrected[key]
      return finding
    }
  }
}

extension Observation {
  /// The correction that made the value what it is; nil for what the form says itself.
  var correction: Decision? {
    decisions.last { $0.decision.act == .corrected }?.decision
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
  package var isOfRule: Bool { rawValue.contains(":") }
}

extension FindingValue {
  fileprivate var plain: String {
    switch self {
    case .number(let number): number.description
    case .count(let count): String(count)
    case .text(let text): text
    case .yesNo(let flag): flag ? "да" : "нет"
    case .list(let texts), .moments(let texts): texts.joined(separator: ", ")
    }
  }
}

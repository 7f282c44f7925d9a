import ExactNumbers
import Findings
import Monitoring

/// Compares published sums with the sums of the units; never adds them.
struct ForeignTotals {
  let binding: ForeignBinding
  let totals: ForeignBinding.Totals

  /// One published number and the numbers of the units that it should be the sum of.
  struct Pair {
    var published: ForeignFields.Value
    /// Nil where a unit has none: then nothing can be compared.
    var sum: ExactNumber?
  }

  /// What is said of one field in one period: a finding for each number that differs, one for all
  /// that agree, one for all that could not be compared.
  func findings(
    _ pairs: [Pair], of field: FormField, name: String, period: Period
  ) -> [Finding] {
    guard !totals.except.contains(field.code) else { return [] }
    var agreeing: [Pair] = []
    var open: [Pair] = []
    var findings: [Finding] = []
    for pair in pairs {
      guard let published = pair.published.state.number, let sum = pair.sum,
        let apart = try? published - sum
      else {
        open.append(pair)
        continue
      }
      if apart.magnitude <= tolerance(of: published) {
        agreeing.append(pair)
      } else {
        findings.append(
          finding("total.differs", [pair], field, name, period).adding([
            "published": .number(published), "sum": .number(sum), "difference": .number(apart),
          ]))
      }
    }
    if !agreeing.isEmpty {
      var numbers: [String: FindingValue] = [:]
      if agreeing.count == 1, let published = agreeing[0].published.state.number,
        let sum = agreeing[0].sum
      {
        numbers = ["published": .number(published), "sum": .number(sum)]
      }
      findings.append(
        finding("total.agrees", agreeing, field, name, period).adding(numbers))
    }
    if !open.isEmpty { findings.append(finding("total.not-compared", open, field, name, period)) }
    return findings
  }

  /// Half a unit of the last digit that is published: 7240.62 is exact to 0.005.
  private func tolerance(of published: ExactNumber) -> ExactNumber {
    totals.tolerance
      ?? ExactNumber(coefficient: 5, exponent: -published.normalized.decimals - 1) ?? .zero
  }

  private func finding(
    _ code: FindingCode, _ pairs: [Pair], _ field: FormField, _ name: String, _ period: Period
  ) -> Finding {
    Finding(
      code: code, severity: FindingCatalogue[code]?.severity ?? .notice,
      key: FindingKey(
        period: period.description, form: binding.form.rawValue, field: field.code.rawValue),
      arguments: [
        "label": .text(field.label), "total": .text(name), "period": .text(period.description),
        "count": .count(pairs.count),
      ],
      origins: pairs.prefix(3).compactMap(\.published.origin))
  }
}

extension Finding {
  fileprivate func adding(_ more: [String: FindingValue]) -> Finding {
    var finding = self
    finding.arguments.merge(more) { $1 }
    return finding
  }
}

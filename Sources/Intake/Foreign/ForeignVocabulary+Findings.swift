import Findings
import Monitoring

extension ForeignVocabulary {
  /// What is said of a key that nobody knows; of a unit with those that it may mean.
  func unknown(
    _ mark: ForeignMark, as axis: ForeignAxis, in period: Period?, at origin: Origin
  ) -> Finding {
    var arguments: [String: FindingValue] = [
      "value": .text(mark.text.isEmpty ? "–" : mark.text), "binding": .text(binding.title),
    ]
    let code: FindingCode
    switch axis {
    case .unit:
      code = "foreign.unit-unknown"
      let similar = units.candidates(mark, in: period)
      arguments["candidates"] = .list(similar.isEmpty ? ["–"] : similar)
    case .period, .field, .member: code = "foreign.key-unknown"
    }
    return Finding(
      code: code, severity: .error, key: FindingKey(form: binding.form.rawValue),
      arguments: arguments, origins: [origin])
  }

  /// Whether headings name units and nothing else.
  var hasUnitsInHeadings: Bool {
    sources.allSatisfy { axis, source in
      if case .heading = source { return axis == .unit }
      return axis != .unit
    }
  }
}

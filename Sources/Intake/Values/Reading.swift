import ExactNumbers
import Findings
import Monitoring

/// What a cell says as the value of one field.
struct Reading {
  /// What is to be said about the cell, without its field and place.
  struct Remark {
    var code: FindingCode
    var arguments: [String: FindingValue] = [:]
  }

  var state: Observation.State
  var remark: Remark?

  static let missing = Reading(state: .missing)

  static func given(_ value: Observation.Value, _ remark: Remark? = nil) -> Reading {
    Reading(state: .given(value), remark: remark)
  }

  /// Something that is no value of the field: `value` is what stands there.
  static func unreadable(
    _ code: FindingCode, _ value: FindingValue, candidates: [String] = [],
    limit: FindingValue? = nil
  ) -> Reading {
    var arguments = ["value": value]
    if !candidates.isEmpty { arguments["candidates"] = .list(candidates) }
    arguments["limit"] = limit
    return Reading(state: .unreadable, remark: Remark(code: code, arguments: arguments))
  }
}

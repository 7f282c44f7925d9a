import Findings
import Foundation
import GRDB

/// A finding as the columns that `reading_finding` and `rule_finding` share; arguments and origins
/// are JSON with sorted keys.
struct FindingRow {
  static let columns =
    "code, severity, unit, period, form, field, breakdown, arguments, origins"

  let values: [(any DatabaseValueConvertible)?]

  init(_ finding: Finding) throws {
    let key = finding.key
    values = [
      finding.code.rawValue, finding.severity.rawValue, key.unit, key.period, key.form, key.field,
      key.breakdown, try Self.json(finding.arguments), try Self.json(finding.origins),
    ]
  }

  /// Reads a row whose first columns are `columns`.
  static func finding(_ row: Row) throws -> Finding {
    guard let severity = Severity(rawValue: row[1]) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a finding without severity")
    }
    let decoder = JSONDecoder()
    return Finding(
      code: FindingCode(rawValue: row[0]), severity: severity,
      key: FindingKey(
        unit: row[2], period: row[3], form: row[4], field: row[5], breakdown: row[6]),
      arguments: try decoder.decode(
        [String: FindingValue].self, from: Data((row[7] as String).utf8)),
      origins: try decoder.decode([Origin].self, from: Data((row[8] as String).utf8)))
  }

  private static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}

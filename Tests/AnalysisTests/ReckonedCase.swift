import ExactNumbers
import Foundation
import Monitoring
import TestSupport
import Testing

/// The case that Tests/Cases/analysis/reckon.py makes and reckons by SQL.
struct ReckonedCase {
  let register: UnitRegister
  let observations: [Observation]
  let values: [[String: String]]
  let comparisons: [[String: String]]

  init() throws {
    let units = try Self.table("units").enumerated().map { number, row in
      SmallPack.unit(
        UnitCode(rawValue: try #require(row["unit"])), number: number + 1,
        succeeds: (row["succeeds"] ?? "").split(separator: " ").map {
          UnitCode(rawValue: String($0))
        }, opened: row["opened"].flatMap { Period($0) },
        closed: row["closed"].flatMap { Period($0) })
    }
    register = UnitRegister(root: SmallPack.root, units: units)
    observations = try Self.table("observations").map { row in
      Observation(
        key: .init(
          unit: UnitCode(rawValue: try #require(row["unit"])),
          period: try #require(row["period"].flatMap { Period($0) }),
          field: FieldCode(rawValue: try #require(row["field"])),
          breakdown: try #require(Breakdown(row["breakdown"] ?? ""))),
        state: try state(try #require(row["state"]), number: row["value"]), origin: nil)
    }
    values = try Self.table("values")
    comparisons = try Self.table("comparisons")
  }

  /// The address that a row of `values` or `comparisons` is about.
  static func address(_ row: [String: String]) throws -> ValueAddress {
    ValueAddress(
      indicator: IndicatorCode(rawValue: try #require(row["indicator"])),
      unit: UnitCode(rawValue: try #require(row["unit"])),
      breakdown: try #require(Breakdown(row["breakdown"] ?? "")),
      period: try #require(row["period"].flatMap { Period($0) }))
  }

  /// Rows by their headings; no cell of these files holds a comma or a quote.
  private static func table(_ name: String) throws -> [[String: String]] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../Cases/analysis/\(name).csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let heading = try #require(lines.first)
    return lines.dropFirst().map {
      Dictionary(zip(heading, $0), uniquingKeysWith: { first, _ in first })
    }
  }
}

import ExactNumbers
import Findings
import Foundation
import Monitoring
import Testing

@testable import Store

/// A folder of its own for one test, removed when the test is over.
final class Folder: Sendable {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("svodka-store-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Names of all files below, sorted.
  var files: [String] {
    ((try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []).sorted().filter {
      let kind = try? FileManager.default.attributesOfItem(atPath: "\(path)/\($0)")[.type]
      return kind as? FileAttributeType == .typeRegular
    }
  }

  /// A copy of everything as it lies on the disk now: what a killed process would leave.
  func snapshot() throws -> Folder {
    let copy = try Folder()
    for name in try FileManager.default.contentsOfDirectory(atPath: path) {
      try FileManager.default.copyItem(atPath: "\(path)/\(name)", toPath: "\(copy.path)/\(name)")
    }
    return copy
  }
}

/// The time that tests store at.
let noon = "2021-06-01T12:00:00Z"

func year(_ value: Int) throws -> Period { try #require(Period(year: value)) }

/// A form whose file is the text itself: staff_total and any other fields given as numbers.
struct Form {
  var unit: UnitCode = "school-01"
  var period = 2021
  var file: String
  var modified: String?
  var values: [String: Int] = ["staff_total": 20]
  var findings: [Finding] = []

  var hash: String { Store.hash(of: Array(file.utf8)) }

  func contents() throws -> SubmissionContents {
    let period = try year(period)
    return SubmissionContents(
      submission: Submission(
        unit: unit, period: period, form: "ms-1", formVersion: 1, fileHash: hash,
        fileName: "\(file).xlsx", producer: "LibreOffice", modified: modified),
      observations: values.sorted { $0.key < $1.key }.map { field, value in
        Observation(
          key: .init(unit: unit, period: period, field: FieldCode(rawValue: field)),
          state: .given(.number(ExactNumber(value))),
          origin: Origin(
            file: "\(file).xlsx", hash: hash, sheet: "Кадры", cell: "C5", rawText: "\(value)",
            decimals: 0))
      },
      findings: findings)
  }

  func reading(reader: String = "pack 1") throws -> FileReading {
    FileReading(
      name: "\(file).xlsx", hash: hash, size: file.utf8.count, verdict: "form", reader: reader,
      submissions: [try contents()])
  }

  /// Keeps the file and stores what was read from it.
  @discardableResult
  func store(in store: Store, reader: String = "pack 1") throws -> Outcome {
    _ = try store.keep(Array(file.utf8), name: "\(file).xlsx")
    let outcomes = try store.append(try reading(reader: reader), now: noon)
    return try #require(outcomes.first)
  }
}

extension Store {
  /// What counts of one field now.
  func number(_ field: FieldCode, unit: UnitCode = "school-01", period: Int = 2021) throws
    -> ExactNumber?
  {
    try observation(.init(unit: unit, period: year(period), field: field))?.number
  }
}

import ExactNumbers
import Findings
import Foundation
import Monitoring
import Packs
import TestSupport
import Testing

@testable import Intake

/// The published teacher census of Scotland, which nobody made for Svodka.
enum Scotland {
  static let folder: URL? = {
    let found = Checkout.shared?.appending(path: "realdata/scotland-teachers")
    if found == nil { print("skipped: the teacher census of Scotland (there is no ../shared)") }
    return found
  }()

  static let fixture = Checkout.fixtures.appending(path: "foreign/scotland-teachers")
  static let years = [2017, 2018, 2019, 2020, 2021]
  static let periods = years.compactMap(Period.init(year:))

  static func pack() throws -> SystemPack {
    try PackLoader.load(folder: fixture.appending(path: "pack"))
  }

  static func register() throws -> UnitRegister {
    let settings = try CampaignFile.load(
      bytes: [UInt8](Data(contentsOf: fixture.appending(path: "campaign.yaml"))))
    let bytes = try [UInt8](Data(contentsOf: fixture.appending(path: "schools.csv")))
    let file = FormFile(
      path: "schools.csv", hash: "r", sheets: [Grid(commaSeparated: bytes, name: "schools.csv")])
    return UnitRegisterReader(root: settings.district).read(file).register
  }

  static func workbook(_ year: Int) throws -> FormFile {
    let path = "staff-\(year).xlsx"
    let url = try #require(folder).appending(path: path)
    let read = FileIntake().read(
      path: path, hash: "\(year)", bytes: [UInt8](try Data(contentsOf: url)))
    return try #require(read.form, "\(read.findings)")
  }

  static func read(_ year: Int) throws -> ForeignBinder.Reading {
    ForeignBinder(pack: try pack(), register: try register(), periods: periods)
      .read(try workbook(year))
  }
}

/// A row of `expected-under-35.csv`, which was computed without Svodka.
struct ExpectedShare {
  var year: Int
  var name: String
  var under35: ExactNumber
  var all: ExactNumber
  /// Percent, to four decimals.
  var percent: ExactNumber

  /// Names hold commas, and then stand in quotes.
  static func all() throws -> [ExpectedShare] {
    let file = try #require(Scotland.folder).appending(path: "expected-under-35.csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline)
    return try lines.dropFirst().map { line in
      let pieces = line.split(separator: ",").map(String.init)
      let numbers = pieces.suffix(3).compactMap { ExactNumber($0) }
      let name = pieces.dropFirst().dropLast(3).joined(separator: ",")
      return try ExpectedShare(
        year: #require(Int(pieces[0])), name: name.filter { $0 != "\"" },
        under35: #require(numbers.first), all: #require(numbers.dropFirst().first),
        percent: #require(numbers.dropFirst(2).first))
    }
  }
}

extension ForeignBinder.Reading {
  func number(_ field: FieldCode, of unit: UnitCode, in period: Period) -> ExactNumber? {
    observation(field, of: unit, in: period)?.number
  }

  func observation(
    _ field: FieldCode, of unit: UnitCode, in period: Period, by breakdown: Breakdown = .whole
  ) -> Observation? {
    let key = Observation.Key(unit: unit, period: period, field: field, breakdown: breakdown)
    return forms.lazy.flatMap(\.observations).first { $0.key == key }
  }
}

@Suite(.enabled(if: Scotland.folder != nil, "there is no ../shared/realdata"))
struct ForeignScotlandTests {
  @Test(arguments: Scotland.years)
  func readsTheCensusToTheLastDigit(year: Int) throws {
    let reading = try Scotland.read(year)
    let register = try Scotland.register()
    let period = try #require(Period(year: year))
    let expected = try ExpectedShare.all().filter { $0.year == year }
    #expect(expected.count == 33)
    #expect(reading.forms.count == 32)
    #expect(reading.forms.flatMap(\.findings).isEmpty)
    for row in expected where row.name != "All local authorities" {
      let unit = try #require(register.units.first { $0.name(in: period).full == row.name }?.code)
      #expect(reading.number("under_35", of: unit, in: period) == row.under35, "\(row.name)")
      #expect(reading.number("teachers", of: unit, in: period) == row.all, "\(row.name)")
      #expect(try percent(row.under35, of: row.all) == row.percent, "\(row.name)")
    }
  }

  /// The 33rd row is compared with the sum of the others, and is not one of them.
  @Test(arguments: zip(Scotland.years, ["34.837", "35.013", "35.261", "35.218", "35.183"]))
  func comparesThePublishedTotalAndDoesNotAddIt(year: Int, pooled: String) throws {
    let reading = try Scotland.read(year)
    let period = try #require(Period(year: year))
    let sums = try ["under_35", "teachers"].map { field in
      let numbers = reading.forms.compactMap(\.form?.unit).compactMap {
        reading.number(FieldCode(rawValue: field), of: $0, in: period)
      }
      #expect(numbers.count == 32)
      return try #require(ExactNumber.sum(of: numbers))
    }
    let total = try #require(
      ExpectedShare.all().first { $0.year == year && $0.name == "All local authorities" })
    #expect(sums == [total.under35, total.all])
    #expect(try percent(sums[0], of: sums[1], decimals: 3) == ExactNumber(pooled))
    let agreeing = reading.findings.filter { $0.code == "total.agrees" }
    #expect(agreeing.compactMap { $0.arguments["published"] } == sums.map { .number($0) })
    #expect(agreeing.compactMap { $0.arguments["sum"] } == sums.map { .number($0) })
    #expect(Set(reading.findings.map(\.code)) == ["foreign.read", "total.agrees"])
  }

  /// The independent side: `numerator × 100 / denominator`, rounded half up on whole numbers.
  private func percent(
    _ part: ExactNumber, of whole: ExactNumber, decimals: Int = 4
  ) throws -> ExactNumber {
    let cents = try [part, whole].map { number in
      try #require(
        ExactNumber(coefficient: number.coefficient, exponent: Int(number.exponent) + 2)?
          .wholeValue)
    }
    var scale = 100
    for _ in 0..<decimals { scale *= 10 }
    let rounded = (2 * cents[0] * scale + cents[1]) / (2 * cents[1])
    return try #require(ExactNumber(coefficient: Int64(rounded), exponent: -decimals))
  }

  @Test func tellsTheCellsOfASum() throws {
    let reading = try Scotland.read(2017)
    let origin = try #require(
      reading.observation("under_35", of: "aberdeen-city", in: Scotland.periods[0])?.origin)
    #expect(origin.place == "Table 6.3!B4+C4+D4")
    #expect(origin.rawText == "118.4 + 337.6 + 237.11")
    #expect(origin.file == "staff-2017.xlsx")
  }
}

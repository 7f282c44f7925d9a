import ExactNumbers
import Findings
import Foundation
import Monitoring
import Packs
import Spreadsheets
import Testing
import Wording

@testable import Intake

/// The forms of `Fixtures/`, read, bound and checked as `collect` does it, against what their
/// generator wrote down beside them.
@Suite struct FixtureFormTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let fixtures = root.appending(path: "Fixtures")

  /// What all tests stand on, read once.
  private struct Campaign {
    var pack: SystemPack
    var register: UnitRegister
    var binder: FormBinder
    var periods: [Period]
    var rules: RuleRunner

    init() throws {
      pack = try PackLoader.load(folder: root.appending(path: "Templates/vilyuysk"))
      let file = try #require(try Self.read("campaign/schools.xlsx").form)
      let district = Unit(
        code: "district", number: 0, names: [.init(full: "Район", short: "Район")],
        level: "municipality")
      let reading = UnitRegisterReader(root: district).read(file)
      #expect(reading.findings == [])
      register = reading.register
      periods = (2019...2021).compactMap(Period.init(year:))
      binder = FormBinder(
        schema: pack.forms[0], among: pack.forms, classifiers: pack.classifiers,
        readings: pack.readings,
        register: register, periods: periods)
      rules = RuleRunner(rules: pack.rules, schemas: pack.forms, classifiers: pack.classifiers)
    }

    static func read(_ path: String) throws -> FileIntake.Reading {
      let bytes = try Data(contentsOf: fixtures.appending(path: path))
      return FileIntake().read(path: path, hash: "", bytes: Array(bytes))
    }

    /// The forms that were sent, by unit and period; of two of one unit the corrected one.
    func forms() throws -> [BoundForm: FormBinding] {
      let rows = try Table("expected/forms.csv").rows.filter { $0["current"] == "yes" }
      var forms: [BoundForm: FormBinding] = [:]
      for row in rows {
        let path = "campaign/inbox/" + (row["file"] ?? "")
        let reading = try Self.read(path)
        let bound = binder.bind(try #require(reading.form, "\(path): \(reading.findings)"))[0]
        let form = try #require(bound.form, "\(path): \(bound.codes)")
        #expect(form.unit.rawValue == row["unit"], "\(path)")
        #expect(form.period.description == row["period"], "\(path)")
        #expect(bound.codes == [], "\(path)")
        forms[form] = bound
      }
      return forms
    }
  }

  private struct Table {
    var rows: [[String: String]]

    init(_ path: String) throws {
      let bytes = try Data(contentsOf: fixtures.appending(path: path))
      let grid = Grid(commaSeparated: Array(bytes), name: path)
      let lines = Dictionary(grouping: grid.places, by: \.row)
      let head = lines[1] ?? []
      rows = lines.keys.sorted().dropFirst().map { row in
        Dictionary(
          head.map { place in
            let cell = grid[CellAddress(row: row, column: place.column)]
            return (grid[place]?.rawText ?? "", cell?.rawText ?? "")
          }, uniquingKeysWith: { first, _ in first })
      }
    }
  }

  /// All forms of all producers give the generator's values, no finding, and keep all rules.
  @Test func everyFormOfTheCampaignIsRead() throws {
    let campaign = try Campaign()
    let forms = try campaign.forms()
    #expect(forms.count == 72)

    var expected: [Observation.Key: String] = [:]
    for row in try Table("expected/values.csv").rows where row["current"] == "yes" {
      let period = try #require(Period(row["period"] ?? ""))
      let breakdown = row["breakdown"] == "-" ? "" : row["breakdown"] ?? ""
      let key = Observation.Key(
        unit: UnitCode(rawValue: row["unit"] ?? ""), period: period,
        field: FieldCode(rawValue: row["field"] ?? ""),
        breakdown: try #require(Breakdown(breakdown)))
      expected[key] = row["value"] ?? ""
    }
    var compared = 0
    for (form, bound) in forms {
      for observation in bound.observations {
        guard let field = campaign.pack.field(observation.key.field), !field.isPersonal else {
          continue
        }
        guard case .given(let value) = observation.state else { continue }
        guard let text = expected.removeValue(forKey: observation.key) else {
          Issue.record("nobody typed \(observation.key)")
          continue
        }
        compared += 1
        #expect(value.isLike(text), "\(observation.key): \(value), not \(text)")
      }
      let previous = form.period.previous.flatMap { period in
        forms.first { $0.key.unit == form.unit && $0.key.period == period }?.value.observations
      }
      let unit = try #require(campaign.register[form.unit])
      let outcome = campaign.rules.run(
        unit: unit, period: form.period, current: bound.observations, previous: previous ?? [])
      #expect(outcome.findings.map(\.code) == [], "\(form.unit) \(form.period)")
    }
    #expect(compared > 5000)
    #expect(expected.isEmpty, "typed and not read: \(expected.keys.prefix(3))")
  }

  @Test func everyBrokenFormSaysWhatIsWrong() throws {
    let campaign = try Campaign()
    let forms = try campaign.forms()
    let list = try String(
      contentsOf: Self.fixtures.appending(path: "broken/expected.tsv"), encoding: .utf8)
    for line in list.split(separator: "\n").dropFirst() {
      let row = line.components(separatedBy: "\t")
      try #require(row.count == 4)
      let name = row[0]
      let reading = try Campaign.read("broken/" + name)
      var findings = reading.findings
      if let form = reading.form {
        let bound = campaign.binder.bind(form)[0]
        findings += bound.findings
        #expect((bound.form != nil) == (row[2] == "yes"), "\(name)")
        if let bound = bound.form, let unit = campaign.register[bound.unit] {
          let previous = forms.first {
            $0.key.unit == bound.unit && $0.key.period == bound.period.previous
          }
          let outcome = campaign.rules.run(
            unit: unit, period: bound.period,
            current: campaign.binder.bind(form)[0].observations,
            previous: previous?.value.observations ?? [])
          findings += outcome.findings
        }
      }
      let seen = findings.flatMap { finding in
        ["\(finding.code)"]
          + finding.origins.map { "\(finding.code) \($0.sheet.isEmpty ? "" : $0.place)" }
      }
      let wanted = row[3].components(separatedBy: " | ").filter { $0 != "-" }
      if wanted.isEmpty { #expect(seen == [], "\(name)") }
      for one in wanted { #expect(seen.contains(one), "\(name): \(seen)") }
      let wording = RuleWording(rules: campaign.pack.rules)
      for finding in findings {
        let words = FindingCatalogue.words(
          for: finding, language: .ru, packWords: wording.words(for:language:))
        #expect(!words.headline.contains("…"), "\(words.headline)")
        #expect(!words.headline.contains("{"), "\(words.headline)")
        if ProcessInfo.processInfo.environment["SVODKA_SHOW"] != nil {
          print("\(name): \(finding.severity) \(finding.code) \(words.headline)")
        }
      }
    }
  }

  @Test func whatLiesBesideFormsIsNamedAndLeftAlone() throws {
    let inbox = Self.fixtures.appending(path: "campaign/inbox")
    let listed = Set(try Table("expected/forms.csv").rows.compactMap { $0["file"] })
    var foreign: [String] = []
    let files = FileManager.default.enumerator(at: inbox, includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL {
      guard !file.hasDirectoryPath else { continue }
      let path = String(file.path.dropFirst(inbox.path.count + 1))
      guard !listed.contains(path) else { continue }
      let reading = try Campaign.read("campaign/inbox/" + path)
      #expect(reading.form == nil, "\(path)")
      let name = file.lastPathComponent
      let isService = ["Thumbs.db", "~$", ".~lock"].contains(where: name.hasPrefix)
      let code: FindingCode =
        path.hasSuffix(".rar") ? "file.packed" : isService ? "file.service" : "file.foreign"
      #expect(reading.findings.map(\.code) == [code], "\(path)")
      foreign.append(name)
    }
    #expect(foreign.contains("Thumbs.db"))
    #expect(foreign.count >= 5)
  }
}

extension Observation.Value {
  /// Whether it is what the generator wrote as `text`.
  fileprivate func isLike(_ text: String) -> Bool {
    switch self {
    case .number(let number): number.description == text || number.normalized.description == text
    case .yesNo(let flag): text == (flag ? "yes" : "no")
    case .choice(let member): member.rawValue == text
    case .text(let own), .date(let own): own == text
    }
  }
}

import ExactNumbers
import Foundation
import Monitoring
import Packs
import Spreadsheets
import TestSupport
import Testing

@testable import Intake

/// A form says the same whatever forms were bound before it: what is held of sheets of one make is
/// held against a binder that has seen nothing yet.
@Suite struct SectionPlansTests {
  private let pack: SystemPack
  private let register: UnitRegister

  init() throws {
    pack = try PackLoader.load(folder: Checkout.templates.appending(path: "vilyuysk"))
    let district = Unit(
      code: "district", number: 0, names: [.init(full: "Район", short: "Район")],
      level: "municipality")
    let file = try #require(
      try Self.read(Checkout.fixtures.appending(path: "campaign/schools.xlsx")))
    register = UnitRegisterReader(root: district).read(file).register
  }

  private static func read(_ url: URL) throws -> FormFile? {
    FileIntake().read(
      path: url.lastPathComponent, hash: "", bytes: try [UInt8](Data(contentsOf: url))
    )
    .form
  }

  private static func forms(in folder: String) throws -> [FormFile] {
    let root = Checkout.fixtures.appending(path: folder)
    let found = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    return try (found?.allObjects as? [URL] ?? [])
      .filter { ["xlsx", "ods", "fods"].contains($0.pathExtension) }
      .sorted { $0.path < $1.path }.compactMap(read)
  }

  private func binder() -> FormBinder {
    FormBinder(
      schema: pack.forms[0], among: pack.forms, classifiers: pack.classifiers,
      readings: pack.readings, register: register,
      periods: (2019...2021).compactMap(Period.init(year:)))
  }

  private func compare(_ file: FormFile, _ binder: FormBinder) {
    let own = self.binder().bind(file)
    let bound = binder.bind(file)
    #expect(own.map(\.form) == bound.map(\.form), "\(file.path)")
    #expect(own.map(\.observations) == bound.map(\.observations), "\(file.path)")
    #expect(own.map(\.findings) == bound.map(\.findings), "\(file.path)")
  }

  @Test func bindsEachFixtureAlikeWhateverCameBefore() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix(state: seed)
    print("SectionPlansTests: seed \(seed)")
    let files = try Self.forms(in: "campaign/inbox") + Self.forms(in: "broken")
    #expect(files.count > 90)
    let shared = binder()
    for _ in 0..<2 {
      for file in files.shuffled(using: &random) { compare(file, shared) }
    }
  }

  /// What schools type for themselves, and what labels and numbers of columns look like.
  private let words = [
    "Иванова И. И.", "нет", "гр. 3", "05", "№", "Математика", "Всего", "за 2021 год",
  ]

  /// Cells changed at random: numbers in the place of numbers of rows and headings, cells emptied and
  /// filled, texts moved. Nothing that decides where a field stands may be looked at without a note.
  @Test func bindsChangedSheetsAlikeWhateverCameBefore() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix(state: seed)
    print("SectionPlansTests: seed \(seed)")
    let files = Array(try Self.forms(in: "campaign/inbox").shuffled(using: &random).prefix(3))
    let shared = binder()
    for file in files {
      // The second time a sheet is held, so that the changed ones are compared with it.
      for _ in 0..<2 { compare(file, shared) }
      for _ in 0..<120 { compare(changed(file, &random), shared) }
    }
  }

  private func changed(_ file: FormFile, _ random: inout SplitMix) -> FormFile {
    var file = file
    for _ in 0...random.below(3) {
      let index = random.below(file.sheets.count)
      let grid = file.sheets[index]
      var cells: [CellAddress: GridCell] = [:]
      for place in grid.places { cells[place] = grid[place] }
      guard let place = grid.places.randomElement(using: &random) else { continue }
      let other = CellAddress(
        row: max(1, place.row + random.below(3) - 1),
        column: max(1, place.column + random.below(3) - 1))
      let number = ExactNumber(random.below(40))
      switch random.below(8) {
      case 0: cells[place] = GridCell(.number(number), rawText: "\(number)")
      case 1: cells[place] = nil
      case 2: cells[other] = grid[place]
      case 3: cells[other] = GridCell(.number(number), rawText: "\(number)")
      case 4: cells[place] = GridCell(.error("#N/A"), rawText: "#N/A")
      case 5: cells[place] = GridCell(.text("2020 год"), rawText: "2020 год")
      case 6: cells[place] = grid.places.randomElement(using: &random).flatMap { grid[$0] }
      default:
        cells[place] = words.randomElement(using: &random).map { GridCell(.text($0), rawText: $0) }
      }
      file.sheets[index] = Grid(
        name: grid.name, isHidden: grid.isHidden, cells: cells, merges: grid.merges,
        doubts: grid.doubts)
    }
    return file
  }
}

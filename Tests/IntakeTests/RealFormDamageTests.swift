import ExactNumbers
import Findings
import Foundation
import Monitoring
import Packs
import Spreadsheets
import TestSupport
import Testing

@testable import Intake

/// A form of the first pack, damaged as people damage forms: whatever was done to it, a value is never
/// taken for another field, and a value that is lost is said.
///
/// Each number and text of the form is made one of its own, so that a value in a wrong place shows.
@Suite struct RealFormDamageTests {
  private static let tried = Int(ProcessInfo.processInfo.environment["SVODKA_DAMAGES"] ?? "") ?? 160

  @Test func noDamageMovesAValueToAnotherField() throws {
    let form = try MarkedForm()
    var understood = 0
    for seed in 0..<Self.tried {
      var random = SplitMix(state: UInt64(seed))
      var damaged = DamagedPages(pages: form.pages, owners: form.owners)
      for _ in 0..<(1 + random.below(4)) { damaged.damage(&random) }
      let bindings = form.binder.bind(
        FormFile(path: "form.xlsx", hash: "h", sheets: damaged.pages.map(\.grid)))
      let words = Comment(rawValue: "seed \(seed): \(damaged.done.joined(separator: "; "))")
      let bound = bindings[0]
      let count = bindings.count
      #expect(count == 1, words)
      for observation in bound.observations {
        guard case .given(let value) = observation.state else { continue }
        let isOwn = form.isOwn(value, observation.key)
        #expect(
          isOwn,
          "\(words.rawValue): \(observation.key.field) \(observation.key.breakdown) = \(value)")
      }
      for key in form.values.keys where !form.isGiven(key, in: bound) {
        let isSaid = form.isSaid(key, in: bound)
        #expect(isSaid, "\(words.rawValue): \(key.field) \(key.breakdown) is lost in silence")
      }
      if bound.given == form.values { understood += 1 }
    }
    print("damaged forms understood as a whole: \(understood) of \(Self.tried)")
    #expect(understood * 4 > Self.tried)
  }
}

extension FormBinding {
  fileprivate var given: [Observation.Key: Observation.State] {
    values.filter {
      if case .given = $0.value { return true }
      return false
    }
  }
}

/// A form of the fixtures in which no two values are alike.
private struct MarkedForm {
  let binder: FormBinder
  let pack: SystemPack
  var pages: [Page]
  let clean: FormBinding
  /// What was read of the form before it was damaged.
  let values: [Observation.Key: Observation.State]
  /// The bare labels of the pack, with the fields and rows that they are of.
  let owners: [Label.Word: Set<String>]

  init() throws {
    pack = try PackLoader.load(folder: Checkout.templates.appending(path: "vilyuysk"))
    let school = Unit(
      code: "school-05", number: 5, names: [.init(full: "Школа № 5", short: "Школа № 5")],
      level: "school")
    let register = UnitRegister(
      root: Unit(
        code: "district", number: 0, names: [.init(full: "Район", short: "Район")],
        level: "municipality"), units: [school])
    binder = FormBinder(
      schema: pack.forms[0], among: pack.forms, classifiers: pack.classifiers,
      readings: pack.readings, register: register, periods: [2021].compactMap(Period.init(year:)))
    let path = Checkout.fixtures.appending(path: "campaign/inbox/2021/05_форма МС-1_2021.xlsx")
    let read = FileIntake().read(
      path: "form.xlsx", hash: "h", bytes: Array(try Data(contentsOf: path)))
    var pages = try #require(read.form).sheets.map { Page($0) }
    Self.mark(&pages, by: binder)
    self.pages = pages
    clean = binder.bind(FormFile(path: "form.xlsx", hash: "h", sheets: pages.map(\.grid)))[0]
    try #require(clean.form != nil, "\(clean.codes)")
    values = clean.given
    try #require(values.count > 80)
    var owners: [Label.Word: Set<String>] = [:]
    for section in pack.forms[0].sections {
      let labels = SectionLabels(section, classifiers: pack.classifiers)
      for (index, wanted) in (labels.fields.wanted + labels.rows.wanted).enumerated() {
        for label in wanted.labels {
          owners[label.bare, default: []].insert("\(section.code) \(index)")
        }
      }
    }
    self.owners = owners
  }

  /// Puts numbers from 1001 on, and texts of their own, where values stand; the unit is the register's.
  private static func mark(_ pages: inout [Page], by binder: FormBinder) {
    for index in pages.indices where pages[index].name == "Титул" {
      for (place, cell) in pages[index].cells {
        let left = CellAddress(row: place.row, column: 1)
        guard place.column > 1, let label = pages[index].cells[left]?.text else { continue }
        if label == "Код организации" { pages[index].put("school-05", place.row, place.column) }
        if label == "Наименование организации" {
          pages[index].put("Школа № 5", place.row, place.column)
        }
        _ = cell
      }
    }
    let bound = binder.bind(FormFile(path: "form.xlsx", hash: "h", sheets: pages.map(\.grid)))[0]
    var next = 1000
    for observation in bound.observations {
      guard let origin = observation.origin, case .given(let value) = observation.state,
        let page = pages.firstIndex(where: { $0.name == origin.sheet }),
        let place = CellAddress(origin.cell)
      else { continue }
      next += 1
      switch value {
      case .number:
        pages[page].cells[place] = GridCell(
          .number(ExactNumber(next)), rawText: "\(next)")
      case .text:
        pages[page].cells[place] = GridCell(.text("z\(next)z"), rawText: "z\(next)z")
      case .yesNo, .choice, .date: break
      }
    }
  }

  /// Whether the value is the one that was put there; in free rows, into that column.
  func isOwn(_ value: Observation.Value, _ key: Observation.Key) -> Bool {
    switch value {
    case .number, .text: break
    case .yesNo, .choice, .date: return true
    }
    guard key.breakdown.description.hasPrefix("row=") else {
      return values[key] == .given(value)
    }
    return values.contains { $0.key.field == key.field && $0.value == .given(value) }
  }

  func isGiven(_ key: Observation.Key, in bound: FormBinding) -> Bool {
    bound.observations.contains { $0.key == key && $0.state == values[key] }
  }

  /// Whether a finding says why the value is not there: of its field, its row, its section or the form.
  /// What may be left out may be left out in silence.
  func isSaid(_ key: Observation.Key, in bound: FormBinding) -> Bool {
    guard bound.form != nil else { return !bound.findings.isEmpty }
    guard let section = pack.forms[0].section(of: key.field), !section.isOptional,
      pack.field(key.field)?.isRequired == true
    else { return true }
    return bound.findings.contains { finding in
      guard finding.severity != .notice else { return false }
      if finding.key.field == key.field.rawValue { return true }
      if key.breakdown != .whole, finding.key.breakdown == key.breakdown.description { return true }
      return finding.arguments["section"] == .text(section.sheet)
    }
  }
}

/// The sheets of a form, and what was done to them.
private struct DamagedPages {
  var pages: [Page]
  let owners: [Label.Word: Set<String>]
  var done: [String] = []

  private static let names = [
    "Лист1", "кадры ", "ПРЕДМЕТЫ", "Sheet2", "Сведения", "копия", "факторы (новые)", "титул 1",
  ]

  mutating func damage(_ random: inout SplitMix) {
    let index = random.below(pages.count)
    let page = pages[index]
    let last = page.extent
    let row = 1 + random.below(last.row + 1)
    let column = 1 + random.below(last.column + 1)
    let other = 1 + random.below(last.column)
    var what = ""
    switch random.below(17) {
    case 0: what = "row \(row) put in"; pages[index].insertRow(row)
    case 1: what = "column \(column) put in"; pages[index].insertColumn(column)
    case 2: what = "row \(row) deleted"; pages[index].deleteRow(row)
    case 3: what = "column \(column) deleted"; pages[index].deleteColumn(column)
    case 4: what = "moved"; pages[index].move(rows: 1 + random.below(9), columns: random.below(5))
    case 5: what = "columns \(column) and \(other) swapped"; pages[index].swapColumns(column, other)
    case 6:
      let with = 1 + random.below(last.row)
      what = "rows \(row) and \(with) swapped"
      pages[index].swapRows(row, with)
    case 7:
      let name = Self.names[random.below(Self.names.count)]
      guard !pages.contains(where: { $0.name == name }) else { return }
      what = "renamed \(name)"
      pages[index].name = name
    case 8: what = "in capitals"; pages[index].change(in: nil) { $0.uppercased() }
    case 9: what = "ё as е"; pages[index].change(in: nil) { $0.replacing("ё", with: "е") }
    case 10:
      what = "line breaks"
      pages[index].change(in: nil) { $0.replacing(" ", with: " \n ") }
    case 11, 12:
      guard let place = page.someLabel(&random), let text = page.cells[place]?.text,
        let cut = cut(text, &random)
      else { return }
      what = "«\(text)» cut to «\(cut)»"
      pages[index].change(in: place) { _ in cut }
    case 13:
      what = "row \(row) doubled"
      pages[index].insertRow(row + 1)
      pages[index].copyRow(row, to: row + 1)
    case 14:
      what = "title rows above"
      pages[index].move(rows: 3, columns: 0)
      pages[index].put("Сведения за отчётный период", 1, 1)
      pages[index].put("Управление образования", 2, 2)
    case 15:
      let onto = random.below(pages.count)
      guard onto != index else { return }
      what = "put below \(pages[onto].name)"
      pages[onto].append(page)
      done.append("\(page.name): \(what)")
      pages.remove(at: index)
      return
    default:
      what = "row \(row) over two merged rows"
      pages[index].insertRow(row + 1)
      for column in 1...last.column { pages[index].merge((row, column), (row + 1, column)) }
    }
    done.append("\(page.name): \(what)")
  }

  /// Some words less, unless that makes it the label of another field.
  private func cut(_ text: String, _ random: inout SplitMix) -> String? {
    var words = text.split(separator: " ").map(String.init)
    guard words.count > 1 else { return nil }
    if random.below(2) == 0 {
      words.removeLast(1 + random.below(words.count - 1))
    } else {
      words.remove(at: random.below(words.count))
    }
    let cut = words.joined(separator: " ")
    let own = owners[Label(text).bare] ?? []
    return owners[Label(cut).bare].map { $0.isSubset(of: own) } ?? true ? cut : nil
  }
}

extension Page {
  fileprivate init(_ grid: Grid) {
    self.init(grid.name, "")
    for place in grid.places { cells[place] = grid[place] }
    merges = grid.merges
  }

  fileprivate var extent: CellAddress {
    CellAddress(
      row: cells.keys.map(\.row).max() ?? 1, column: cells.keys.map(\.column).max() ?? 1)
  }

  /// Some text that is no value of the form.
  fileprivate func someLabel(_ random: inout SplitMix) -> CellAddress? {
    let labels = cells.filter { $0.value.text.map(Self.isLabel) ?? false }.keys.sorted()
    return labels.isEmpty ? nil : labels[random.below(labels.count)]
  }

  private static func isLabel(_ text: String) -> Bool {
    !(text.hasPrefix("z1") && text.hasSuffix("z")) && !text.hasPrefix("school-")
      && !text.hasPrefix("Школа №")
  }

  /// Changes the text of one cell, or of all labels.
  fileprivate mutating func change(in only: CellAddress?, _ change: (String) -> String) {
    for (place, cell) in cells where only == nil || only == place {
      guard let text = cell.text, Self.isLabel(text) else { continue }
      cells[place] = GridCell(.text(change(text)), rawText: change(text))
    }
  }

  fileprivate mutating func deleteColumn(_ column: Int) {
    cells = Dictionary(
      cells.filter { $0.key.column != column }.map { place, cell in
        (CellAddress(row: place.row, column: place.column - (place.column > column ? 1 : 0)), cell)
      }, uniquingKeysWith: { a, _ in a })
    merges = []
  }

  fileprivate mutating func swapColumns(_ a: Int, _ b: Int) {
    place { $0.column == a ? (row: $0.row, column: b) : $0.column == b ? ($0.row, a) : nil }
  }

  fileprivate mutating func swapRows(_ a: Int, _ b: Int) {
    place { $0.row == a ? (row: b, column: $0.column) : $0.row == b ? (a, $0.column) : nil }
  }

  private mutating func place(_ new: (CellAddress) -> (row: Int, column: Int)?) {
    cells = Dictionary(
      cells.map { place, cell in
        (new(place).map { CellAddress(row: $0.row, column: $0.column) } ?? place, cell)
      }, uniquingKeysWith: { a, _ in a })
    merges = []
  }

  fileprivate mutating func copyRow(_ row: Int, to copy: Int) {
    for (place, cell) in cells where place.row == row {
      cells[CellAddress(row: copy, column: place.column)] = cell
    }
  }

  fileprivate mutating func append(_ page: Page) {
    let top = extent.row + 2
    for (place, cell) in page.cells {
      cells[CellAddress(row: place.row + top, column: place.column)] = cell
    }
    merges += page.merges.map {
      CellRange(
        first: CellAddress(row: $0.first.row + top, column: $0.first.column),
        last: CellAddress(row: $0.last.row + top, column: $0.last.column))
    }
  }
}

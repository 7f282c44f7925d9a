import ExactNumbers
import Findings
import Monitoring
import Spreadsheets

/// Reads the rows of a register into units.
struct RegisterRows {
  let sheet: Grid
  let file: FormFile
  let columns: RegisterColumns
  let level: MemberCode
  /// The code of the root, which no unit may have.
  let root: UnitCode
  /// Of units that name one: what stands in their first row under «Входит в» and «Уровень».
  private(set) var parents: [UnitCode: String] = [:]
  private(set) var levels: [UnitCode: String] = [:]

  private(set) var units: [Unit] = []
  private(set) var findings: [Finding] = []
  private var positions: [UnitCode: Int] = [:]
  /// The row at which each unit was met first.
  private var firstRows: [UnitCode: Int] = [:]

  init(
    sheet: Grid, file: FormFile, columns: RegisterColumns, level: MemberCode, root: UnitCode
  ) {
    self.sheet = sheet
    self.file = file
    self.columns = columns
    self.level = level
    self.root = root
  }

  mutating func read() {
    let known = Set(columns.columns.values)
    let rows = Set(
      sheet.places.lazy.filter { [columns] in
        $0.row > columns.heading && known.contains($0.column)
      }.map(\.row))
    for row in rows.sorted() { read(row) }
    units = units.map { unit in
      var unit = unit
      // Nil, from the beginning, comes before every year.
      unit.names.sort { ($0.since?.year ?? 0) < ($1.since?.year ?? 0) }
      return unit
    }
    checkSuccessors()
  }

  private mutating func read(_ row: Int) {
    guard let code = text(.code, row).map(UnitCode.init(rawValue:)) else {
      // A row without names either (a sum, a note in another column) is no unit.
      if text(.fullName, row) != nil { say("register.code-missing", [], [(.code, row)]) }
      return
    }
    guard Self.isCode(code.rawValue), code != root else {
      say("register.code-wrong", [("code", code.rawValue)], [(.code, row)])
      return
    }
    guard let position = positions[code] else {
      positions[code] = units.count
      firstRows[code] = row
      units.append(unit(code, row))
      parents[code] = text(.parent, row)
      levels[code] = text(.level, row)
      return
    }
    guard let since = year(.since, row) else {
      let first = firstRows[code] ?? row
      say("register.code-twice", [("code", code.rawValue)], [(.code, first), (.code, row)])
      return
    }
    units[position].names.append(name(code, row, since: since))
    if let head = text(.head, row) { units[position].headDative = head }
  }

  /// Codes become names of files and addresses of pages.
  private static func isCode(_ code: String) -> Bool {
    code != "." && code != ".." && code.count <= longestCode
      && code.allSatisfy { $0.isLetter || $0.isASCIIDigit || "._-".contains($0) }
  }

  /// In characters: file names end at 255 bytes, and letters take up to four.
  private static let longestCode = 50

  private mutating func unit(_ code: UnitCode, _ row: Int) -> Unit {
    Unit(
      code: code, number: number(row) ?? units.count + 1,
      names: [name(code, row, since: year(.since, row))], level: level, type: text(.type, row),
      group: text(.group, row), headDative: text(.head, row), succeeds: successors(row),
      opened: year(.opened, row), closed: year(.closed, row), email: text(.email, row))
  }

  /// A unit with one name only is called by it in full and short.
  private mutating func name(_ code: UnitCode, _ row: Int, since: Period?) -> Unit.Name {
    let full = text(.fullName, row)
    let short = text(.shortName, row)
    if full == nil, short == nil {
      say("register.name-missing", [("code", code.rawValue)], [(.fullName, row)])
    }
    return Unit.Name(
      since: since, full: full ?? short ?? code.rawValue, short: short ?? full ?? code.rawValue)
  }

  private func successors(_ row: Int) -> [UnitCode] {
    (text(.succeeds, row) ?? "").split { $0 == "," || $0 == ";" || $0.isWhitespace }
      .map { UnitCode(rawValue: String($0)) }
  }

  /// Says what is wrong with a unit's place in the tree.
  mutating func say(
    _ code: FindingCode, _ arguments: [(String, String)], of unit: UnitCode,
    in column: RegisterColumn
  ) {
    say(code, arguments, [(column, firstRows[unit] ?? columns.heading)])
  }

  private mutating func checkSuccessors() {
    for unit in units {
      for earlier in unit.succeeds where positions[earlier] == nil {
        let row = firstRows[unit.code] ?? columns.heading
        say(
          "register.successor-unknown",
          [("code", unit.code.rawValue), ("value", earlier.rawValue)], [(.succeeds, row)])
      }
    }
  }
}

/// Cells of a row.
extension RegisterRows {
  private func place(_ column: RegisterColumn, _ row: Int) -> CellAddress? {
    columns.columns[column].map { CellAddress(row: row, column: $0) }
  }

  /// The trimmed text; nil for an empty cell.
  private func text(_ column: RegisterColumn, _ row: Int) -> String? {
    guard let place = place(column, row), let cell = sheet[place], !cell.isBlank else { return nil }
    return NumberText.trimmed(cell.shownText)
  }

  private func number(_ row: Int) -> Int? {
    text(.number, row).flatMap { Int($0.prefix { $0.isASCIIDigit }) }
  }

  private mutating func year(_ column: RegisterColumn, _ row: Int) -> Period? {
    // A dash stands in a register for what never happened.
    guard let text = text(column, row), Label(text).tight != [] else { return nil }
    if let period = DateText.period(in: text) { return period }
    say(
      "register.year-wrong", [("value", text), ("column", column.rawValue)], [(column, row)])
    return nil
  }

  private mutating func say(
    _ code: FindingCode, _ arguments: [(String, String)], _ cells: [(RegisterColumn, Int)]
  ) {
    let places = cells.compactMap { place($0.0, $0.1) }
    findings.append(
      Finding(
        code: code, severity: .error,
        arguments: Dictionary(
          arguments.map { ($0.0, .text($0.1)) }, uniquingKeysWith: { first, _ in first }),
        origins: places.isEmpty
          ? [file.origin(of: sheet)] : places.map { file.origin(of: $0, on: sheet) }))
  }
}

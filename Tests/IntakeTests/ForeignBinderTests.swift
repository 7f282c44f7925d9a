import ExactNumbers
import Findings
import Monitoring
import Spreadsheets
import Testing

@testable import Intake

/// What a binding makes of tables typed here: each case is one trait of a foreign workbook.
@Suite struct ForeignBinderTests {
  static let units = [("north", "North"), ("south", "South"), ("coast-1", "East and Coast")]

  /// Units in rows, fields in columns; `more` is added to the binding.
  private func table(_ more: String = "", years: [Int] = [2021]) throws -> ForeignCase {
    try ForeignCase(
      fields: [("young", "Young"), ("all", "All")], units: Self.units, years: years,
      bindings: """
        bindings:
          - code: simple
            title: Simple
            form: table
            sheets: [{names: [S]}]
            unit: {headed: Region}
            period: {beside: Year}
            field: heading
            fields:
              - {field: young, sum: [["up to 25", "до 25"], "25-34"]}
              - {field: all, label: all}
        \(more)
        """)
  }

  private static let head = [["Year", "2021"], ["Region", "up to 25", "25-34", "all"]]

  @Test func sumsExactlyWhatADoubleWouldNot() throws {
    let reading = try table().read(
      ForeignCase.sheet(rows([["North", "0.1", "0.2", "0.30000000000000004"]])))
    #expect(reading.shown("young", "north", 2021) == "0.3")
    #expect(reading.shown("all", "north", 2021) == "0.3")
  }

  private func rows(_ more: [[String]]) -> [[String]] { Self.head + more }

  @Test func aMissingPartMakesTheSumMissing() throws {
    let reading = try table().read(ForeignCase.sheet(rows([["North", "1", "", "5"]])))
    #expect(reading.shown("young", "north", 2021) == "missing")
    #expect(reading.shown("all", "north", 2021) == "5")
    #expect(reading.said.contains("foreign.cell-empty S!C3"))
  }

  @Test(arguments: [
    ("x", "missing"), ("..", "missing"), ("*", "missing"), ("-", "0"), ("n/a", "not applicable"),
    ("–", "unreadable"), ("about 5", "unreadable"), ("#DIV/0!", "unreadable"), ("12,5", "12.5"),
    ("1 250", "1250"),
  ])
  func readsMarksAsDeclaredAndNothingElse(mark: String, shown: String) throws {
    let markers = """
          markers: {missing: [x, ".."], suppressed: ["*"], zero: ["-"], not_applicable: [n/a]}
      """
    let reading = try table(markers).read(
      ForeignCase.sheet(rows([["North", "1", "2", mark]])))
    #expect(reading.shown("all", "north", 2021) == shown)
    let findings = reading.forms.flatMap(\.findings)
    if shown == "unreadable" {
      #expect(findings.first?.origins.first?.place == "S!D3")
      #expect(findings.first?.severity == .error)
    }
    if mark == "*" { #expect(findings.map(\.code) == ["foreign.suppressed"]) }
  }

  @Test func asksForARowOfNobodyAndNamesCandidates() throws {
    let reading = try table().read(
      ForeignCase.sheet(rows([["North", "1", "2", "3"], ["East", "1", "2", "3"]])))
    #expect(reading.forms.count == 1)
    let finding = try #require(reading.findings.first { $0.code == "foreign.unit-unknown" })
    #expect(finding.origins.first?.place == "S!A4")
    #expect(finding.arguments["candidates"] == .list(["East and Coast (coast-1)"]))
  }

  /// The first rows of a table are not taken for headings because nobody knows them.
  @Test func asksForAFirstRowOfNobody() throws {
    let reading = try table().read(
      ForeignCase.sheet(rows([["Nowhere", "1", "2", "3"], ["North", "1", "2", "3"]])))
    #expect(reading.said.contains("foreign.unit-unknown S!A3"))
  }

  @Test func aNoteWithoutNumbersIsNoRow() throws {
    let reading = try table().read(
      ForeignCase.sheet(rows([["North", "1", "2", "3"], ["", ""], ["Source: a census"]])))
    #expect(reading.said == ["foreign.read table.xlsx"])
  }

  @Test func leavesOutWhatIsDeclaredAndKnowsAliases() throws {
    let more = """
          ignore: [Unknown]
          aliases: {coast-1: [Seaside]}
      """
    let reading = try table(more).read(
      ForeignCase.sheet(rows([["Unknown", "9", "9", "9"], ["seaside", "1", "2", "3"]])))
    #expect(reading.shown("young", "coast-1", 2021) == "3")
    #expect(reading.said == ["foreign.read table.xlsx"])
  }

  @Test func ofAUnitNamedTwiceNeitherCounts() throws {
    let reading = try table().read(
      ForeignCase.sheet(rows([["North", "1", "2", "3"], ["NORTH", "4", "5", "6"]])))
    #expect(reading.shown("young", "north", 2021) == "unreadable")
    #expect(reading.shown("all", "north", 2021) == "unreadable")
    let twice = reading.forms.flatMap(\.findings)
    #expect(twice.map(\.code) == ["foreign.value-twice"])
    #expect(twice.first?.origins.map(\.cell) == ["B3", "C3", "D3", "B4", "C4", "D4"])
  }

  /// A new band beside the old ones would be lost from a sum.
  @Test func asksForAColumnThatNobodyMentions() throws {
    let reading = try table().read(
      ForeignCase.sheet([
        ["Year", "2021"], ["Region", "up to 25", "25-34", "all", "35-44"],
        ["North", "1", "2", "3", "4"],
      ]))
    #expect(reading.said.contains("foreign.column-unbound S!E2"))
  }

  @Test func saysWhichLabelIsNotThere() throws {
    let reading = try table().read(
      ForeignCase.sheet([["Year", "2021"], ["Region", "up to 25", "all"], ["North", "1", "3"]]))
    let finding = try #require(reading.findings.first { $0.code == "foreign.label-missing" })
    #expect(finding.arguments["labels"] == .list(["25-34"]))
    #expect(reading.shown("young", "north", 2021) == "missing")
  }

  @Test(arguments: [
    ([["Year", "2021"], ["Region", "other"], ["North", "1"]], "foreign.no-column S"),
    ([["Year", "2021"], ["Area", "all"], ["North", "1"]], "foreign.no-column S"),
    ([["Year", "2021"], ["Region", "all"], ["Nobody", "1"]], "foreign.no-rows S"),
    ([["Region", "all"], ["North", "1"]], "foreign.no-title S"),
    ([["Year", "1999"], ["Region", "all"], ["North", "1"]], "form.period-unknown S!B1"),
    ([["Year", "2020 or 2021"], ["Region", "all"], ["North", "1"]], "form.period-unknown S!B1"),
    (
      [["Year", "2021"], ["Region", "all", "Region"], ["North", "1"]], "foreign.column-twice S!A2"
    ),
    ([["Year", "2021"]], "foreign.no-column S"), ([], "foreign.no-title S"),
  ])
  func saysWhyASheetIsNoSuchTable(rows: [[String]], said: String) throws {
    let reading = try table().read(ForeignCase.sheet(rows))
    #expect(reading.forms.isEmpty && reading.isNear)
    #expect(reading.said == [said])
  }

  @Test func saysThatNoBindingFits() throws {
    let reading = try table().read(
      ForeignCase.sheet(rows([["North", "1", "2", "3"]]), name: "Another"))
    #expect(reading.forms.isEmpty && !reading.isNear)
    #expect(reading.said == ["foreign.not-recognised table.xlsx"])
  }

  @Test(arguments: [
    ("", "3.1", ["total.differs"]), ("", "3.04", ["total.differs"]), ("", "3", ["total.agrees"]),
    ("", "3.0", ["total.agrees"]), (", tolerance: 0.5", "3.5", ["total.agrees"]),
    (", tolerance: 0.5", "3.51", ["total.differs"]), ("", "x", ["total.not-compared"]),
    (", except: [all]", "99", []),
  ])
  func comparesAPublishedTotal(more: String, total: String, codes: [FindingCode]) throws {
    let totals = "    totals: {labels: [Total]\(more)}\n    markers: {missing: [x]}"
    let reading = try table(totals).read(
      ForeignCase.sheet([
        ["Year", "2021"], ["Region", "all"], ["North", "1"], ["South", "2"], ["Total", total],
      ]))
    let said = reading.findings.map(\.code).filter { $0.rawValue.hasPrefix("total.") }
    #expect(said == codes)
    #expect(reading.forms.count == 2)
  }

  /// A total that shows no decimals agrees within a half.
  @Test func aTotalIsAsExactAsItsLastDigit() throws {
    let totals = "    totals: {labels: [Total]}"
    let reading = try table(totals).read(
      ForeignCase.sheet([
        ["Year", "2021"], ["Region", "all"], ["North", "1.25"], ["South", "2.25"], ["Total", "4"],
      ]))
    #expect(reading.count("total.agrees") == 1)
  }

  @Test func aMergeOverNumbersIsNotSpread() throws {
    let merge = CellRange(
      first: CellAddress(row: 3, column: 2), last: CellAddress(row: 3, column: 3))
    let reading = try table().read(
      ForeignCase.sheet(rows([["North", "1", "", "3"]]), merges: [merge]))
    #expect(reading.shown("young", "north", 2021) == "unreadable")
    #expect(reading.said.contains("cell.merged S!C3"))
  }

  /// Keys written once for several rows, units in columns.
  @Test func readsUnitsInColumnsAndKeysThatReachOnward() throws {
    let table = try ForeignCase(
      layout: "{table: kinds}", fields: [("men", "Men"), ("women", "Women")],
      members: [("town", "Town"), ("village", "Village")], units: Self.units, years: [2021],
      bindings: """
        bindings:
          - code: across
            title: Across
            form: table
            sheets: [{}]
            unit: heading
            period: {fixed: 2021}
            field: {column: B}
            dimension: kinds
            member: {column: A, reach: onward}
            fields: [{field: men, label: Men}, {field: women}]
            totals: {labels: [Total]}
        """)
    let reading = table.read(
      ForeignCase.sheet([
        ["", "", "North", "South", "Total", "Coast"], ["Town", "Men", "1", "2", "3", "0"],
        ["", "Women", "3", "4", "7", "0"], ["Village", "Men", "5", "6", "11", "0"],
        ["", "Women", "7", "8", "16", "0"],
      ]))
    #expect(reading.shown("women", "south", 2021, "town") == "4")
    #expect(reading.shown("men", "north", 2021, "village") == "5")
    #expect(reading.count("total.differs") == 1)
    let unknown = try #require(reading.findings.first { $0.code == "foreign.unit-unknown" })
    #expect(unknown.origins.first?.place == "S!F1")
    #expect(unknown.arguments["candidates"] == .list(["East and Coast (coast-1)"]))
    #expect(reading.findings.first { $0.code == "total.agrees" }?.arguments["count"] == .count(2))
  }

  /// Headings centred over columns without a merge.
  @Test func readsHeadingsThatReachOnward() throws {
    let table = try ForeignCase(
      fields: [("men", "Men"), ("women", "Women")], units: Self.units, years: [2020, 2021],
      bindings: """
        bindings:
          - code: years
            title: Years
            form: table
            sheets: [{}]
            unit: {column: A}
            period: heading_onward
            field: heading
            fields: [{field: men}, {field: women}]
        """)
    let reading = table.read(
      ForeignCase.sheet([
        ["", "2020", "", "2022", ""], ["", "Men", "Women", "Men", "Women"],
        ["North", "1", "2", "3", "4"],
      ]))
    #expect(reading.shown("women", "north", 2020) == "2")
    #expect(reading.shown("men", "north", 2021) == "none")
    #expect(reading.count("foreign.period-outside") == 1)
  }

  @Test func aNameThatTwoUnitsHadIsOfTheOneThatHadItThen() throws {
    var table = try table(years: [2020, 2021])
    func unit(_ code: UnitCode, _ names: [(Int?, String)]) -> Monitoring.Unit {
      Monitoring.Unit(
        code: code, number: 1,
        names: names.map {
          .init(since: $0.0.flatMap(Period.init(year:)), full: $0.1, short: $0.1)
        }, level: "school")
    }
    table.register = UnitRegister(
      root: unit("root", [(nil, "Root")]),
      units: [
        unit("first", [(nil, "North"), (2021, "Old North")]),
        unit("second", [(nil, "Hill"), (2021, "North")]),
      ])
    for (year, owner) in [("2020", "first"), ("2021", "second")] {
      let reading = table.read(
        ForeignCase.sheet([["Year", year], ["Region", "all"], ["North", "7"]]))
      #expect(reading.shown("all", owner, Int(year) ?? 0) == "7")
      #expect(reading.forms.count == 1)
    }
  }

  @Test func whatTwoBindingsSayOfOneValueCountsForNeither() throws {
    var table = try table()
    var other = table.pack.bindings[0]
    other.fields.removeFirst()
    table.pack.bindings.append(other)
    let reading = table.read(ForeignCase.sheet(rows([["North", "1", "2", "3"]])))
    #expect(reading.shown("young", "north", 2021) == "3")
    #expect(reading.shown("all", "north", 2021) == "unreadable")
    #expect(reading.said.contains("foreign.bindings-overlap S!D3"))
  }

  @Test func saysNoMoreThanAPersonReads() throws {
    var limits = ForeignLimits()
    limits.findings = 10
    let table = try table()
    let sheet = ForeignCase.sheet(
      rows([["North", "1", "2", "3"]] + (1...50).map { ["Nobody \($0)", "1", "2", "3"] }))
    let reading = ForeignBinder(
      pack: table.pack, register: table.register, periods: table.periods, limits: limits
    ).read(FormFile(path: "table.xlsx", hash: "h", sheets: [sheet]))
    #expect(reading.findings.count == 11)
    #expect(reading.findings.last?.code == "foreign.too-many")
    // Fifty of nobody and what was read, ten of which are shown.
    #expect(reading.findings.last?.arguments["count"] == .count(41))
  }

  @Test func countsHeadingsOfNobodyThatAreNotShown() throws {
    var limits = ForeignLimits()
    limits.findings = 10
    let table = try ForeignCase(
      fields: [("men", "Men")], units: Self.units, years: [2021],
      bindings: """
        bindings:
          - code: across
            title: Across
            form: table
            sheets: [{}]
            unit: heading
            period: {fixed: 2021}
            field: {column: A}
            fields: [{field: men}]
        """)
    let sheets = ["A", "B"].map { name in
      ForeignCase.sheet(
        [
          ["", "North"] + (1...50).map { "Nobody \(name)\($0)" },
          ["Men"] + (0...50).map(\.description),
        ], name: name)
    }
    let reading = ForeignBinder(
      pack: table.pack, register: table.register, periods: table.periods, limits: limits
    ).read(FormFile(path: "table.xlsx", hash: "h", sheets: sheets))
    #expect(reading.findings.count == 11)
    // A hundred of nobody and what was read, ten of which are shown.
    #expect(reading.findings.last?.arguments["count"] == .count(91))
  }

  /// The same cell under a count and under a percentage.
  @Test func readsACellAsEachFieldThatTakesIt() throws {
    let table = try ForeignCase(
      fields: [("heads", "Heads"), ("share", "Share")],
      kinds: ["heads": "count", "share": "percent"], units: Self.units, years: [2021],
      bindings: """
        bindings:
          - code: both
            title: Both
            form: table
            sheets: [{}]
            unit: {column: A}
            period: {fixed: 2021}
            field: heading
            fields: [{field: heads, label: all}, {field: share, label: all}]
        """)
    let reading = table.read(
      ForeignCase.sheet([["", "all"], ["North", "37.5"], ["South", "40"]]))
    #expect(reading.shown("heads", "north", 2021) == "unreadable")
    #expect(reading.shown("share", "north", 2021) == "37.5")
    #expect(reading.shown("heads", "south", 2021) == "40")
    #expect(reading.shown("share", "south", 2021) == "40")
  }

  /// Whoever reads 16,000 columns for a title reads for a minute.
  @Test(arguments: [(4, "foreign.read table.xlsx"), (3, "foreign.not-recognised table.xlsx")])
  func looksForATitleOverTheFirstColumns(columns: Int, said: String) throws {
    var limits = ForeignLimits()
    limits.titleColumns = columns
    var table = try table()
    table.pack.bindings[0].sheets = [.init(title: "Table 1")]
    let sheet = ForeignCase.sheet([
      ["Year", "2021", "", "Table 1"], ["Region", "up to 25", "25-34", "all"],
      ["North", "1", "2", "3"],
    ])
    let reading = ForeignBinder(
      pack: table.pack, register: table.register, periods: table.periods, limits: limits
    ).read(FormFile(path: "table.xlsx", hash: "h", sheets: [sheet]))
    #expect(reading.said == [said])
  }

  @Test(arguments: ["rows", "columns", "cells"])
  func refusesATableOverTheLimit(limit: String) throws {
    var limits = ForeignLimits()
    switch limit {
    case "rows": limits.rows = 1
    case "columns": limits.columns = 2
    default: limits.cells = 5
    }
    let table = try table()
    let sheet = ForeignCase.sheet(rows([["North", "1", "2", "3"], ["South", "1", "2", "3"]]))
    let reading = ForeignBinder(
      pack: table.pack, register: table.register, periods: table.periods, limits: limits
    ).read(FormFile(path: "table.xlsx", hash: "h", sheets: [sheet]))
    #expect(reading.said == ["foreign.too-large S"])
  }
}

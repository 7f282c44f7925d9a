import ExactNumbers
import Findings
import Foundation
import Monitoring
import TestSupport
import Testing

@testable import Intake

/// Workbooks of the corpus that hold tables; expected values as other readers see them.
@Suite(.enabled(if: Checkout.shared != nil, "there is no ../shared/corpus"))
struct ForeignCorpusTests {
  private func file(_ name: String) throws -> FormFile {
    let url = try #require(Checkout.shared).appending(path: "corpus/files/\(name)")
    let read = FileIntake().read(path: name, hash: "h", bytes: [UInt8](try Data(contentsOf: url)))
    return try #require(read.form)
  }

  /// A sheet a unit, a row a member and a year, a column a field: rows of one year are chosen.
  @Test func readsALongFormOnASheetForEachUnit() throws {
    let table = try ForeignCase(
      layout: "{table: kinds}", fields: [("life", "Life expectancy"), ("people", "People")],
      members: [
        ("australia", "Australia"), ("new-zealand", "New Zealand"), ("china", "China"),
        ("algeria", "Algeria"), ("brazil", "Brazil"),
      ],
      units: [
        ("africa", "Africa"), ("americas", "Americas"), ("asia", "Asia"), ("oceania", "Oceania"),
      ],
      years: [2021],
      bindings: """
        bindings:
          - code: countries
            title: Countries
            form: table
            sheets: [{names: [Africa, Americas, Asia, Oceania]}]
            unit: sheet
            period: {fixed: 2021}
            field: heading
            dimension: kinds
            member: {headed: country}
            where: [{headed: year, is: [1952]}]
            fields: [{field: life, label: lifeExp}, {field: people, label: pop}]
            ignore:
              [gdpPercap, Angola, Benin, Botswana, Burkina Faso, Argentina, Bolivia, Canada, Chile,
              Afghanistan, Bahrain, Bangladesh]
        """)
    let reading = table.read(
      try file("tidyverse+readxl__tests__testthat__sheets__sheet-xml-lookup.xlsx"))
    #expect(reading.forms.count == 4)
    #expect(reading.shown("people", "asia", 2021, "china") == "556263527")
    #expect(reading.shown("life", "oceania", 2021, "australia") == "69.12")
    #expect(reading.shown("life", "oceania", 2021, "new-zealand") == "69.39")
    // Cambodia is neither declared nor left out.
    #expect(
      reading.said.filter { !$0.hasPrefix("foreign.read") } == ["foreign.key-unknown Asia!A5"])
  }

  /// Units in rows, members in columns, a sum beside and a lone sum below.
  @Test func readsMonthsByRegion() throws {
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun"]
    let table = try ForeignCase(
      layout: "{table: kinds}", fields: [("sales", "Sales")],
      members: months.map { ($0.lowercased(), $0) },
      units: ["North", "South", "East", "West"].map { ($0.lowercased(), $0) }, years: [2021],
      bindings: """
        bindings:
          - code: sales
            title: Sales
            form: table
            sheets: [{names: [Outline Columns]}]
            unit: {headed: Month}
            period: {fixed: 2021}
            field: {fixed: sales}
            dimension: kinds
            member: heading
            fields: [{field: sales, label: sales}]
            ignore: [Total]
        """)
    let reading = table.read(
      try file("jmcnamara+XlsxWriter__xlsxwriter__test__comparison__xlsx_files__outline03.xlsx"))
    #expect(reading.findings.map(\.code) == ["foreign.read"])
    let sums = reading.forms.map { $0.observations.compactMap(\.number?.wholeValue).reduce(0, +) }
    #expect(sums == [255, 210, 360, 190])
  }
}

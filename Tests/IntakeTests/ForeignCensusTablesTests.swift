import ExactNumbers
import Findings
import Foundation
import Monitoring
import Spreadsheets
import TestSupport
import Testing

@testable import Intake

/// Other tables of the census, each read by writing a binding and nothing else. The values expected
/// were read with openpyxl; the published totals vouch for the rest of the table.
@Suite(.enabled(if: Scotland.folder != nil, "there is no ../shared/realdata"))
struct ForeignCensusTablesTests {
  static let subjects = [
    "English", "French", "German", "Spanish", "Gaelic", "Italian",
    "English as an Additional Language", "Community Languages", "Other Modern Languages",
    "Classics", "Mathematics", "Biology", "Chemistry", "Science (general)", "Physics", "Economics",
    "Geography", "History", "Religious Education", "Modern Studies", "Media Studies",
    "Business Education", "Computing", "Home Economics", "Technical Education", "PSE/Guidance",
    "Art & Design", "Music", "Physical Education", "Drama", "Learning Support", "ASN general",
    "ASN Behavioural Support", "ASN Learning Difficulties", "ASN Physical Disabilities",
    "Hearing Impairment", "Visual Impairment", "Not known", "Other",
  ]

  /// Units in rows, members of a dictionary in columns, a footnote in a heading, a row that is
  /// neither a unit nor the total.
  @Test func readsMainSubjectsByAuthority() throws {
    let table = try ForeignCase(
      layout: "{table: kinds}", fields: [("teachers", "Teachers")],
      members: Self.subjects.enumerated().map { ("s\($0.offset)", $0.element) }, years: [2021],
      bindings: """
        bindings:
          - code: subjects
            title: Main subjects
            form: table
            sheets: [{names: [Table 8.9]}]
            footnotes: ["(#)"]
            unit: {column: A}
            period: {cell: A2}
            field: {fixed: teachers}
            dimension: kinds
            member: heading
            fields: [{field: teachers, label: teachers}]
            totals: {labels: [All local authorities]}
            ignore: [Grant Aided]
        """)
    let reading = table.read(try Scotland.workbook(2021))
    #expect(reading.forms.count == 32)
    #expect(reading.forms.allSatisfy { $0.observations.count == 39 })
    #expect(reading.shown("teachers", "aberdeen-city", 2021, "s0") == "78.12")
    #expect(reading.shown("teachers", "edinburgh", 2021, "s10") == "168.25")
    #expect(reading.shown("teachers", "argyll-bute", 2021, "s8") == "3.3")
    #expect(Set(reading.findings.map(\.code)) == ["foreign.read", "total.agrees"])
    #expect(
      reading.findings.first { $0.code == "total.agrees" }?.arguments["count"] == .count(39))
  }

  /// Years in columns, some with footnotes; two published sums, one with more in it than the table.
  @Test func readsTeachersByYear() throws {
    let table = try ForeignCase(
      fields: [("teachers", "Teachers")], years: [2017, 2018, 2019],
      bindings: """
        bindings:
          - code: years
            title: Teachers by year
            form: table
            sheets: [{names: [Table 6.1]}]
            footnotes: ["(#)"]
            unit: {column: A}
            period: heading
            field: {fixed: teachers}
            fields: [{field: teachers, label: teachers}]
            totals: {labels: [All local authorities, Scotland]}
            ignore: [Grant aided]
        """)
    let reading = table.read(try Scotland.workbook(2019))
    #expect(reading.forms.count == 3 * 32)
    #expect(reading.shown("teachers", "aberdeen-city", 2018) == "1670.99")
    #expect(reading.shown("teachers", "edinburgh", 2017) == "3415.57")
    #expect(reading.shown("teachers", "argyll-bute", 2018) == "869.928")
    #expect(reading.count("total.agrees") == 3)
    // «Scotland» has the grant aided schools in it: 127.26, 125.9 and 122.31.
    let apart = reading.findings.filter { $0.code == "total.differs" }
      .compactMap { $0.arguments["difference"] }
    #expect(
      apart == ["127.26", "125.9", "122.31"].compactMap { ExactNumber($0) }.map { .number($0) })
    #expect(reading.count("foreign.period-outside") == 1)
  }

  /// Two tables side by side under headings of two rows, the last year in the second; marks for
  /// what is hidden and for what does not apply.
  @Test func readsTwoTablesOfOneSheet() throws {
    let shared = """
          form: table
          sheets: [{names: [Table 9.1]}]
          footnotes: ["(#)"]
          unit: {column: A}
          totals: {labels: [All local authorities]}
          markers: {suppressed: ["*"], not_applicable: ["#"]}
      """
    let table = try ForeignCase(
      fields: [("teachers", "Teachers"), ("women", "Women")], years: [2019, 2020, 2021],
      bindings: """
        bindings:
          - code: before
            title: Special schools before
        \(shared)
            period: heading
            field: {fixed: teachers}
            fields: [{field: teachers, label: teachers, until: 2020}]
            ignore: [Grant Aided, Female, Male, Total]
          - code: now
            title: Special schools now
        \(shared)
            period: {cell: T3}
            field: heading
            fields: [{field: teachers, label: Total}, {field: women, label: Female}]
            ignore: [Grant Aided, Male, \((2004...2020).map { "\"\($0)\"" }.joined(separator: ", "))]
        """)
    let reading = table.read(try Scotland.workbook(2021))
    #expect(reading.forms.count == 3 * 32)
    #expect(reading.shown("teachers", "aberdeen-city", 2020) == "35.6")
    #expect(reading.shown("teachers", "aberdeen-city", 2021) == "30.1")
    #expect(reading.shown("teachers", "angus", 2021) == "not applicable")
    #expect(reading.shown("women", "argyll-bute", 2021) == "missing")
    #expect(reading.shown("teachers", "argyll-bute", 2021) == "5.81")
    #expect(reading.said.contains("foreign.suppressed Table 9.1!T8"))
    // Women are hidden in places, so that their sum is not known.
    #expect(reading.count("total.not-compared") == 1)
    #expect(reading.count("total.agrees") == 3)
    #expect(reading.count("foreign.column-unbound") == 0)
  }

  /// Years merged over four columns each, headings of two rows below; sectors for units.
  @Test func readsMeasuresUnderMergedYears() throws {
    let table = try ForeignCase(
      fields: [("teachers", "Teachers"), ("ratio", "Pupils a teacher")],
      units: [("primary", "Primary"), ("secondary", "Secondary"), ("special", "Special")],
      years: [2018, 2019],
      bindings: """
        bindings:
          - code: sectors
            title: Sectors
            form: table
            sheets: [{names: [Table 1.1]}]
            footnotes: ["(#)"]
            unit: {column: A}
            period: heading
            field: heading
            fields:
              - {field: teachers, label: Teachers}
              - {field: ratio, label: "Pupil: Teacher ratio"}
            totals: {labels: [Total based in schools], except: [ratio]}
            ignore:
              [Schools, Pupils, Total, Publicly funded schools, Centrally employed,
              Early learning and childcare]
        """)
    let reading = table.read(try Scotland.workbook(2019))
    #expect(reading.forms.count == 2 * 3)
    #expect(reading.shown("teachers", "primary", 2019) == "25027.34")
    #expect(reading.shown("teachers", "special", 2019) == "1927.27")
    #expect(reading.shown("ratio", "secondary", 2019) == "12.416388")
    #expect(reading.count("total.agrees") == 2)
    #expect(reading.count("foreign.column-unbound") == 0)
    #expect(reading.findings.allSatisfy { $0.severity == .notice })
  }

  /// Fields in rows and members in columns, the whole sheet of one unit; parts of a field summed
  /// down a column. The middle one of three tables on top of one another.
  @Test func readsFieldsInRowsOfTheSecondOfThreeTables() throws {
    let table = try ForeignCase(
      layout: "{table: kinds}", fields: [("leaders", "Leaders"), ("teachers", "Teachers")],
      members: [("women", "Female"), ("men", "Male")], units: [("scotland", "Scotland")],
      years: [2021],
      bindings: """
        bindings:
          - code: grades
            title: Grades
            form: table
            sheets: [{title: by grade mode of working and sex}]
            footnotes: ["(#)"]
            begins: Full time
            ends: [Part-time]
            unit: {fixed: scotland}
            period: {cell: A2}
            field: {column: A}
            dimension: kinds
            member: heading
            fields:
              - {field: leaders, sum: [Head teacher, Depute head teacher]}
              - {field: teachers, label: Teacher}
            ignore: [Principal teacher, Chartered teacher, Total, Percentage female]
        """)
    let workbook = try Scotland.workbook(2021)
    let primary = FormFile(
      path: workbook.path, hash: workbook.hash,
      sheets: workbook.sheets.filter { $0.name == "Table 2.4" })
    let reading = table.read(primary)
    #expect(reading.shown("leaders", "scotland", 2021, "women") == "2176.92")
    #expect(reading.shown("leaders", "scotland", 2021, "men") == "368")
    #expect(reading.shown("teachers", "scotland", 2021, "men") == "1918.99")
    #expect(
      reading.forms.first?.observations.first?.origin?.place == "Table 2.4!B15+B16")
    #expect(reading.findings.map(\.code) == ["foreign.read"])
    // Another sheet has such a table of secondary schools: what two of them say is not taken.
    #expect(table.read(workbook).shown("teachers", "scotland", 2021, "men") == "unreadable")
  }
}

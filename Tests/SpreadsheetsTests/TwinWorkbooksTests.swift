import Foundation
import Spreadsheets
import TestSupport
import Testing

/// One form saved as XLSX and as OpenDocument: the model is the same, part by part, but for what the
/// programs themselves change, which is listed with its reason.
@Suite struct TwinWorkbooksTests {
  static let twins = [
    ("libreoffice.xlsx", "libreoffice.ods"), ("libreoffice.xlsx", "libreoffice.fods"),
    ("libreoffice.xlsx", "libreoffice.ots"), ("gnumeric.xlsx", "gnumeric.ods"),
    ("extras/libreoffice.xlsx", "extras/libreoffice.ods"),
    ("extras/libreoffice.xlsx", "extras/libreoffice.fods"),
    ("extras/gnumeric.xlsx", "extras/gnumeric.ods"),
  ]

  /// What a program writes otherwise into one format than into the other: a line that has all the
  /// words, in a file of the name.
  struct Habit: Sendable {
    var file: String
    var words: [String]

    init(_ file: String, _ words: String...) {
      self.file = file
      self.words = words
    }

    func explains(_ line: String, of file: String) -> Bool {
      file.contains(self.file) && words.allSatisfy(line.contains)
    }
  }

  static let habits: [Habit] = [
    // LibreOffice turns true into a formula whose result is the number 1, in its own format only.
    Habit("libreoffice", "Кадры!B9", "number 1"), Habit("libreoffice", "Кадры!B9 raw 1"),
    Habit("libreoffice", "Кадры!B9", "boolean true"),
    Habit("extras/libreoffice", "Кадры!E16"), Habit("extras/libreoffice", "Кадры!E19"),
    // LibreOffice shows the result of a formula with per cents as one, in its own format only.
    Habit("extras/libreoffice", "Кадры!E15 sh"),
    // LibreOffice leaves its own sign of a union in the formulas of XLSX.
    Habit("extras/libreoffice", "Кадры!E12 formula"),
    // LibreOffice parts a range in XLSX, and ends one of a whole column where the sheet ends.
    Habit("extras/libreoffice", "Кадры validation I1:I"),
    Habit("extras/libreoffice", "Лист 1 validation A1:A1"),
    // XLSX takes no blank unless it is said, OpenDocument does: both leave it out for a rule that
    // takes anything. Gnumeric leaves its alert out in OpenDocument too.
    Habit("extras/", "Кадры validation N1:N3; any"),
    // Gnumeric ends a validation of a whole column at the last row in use.
    Habit("extras/gnumeric", "Лист 1 validation A"),
    // Gnumeric keeps protection, and forgets that a sheet is hidden, in XLSX only.
    Habit("extras/gnumeric.xlsx", "protected false"), Habit("gnumeric", "Служебный"),
    // Gnumeric could not read one formula, and says so in a text or in an error of its own.
    Habit("extras/gnumeric", "Кадры!E18"), Habit("extras/gnumeric.xlsx", "notice E18 cell.error"),
    // Gnumeric writes U+2212 for a minus into the texts of OpenDocument.
    Habit("extras/gnumeric", "Кадры!E13 shown"),
    // Gnumeric gives every sheet names for its printing, called otherwise in XLSX.
    Habit("gnumeric", "name ", "Print_Area"), Habit("gnumeric", "name ", "Sheet_Title"),
    // A moment is a binary fraction of a day in XLSX; Gnumeric writes more than 15 digits of it.
    Habit("gnumeric.xlsx", "cell.long-number"),
  ]

  static func read(_ file: String) throws -> Workbook {
    try Workbook(
      readingFileAt: Checkout.fixtures.appending(path: "workbooks/\(file)").path,
      contents: .everything,
      // The programs were asked to save in English: OpenDocument holds the texts that they showed.
      language: .invariant)
  }

  /// What only one of the two has, by file.
  static func differences(_ xlsx: String, _ other: String) throws -> [(file: String, line: String)]
  {
    let lines = [Set(ModelLines.of(try read(xlsx))), Set(ModelLines.of(try read(other)))]
    #expect(lines.allSatisfy { $0.count > 10 })
    return lines[0].subtracting(lines[1]).sorted().map { (xlsx, $0) }
      + lines[1].subtracting(lines[0]).sorted().map { (other, $0) }
  }

  @Test(arguments: twins)
  func givesTheSameModel(xlsx: String, openDocument: String) throws {
    for (file, line) in try Self.differences(xlsx, openDocument)
    where !Self.habits.contains(where: { $0.explains(line, of: file) }) {
      Issue.record("\(file) alone has: \(line)")
    }
  }

  @Test func findsEachHabit() throws {
    let all = try Self.twins.flatMap { try Self.differences($0.0, $0.1) }
    for habit in Self.habits {
      #expect(all.contains { habit.explains($0.line, of: $0.file) }, "\(habit)")
    }
  }
}

/// Every part of the model as lines that say where it stands.
enum ModelLines {
  static func of(_ workbook: Workbook) -> [String] {
    var lines = workbook.sheets.flatMap(sheet)
    let description = workbook.description
    for name in description.names {
      lines.append("name \(name.sheet ?? "–") \(name.name) \(name.formula) \(name.isHidden)")
    }
    for table in description.tables {
      lines.append(
        "table \(table.sheet)!\(table.range) \(table.name) \(table.columns) "
          + "\(table.hasHeadings) \(table.hasTotals)")
    }
    lines.append("structure \(description.isStructureProtected)")
    lines += description.notices.map { "notice \($0.code.rawValue)" }
    let properties = description.properties
    for (key, value) in [
      ("producer", properties.producer), ("created", properties.created),
      ("modified", properties.modified),
    ] {
      lines.append("\(key) \(value == nil ? "not said" : "said")")
    }
    return lines
  }

  private static func sheet(_ sheet: Sheet) -> [String] {
    var lines = ["sheet \(sheet.name) \(sheet.isHidden)"]
    for cell in sheet.cells where !cell.isEmpty {
      let place = "\(sheet.name)!\(cell.address)"
      lines.append("\(place) value \(SavedWorkbooksTests.described(cell.value))")
      switch cell.value {
      case .number, .text, .error: lines.append("\(place) raw \(cell.rawText)")
      // Each format has its own notation: "44286" and "2021-03-31", "1" and "true".
      case .moment, .boolean, .formulaWithoutResult, .empty: break
      }
      lines.append("\(place) shape \(cell.shape)")
      lines.append("\(place) shown \(cell.shown ?? "nil")")
      lines.append("\(place) formula \(cell.hasFormula) \(cell.formula ?? "nil")")
    }
    lines += sheet.merges.map { "\(sheet.name) merge \($0)" }
    lines += sheet.hiddenRows.flatMap { $0.prefix(100) }.map { "\(sheet.name) hidden row \($0)" }
    lines += sheet.hiddenColumns.flatMap { $0.prefix(100) }
      .map { "\(sheet.name) hidden column \($0)" }
    lines += sheet.notices.map {
      "\(sheet.name) notice \($0.address?.description ?? "–") \($0.code.rawValue)"
    }
    lines += sheet.comments.map {
      "\(sheet.name) comment \($0.address) \($0.author ?? "–"): \($0.text)"
    }
    lines += sheet.validations.map {
      "\(sheet.name) validation " + WorkbookLines.described($0).joined(separator: "; ")
    }
    if let protection = sheet.protection {
      lines.append("\(sheet.name) protected \(protection.hasPassword)")
    }
    return lines.map { $0.replacing("\n", with: "\\n") }
  }
}

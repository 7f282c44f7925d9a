import ArgumentParser
import Foundation
import Spreadsheets
import Wording

struct CellsCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table
    case jsonl
  }

  /// How much a file may ask for.
  enum Limits: String, ExpressibleByArgument, CaseIterable {
    /// A small file may ask for what a form may, a large one for more: a bomb is small.
    case auto
    /// What `collect` reads forms with.
    case form
    case large

    /// Bytes of a file that is taken for more than a form: some 500,000 cells.
    private static let largeBytes = 6 << 20

    func limits(forFileAt path: String) -> SpreadsheetLimits {
      switch self {
      case .form: return .form
      case .large: return SpreadsheetLimits()
      case .auto:
        let values = try? URL(filePath: path).resourceValues(forKeys: [.fileSizeKey])
        return values?.fileSize ?? 0 < Self.largeBytes ? .form : SpreadsheetLimits()
      }
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "cells",
    abstract: say(
      "Показать ячейки файла так, как их видит программа.",
      "Show a file's cells as the program sees them."),
    discussion: say(
      """
      Примеры:
        svodka cells Форма.xlsx
        svodka cells Форма.ods --sheet Кадры --range A1:D20 --what values,formulas,shown
        svodka cells Форма.ods --sheet 2 --what all
        svodka cells Форма.ods --format jsonl

      --what: values, formulas, shown (показанный текст), notices (замечания), merges
      (объединения), hidden (скрытое), names, tables, validations (проверки ввода),
      comments, protection, properties; через запятую; all — всё.
      """,
      """
      Examples:
        svodka cells form.xlsx
        svodka cells form.ods --sheet Staff --range A1:D20 --what values,formulas,shown
        svodka cells form.ods --sheet 2 --what all
        svodka cells form.ods --format jsonl

      --what: values, formulas, shown (displayed text), notices, merges, hidden, names,
      tables, validations, comments, protection, properties; parted by commas; or all.
      """))

  @Argument(
    help: ArgumentHelp(
      say("Файлы XLSX, ODS или FODS.", "XLSX, ODS or FODS files."),
      valueName: say("файл", "file")))
  var files: [String]

  @Option(
    help: ArgumentHelp(
      say("Вид: table или jsonl.", "How to print: table or jsonl."),
      valueName: say("вид", "format")))
  var format: Format = .table

  @Option(
    name: .customLong("sheet"), parsing: .singleValue,
    help: ArgumentHelp(
      say(
        "Лист: имя или номер с 1; можно несколько раз (по умолчанию все).",
        "A sheet: its name, or its number from 1; may be given again (default: all)."),
      valueName: say("лист", "sheet")))
  var sheets: [String] = []

  @Option(
    help: ArgumentHelp(
      say("Только эти ячейки.", "Only these cells."), valueName: "A1:D20"),
    transform: Self.range)
  var range: CellRange?

  @Option(
    help: ArgumentHelp(
      say(
        "Что показать (по умолчанию: table — values,notices,merges,hidden; jsonl — values).",
        "What to show (default: for table values,notices,merges,hidden; for jsonl values)."),
      valueName: say("что,…", "what,…")),
    transform: Self.parts)
  var what: ListedParts?

  @Option(
    help: ArgumentHelp(
      say(
        "Пределы чтения: form — как у collect, large — для больших книг, auto — по размеру файла.",
        "Limits of reading: form, as collect has, large, for large workbooks, auto, by file size."),
      valueName: say("пределы", "limits")))
  var limits: Limits = .auto

  @Flag(help: ArgumentHelp(say("Только сосчитать ячейки.", "Only count the cells.")))
  var count = false

  @OptionGroup var options: RunOptions

  func run() throws {
    var failed = false
    for file in files {
      do {
        if files.count > 1, !count, format == .table { Terminal.print("\(file):") }
        try show(file)
      } catch let error as SpreadsheetError {
        failed = true
        let words = UnreadWords(language: Speech.language).described(error)
        Terminal.note("svodka: \(file): \(words)")
      } catch let error as MissingSheets {
        failed = true
        Terminal.note("svodka: \(file): \(error)")
      }
    }
    if failed { throw ExitStatus.couldNotRun }
  }

  private func show(_ file: String) throws {
    if count {
      var counter = CellCounter()
      try WorkbookReader.read(path: file, limits: limits.limits(forFileAt: file), into: &counter)
      Terminal.print("\(file): \(counter.count)")
      return
    }
    let selection = CellSelection(sheets: sheets, range: range)
    switch format {
    case .table:
      let parts = what ?? [.values, .notices, .merges, .hidden]
      var table = CellsTable(parts, selection: selection, language: Speech.language)
      defer { Terminal.write(Array(table.take().utf8)) }
      table.finish(try read(file, parts, into: &table))
      try MissingSheets.check(table.selection)
    case .jsonl:
      let parts = what ?? .values
      var printed = PrintedLines(lines: CellLines(parts, selection: selection))
      defer { Terminal.write(printed.lines.take()) }
      let description = try read(file, parts, into: &printed)
      printed.lines.finish(description)
      try MissingSheets.check(printed.lines.selection)
    }
  }

  private func read(
    _ file: String, _ parts: ListedParts, into receiver: inout some CellReceiver
  ) throws -> WorkbookDescription {
    try WorkbookReader.read(
      path: file, contents: parts.contents, limits: limits.limits(forFileAt: file),
      language: Speech.language == .ru ? .russian : .invariant, into: &receiver)
  }

  private static let lookAlikes: [Character: Character] = [
    "А": "A", "В": "B", "С": "C", "Е": "E", "Н": "H", "К": "K", "М": "M", "О": "O", "Р": "P",
    "Т": "T", "Х": "X", "У": "Y",
  ]

  private static func range(_ text: String) throws -> CellRange {
    // A letter that looks like one of Latin is typed on a Russian keyboard; a cell of a finding is
    // copied with its sheet.
    let address = text.split(separator: "!").last.map(String.init) ?? text
    let latin = String(address.uppercased().map { lookAlikes[$0] ?? $0 })
    if let range = CellRange(latin) { return range }
    throw ValidationError(
      say(
        "«\(text)» — не диапазон; нужно так: A1:D20 или B7",
        "\"\(text)\" is no range; write A1:D20 or B7"))
  }

  private static func parts(_ text: String) throws -> ListedParts {
    if let parts = ListedParts(text) { return parts }
    let known = (ListedParts.named.map(\.name) + ["all"]).joined(separator: ", ")
    throw ValidationError(
      say("«\(text)»: можно через запятую \(known)", "\"\(text)\": by commas, of \(known)"))
  }
}

/// Sheets that were asked for and that a workbook does not have.
private struct MissingSheets: Error, CustomStringConvertible {
  let description: String

  /// - Throws: itself, where a sheet is missing.
  static func check(_ selection: CellSelection) throws {
    guard let first = selection.missing.first else { return }
    let present = selection.present.map { "«\($0)»" }.joined(separator: ", ")
    throw MissingSheets(
      description: say(
        "листа «\(first)» нет; есть: \(present)",
        "there is no sheet \"\(first)\"; there are: \(present)"))
  }
}

/// Lines that are printed while the file is read, so that a large one is never held.
private struct PrintedLines: CellReceiver {
  var lines: CellLines

  /// Bytes that are printed at a time.
  private static let mostBytes = 256 << 10

  mutating func sheet(_ heading: SheetHeading) -> Bool { lines.sheet(heading) }

  mutating func cells(_ batch: borrowing CellBatch) {
    lines.cells(batch)
    if lines.bytes.count > Self.mostBytes { Terminal.write(lines.take()) }
  }

  mutating func fact(_ fact: SheetFact) { lines.fact(fact) }
}

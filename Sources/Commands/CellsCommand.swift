import ArgumentParser
import Campaign
import Foundation
import Spreadsheets

struct CellsCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table
    case jsonl
  }

  /// How much a file may ask for.
  enum Limits: String, ExpressibleByArgument, CaseIterable {
    /// What `collect` reads forms with.
    case form
    case large

    var limits: SpreadsheetLimits {
      switch self {
      case .form: .form
      case .large: SpreadsheetLimits()
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
        svodka cells Форма.ods --format jsonl
      """,
      """
      Examples:
        svodka cells form.xlsx
        svodka cells form.ods --format jsonl
      """))

  @Argument(help: ArgumentHelp(say("Файлы XLSX, ODS или FODS.", "XLSX, ODS or FODS files.")))
  var files: [String]

  @Option(help: ArgumentHelp(say("Вид: table или jsonl.", "How to print: table or jsonl.")))
  var format: Format = .table

  @Option(
    help: ArgumentHelp(
      say(
        "Пределы чтения: form — как у collect, large — для больших книг.",
        "Limits of reading: form, as collect has, or large, for large workbooks.")))
  var limits: Limits = .large

  @Flag(help: ArgumentHelp(say("Только сосчитать ячейки.", "Only count the cells.")))
  var count = false

  @OptionGroup var options: RunOptions

  func run() throws {
    var failed = false
    for file in files {
      do {
        try show(file)
      } catch let error as SpreadsheetError {
        failed = true
        Terminal.note("svodka: \(file): \(error)")
      }
    }
    if failed { throw ExitStatus.couldNotRun }
  }

  private func show(_ file: String) throws {
    let bytes = try WholeFile.read(URL(filePath: file))
    if count {
      var counter = CellCounter()
      try WorkbookReader.read(bytes, limits: limits.limits, into: &counter)
      Terminal.print("\(file): \(counter.count)")
      return
    }
    var listing = CellListing(style: format == .table ? .table : .jsonLines)
    defer { Terminal.write(listing.take()) }
    try WorkbookReader.read(bytes, limits: limits.limits, into: &listing)
  }
}

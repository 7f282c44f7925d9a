import Campaign
import Findings
import Monitoring
import Wording

/// What `import-results` says at its end.
struct ImportPrinter {
  /// Changed numbers that are listed; the rest are counted.
  private static let listedChanges = 10

  let summary: ImportSummary
  let names: CampaignNames

  var text: String {
    let findings = summary.findings.map { finding in
      let words = FindingCatalogue.words(for: finding, language: Speech.language)
      return "\(finding.origins.first?.place ?? summary.file): \(words.headline) \(words.mend)"
    }
    let count = say(
      "\(summary.file), период \(summary.period): значений \(summary.values.count), из них чисел "
        + "\(summary.known), процентов без чисел людей \(summary.percentOnly).",
      "\(summary.file), the period \(summary.period): \(summary.values.count) values, of these "
        + "\(summary.known) numbers, \(summary.percentOnly) percentages without counts.")
    return (findings + [count] + difference + [end]).joined(separator: "\n")
  }

  /// What is new against the table that held before.
  private var difference: [String] {
    guard let difference = summary.difference else { return [] }
    if case .known = summary.outcome { return [] }
    let line = difference.line
    guard !difference.isEmpty else {
      return [
        say(
          "Числа те же, что в таблице, принятой прежде (строка журнала № \(line)).",
          "The numbers are those of the table that was taken over before (line \(line)).")
      ]
    }
    let head = say(
      "Против таблицы, принятой прежде (строка журнала № \(line)): изменено чисел — "
        + "\(difference.changed.count), новых — \(difference.added.count), больше нет — "
        + "\(difference.gone.count).",
      "Against the table that was taken over before (line \(line)): \(difference.changed.count) "
        + "numbers changed, \(difference.added.count) new, \(difference.gone.count) gone.")
    let more = difference.changed.count - Self.listedChanges
    return [head] + difference.changed.prefix(Self.listedChanges).map(words)
      + (more > 0 ? [say("  … и ещё \(more)", "  … and \(more) more")] : [])
  }

  private func words(_ change: ImportDifference.Change) -> String {
    "  \(names.value(at: change.after.address)): "
      + "\(TraceRemarks.value(change.before)) → \(TraceRemarks.value(change.after))"
  }

  private var end: String {
    switch summary.outcome {
    case .imported(let line):
      say(
        "Принято, строка журнала № \(line).", "Taken over, line \(line) of the journal.")
    case .known(let line):
      say(
        "Ничего нового: эта таблица уже принята, строка журнала № \(line).",
        "Nothing new: this table was taken over before, line \(line) of the journal.")
    case .dryRun: say("Ничего не принято (--dry-run).", "Nothing was taken over (--dry-run).")
    case .refused:
      say(
        "Ничего не принято. Исправьте таблицу или повторите с ключом --anyway: тогда примется то, "
          + "что понято.",
        "Nothing was taken over. Mend the table, or run again with --anyway to take what was "
          + "understood.")
    }
  }
}

import Campaign
import Findings
import Monitoring
import Wording

/// What a decision changes: values as they count, findings that are gone, findings that are new.
struct DecisionPrinter {
  /// Values that are named before the rest is only counted: a returned form has hundreds.
  private static let namedValues = 20

  let outcome: DecisionOutcome

  var text: String {
    ([head] + values + findings(outcome.settled, settled) + findings(outcome.new, added))
      .joined(separator: "\n")
  }

  var head: String {
    let place = "\(outcome.name), \(outcome.period)"
    if outcome.isDryRun {
      return say("\(place): ничего не записано (--dry-run).", "\(place): nothing was written.")
    }
    let lines = outcome.lines.map(String.init).joined(separator: ", ")
    guard !lines.isEmpty else { return say("\(place): записано.", "\(place): written.") }
    return say(
      "\(place): записано, строка журнала \(lines).",
      "\(place): written, line \(lines) of the journal.") + back
  }

  /// How to take it back; nothing where a line stands for what cannot be.
  private var back: String {
    guard outcome.canBeWithdrawn, let line = outcome.lines.first else { return "" }
    return outcome.lines.count == 1
      ? say(" Отозвать: svodka withdraw \(line).", " To take it back: svodka withdraw \(line).")
      : say(
        " Отозвать любую из них: svodka withdraw и её номер.",
        " To take one of them back: svodka withdraw and its number.")
  }

  private var values: [String] {
    guard !outcome.counted.isEmpty else {
      return [say("Учитываемые значения прежние.", "The values that count are the same.")]
    }
    let given = outcome.counted.count { one in
      if case .given? = one.after { true } else { false }
    }
    if outcome.isTakenIn {
      return [
        say("Форма учитывается: значений — \(given).", "The form counts: \(given) values.")
      ]
    }
    if outcome.isTakenOut {
      return [
        say(
          "Форма больше не учитывается: значений — \(outcome.counted.count).",
          "The form does not count any more: \(outcome.counted.count) values.")
      ]
    }
    let lines = outcome.counted.prefix(Self.namedValues).map { value in
      let name = outcome.names.value(
        value.key.field, value.key.breakdown, in: outcome.period, Speech.language)
      let place = value.place.map { "\($0), " } ?? ""
      return "  \(place)\(name): \(state(value.before, value)) → \(state(value.after, value))"
    }
    let rest = outcome.counted.count - lines.count
    let more = rest > 0 ? [say("  и ещё \(rest)", "  and \(rest) more")] : []
    return [say("Изменилось:", "Changed:")] + lines + more
  }

  private func state(_ state: Observation.State?, _ value: DecisionOutcome.Counted) -> String {
    outcome.names.state(state, of: value.key.field, in: outcome.period, Speech.language)
  }

  /// What is said where errors were accepted: what cannot be by its rule counts as it stands.
  var warning: String? {
    let errors = outcome.settled.filter { $0.severity == .error && $0.code.isOfRule }
    guard !errors.isEmpty else { return nil }
    let headlines = errors.map { finding in
      let headline = outcome.speaker.words(finding, Speech.language).headline
      return finding.origins.first.map { "\($0.place): \(headline)" } ?? headline
    }
    return say(
      "ВНИМАНИЕ: по правилам формы так быть не может — \(headlines.joined(separator: "; ")). "
        + "Значения войдут в итоги как есть, доли могут получиться невозможными, например больше "
        + "100\u{A0}%.",
      "NOTE: by the rules of the form this cannot be — \(headlines.joined(separator: "; ")). The "
        + "values count as they stand; shares may come out impossible, such as more than 100%.")
  }

  private var settled: String { say("Снято замечаний", "Findings settled") }
  private var added: String { say("Новых замечаний", "New findings") }

  private func findings(_ findings: [Finding], _ title: String) -> [String] {
    guard !findings.isEmpty else { return [] }
    return ["\(title): \(findings.count)"]
      + findings.map { finding in
        "  \(finding.origins.first?.place ?? "") "
          + outcome.speaker.words(finding, Speech.language).headline + " [\(finding.code)]"
      }
  }
}

import Campaign
import Findings
import Monitoring
import Reporting
import Wording

/// What a trace says of a form that gives nothing, or of which a file came after closing.
struct TracedFormWords {
  /// Of JSON; left out where the cells say it all.
  struct FormJSON: Encodable {
    /// As `status` has it.
    var state: String
    /// Files that came and do not count.
    var files: [String]
  }

  let forms: TracedForms
  let speaker: FindingSpeaker

  /// In place of a cell: why there is none.
  func absence(of key: Observation.Key) -> String {
    switch forms.standing(of: key)?.printed {
    case .refused: say("файл не принят", "the file was refused")
    case .undecided: say("ни один из файлов не учтён", "none of the files counts")
    case .afterClosing: say("форма пришла после закрытия", "the form came after closing")
    case .missing, .returned, .withErrors, .withWarnings, .clean, nil: say("формы нет", "no form")
    }
  }

  /// Which files do not count and what can be done, a line a file.
  func lines(of key: Observation.Key) -> [String] {
    guard let standing = forms.standing(of: key) else { return [] }
    let late = standing.afterClosing.map { file in
      say(
        "файл пришёл после закрытия периода и не учитывается: \(file); чтобы учесть его, откройте "
          + "период: svodka unlock",
        "a file came after the period was closed and does not count: \(file); to count it, open "
          + "the period: svodka unlock")
    }
    let earlier = standing.earlier.map { form in
      say(
        "получена форма за \(form.period): \(form.file)",
        "a form of \(form.period) came: \(form.file)")
    }
    switch standing.printed {
    case .undecided:
      let files = standing.files.joined(separator: "; ")
      return [
        say(
          "пришло несколько файлов: \(files); скажите, какой верен: svodka choose",
          "several files came: \(files); say which is right: svodka choose")
      ] + late
    case .refused:
      return standing.refused.flatMap { file in
        [say("файл не принят: ", "the file was refused: ") + file.name]
          + file.reasons { speaker.words($0, Speech.language) }.map { "    \($0)" }
      } + earlier + late
    case .missing: return earlier + late
    case .returned, .afterClosing, .withErrors, .withWarnings, .clean: return late
    }
  }

  /// Nil where nothing is to be said.
  func json(of key: Observation.Key) -> FormJSON? {
    guard let standing = forms.standing(of: key) else { return nil }
    let files =
      (standing.state == .undecided ? standing.files : []) + standing.afterClosing
      + standing.earlier.map(\.file)
      + (standing.printed == .refused ? standing.refused.map(\.name) : [])
    return files.isEmpty ? nil : FormJSON(state: standing.state.rawValue, files: files)
  }
}

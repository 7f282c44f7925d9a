import Campaign
import Findings
import Monitoring
import Wording

/// What the office decided about a value, for those who walk a number back.
struct DecidedWords {
  /// A decision as JSON has it.
  struct LineJSON: Encodable {
    var line: Int
    /// corrected, accepted, returned.
    var act: String
    var author: String
    /// ISO 8601, UTC.
    var at: String
    var reason: String
    /// Of a correction, what the form says and what counts.
    var before: String?
    var after: String?
  }

  let names: CampaignNames
  let returns: TracedReturns
  /// By which the days of decisions are told.
  let days: CampaignDays

  /// «в форме 12, исправлено на 14: Е. Г. Лазарева, 20.01.2022, по телефону (строка 3 журнала)».
  func lines(_ observation: Observation?) -> [String] {
    guard let observation else { return [] }
    return observation.decisions.map { mark in
      words(of: mark, observation) + ": " + signed(mark.decision.author, mark.decision.at)
        + ", \(mark.decision.reason)" + line(mark.decision.number)
    }
      + (returns.line(of: observation).map { entry in
        [
          say("форма возвращена: ", "the form was sent back: ")
            + signed(entry.author, entry.at) + ", \(entry.reason)" + line(entry.number)
        ]
      } ?? [])
  }

  /// Nil where nothing was decided.
  func json(_ observation: Observation?) -> [LineJSON]? {
    guard let observation else { return nil }
    var lines = observation.decisions.map { mark in
      LineJSON(
        line: mark.decision.number, act: mark.decision.act.rawValue, author: mark.decision.author,
        at: mark.decision.at, reason: mark.decision.reason,
        before: mark.decision.act == .corrected ? state(mark.before, observation) : nil,
        after: mark.decision.act == .corrected ? state(observation.state, observation) : nil)
    }
    if let entry = returns.line(of: observation) {
      lines.append(
        LineJSON(
          line: entry.number, act: "returned", author: entry.author, at: entry.at,
          reason: entry.reason))
    }
    return lines.isEmpty ? nil : lines
  }

  private func words(of mark: ValueDecision, _ observation: Observation) -> String {
    switch mark.decision.act {
    case .corrected:
      let before = state(mark.before, observation)
      let after = state(observation.state, observation)
      return say(
        "в форме \(before), исправлено на \(after)",
        "the form says \(before), corrected to \(after)")
    case .accepted:
      return say("учтено несмотря на замечание", "counts in spite of a finding")
    }
  }

  private func state(_ state: Observation.State?, _ observation: Observation) -> String {
    names.state(
      state, of: observation.key.field, in: observation.key.period, Speech.language)
  }

  private func line(_ number: Int) -> String {
    say(" (строка \(number) журнала)", " (line \(number) of the journal)")
  }

  private func signed(_ author: String, _ at: String) -> String {
    "\(author), \((days.day(of: at) ?? CalendarDate(iso: at)).map(Speech.language.shortDate) ?? at)"
  }
}

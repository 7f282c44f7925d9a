import Campaign
import Monitoring

/// How many forms of a period have come how far, in one sentence: the same by `collect` and by
/// `status`.
struct TotalWords {
  let period: Period
  let totals: FormRegister.Totals
  /// Who is missing, in brackets; nil names nobody.
  var missing: [String]?
  /// Forms that came after the deadline; nil where there is none, or nobody looked.
  var late: Int?

  /// «2021: ожидается 24, поступило 23, с ошибками 1, не поступило 1 (МБОУ «…»)».
  var text: String {
    var parts = [
      say("ожидается \(totals.expected)", "expected \(totals.expected)"),
      say("поступило \(totals.arrived)", "arrived \(totals.arrived)"),
    ]
    if let late { parts.append(say("позже срока \(late)", "late \(late)")) }
    parts += [
      say("с ошибками \(totals.withErrors)", "with errors \(totals.withErrors)"),
      say("не поступило \(totals.missing)", "missing \(totals.missing)") + names,
    ]
    if totals.refused > 0 {
      parts.append(
        say(
          "из них файл не принят — \(totals.refused)",
          "of these with a refused file \(totals.refused)"))
    }
    if totals.ofOffice > 0 {
      parts.append(
        say(
          "ошибки после исправлений управления \(totals.ofOffice)",
          "errors after corrections of the office \(totals.ofOffice)"))
    }
    if totals.returned > 0 {
      parts.append(say("возвращено \(totals.returned)", "returned \(totals.returned)"))
    }
    if totals.unmended > 0 {
      parts.append(
        say(
          "после возврата с теми же значениями \(totals.unmended)",
          "sent back, and again with the same values \(totals.unmended)"))
    }
    if totals.afterClosing > 0 {
      parts.append(
        say("после закрытия \(totals.afterClosing)", "after closing \(totals.afterClosing)"))
    }
    return "\(period): " + parts.joined(separator: ", ")
  }

  private var names: String {
    guard let missing, !missing.isEmpty else { return "" }
    return " (" + missing.joined(separator: ", ") + ")"
  }
}

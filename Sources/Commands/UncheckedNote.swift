import Campaign
import Monitoring
import Wording

/// The word that what is printed may hold values that rules have still to look at.
enum UncheckedNote {
  /// - Parameter period: the last one that is asked about; nil: all.
  static func say(_ campaign: OpenCampaign, until period: Period? = nil) throws {
    let count = try campaign.uncheckedForms(until: period)
    guard count > 0 else { return }
    let forms = Language.ru.counted(count, "формы", "форм", "форм")
    Terminal.note(
      Commands.say(
        "svodka: правила ещё не проверены у \(forms): запустите svodka check",
        "svodka: the rules have not run over \(count) forms yet: run svodka check"))
  }
}

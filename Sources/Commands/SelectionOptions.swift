import ArgumentParser
import Campaign
import Findings
import Monitoring

/// Which units and periods a listing shows; nothing given: all.
struct SelectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("Только эта школа (код из реестра).", "Only this school (its code in the register)."),
      valueName: say("код", "code")))
  var unit: String?

  @Option(
    help: ArgumentHelp(
      say("Только этот период.", "Only this period."), valueName: say("год", "year")),
    transform: SelectionOptions.period)
  var period: Period?

  func filter(_ findings: [Finding]) -> [Finding] {
    findings.filter { finding in
      (unit.map { finding.key.unit == $0 } ?? true)
        && (period.map { finding.key.period == $0.description } ?? true)
    }
  }

  static func period(_ text: String) throws -> Period {
    guard let period = Period(text) else {
      throw ValidationError(
        say(
          "«\(text)» — не период; нужен год, например 2021",
          "\"\(text)\" is no period; give a year, such as 2021"))
    }
    return period
  }
}

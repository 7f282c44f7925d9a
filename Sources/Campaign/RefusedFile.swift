package import Findings
package import Monitoring
import Store

/// A file of the inbox that was to be a form and was not taken as one.
package struct RefusedFile: Sendable, Hashable {
  /// Path below the inbox.
  package var name: String
  /// SHA-256 in lower-case hexadecimal.
  package var hash: String
  /// Whose it is, by its title, else by its folder or name; nil where nothing tells, or tells only
  /// of one that hands nothing in for that year.
  package var unit: UnitCode?
  /// Which year's it is, by its title, else by its folder, else the campaign's last.
  package var period: Period
  /// When it first came, under whatever name, ISO 8601, UTC: one that was moved did not come again.
  package var came: String
  /// Why it was not taken, the first reason first: at least one error.
  package var findings: [Finding]

  /// Nil for a file that became a form, or with which nothing is wrong.
  /// - Parameter owner: whose a path says that it is, of those that are meant.
  init?(
    _ file: SeenFile, _ found: [Finding], campaign: OpenCampaign,
    owner: (String, (UnitCode) -> Bool) -> UnitCode?
  ) {
    let serious = found.filter { $0.severity != .notice }
    guard file.submissions == 0, serious.contains(where: { $0.severity == .error }) else {
      return nil
    }
    name = file.name
    hash = file.hash
    came = file.came
    findings = serious
    let said = found.map(\.key)
    let years = said.map(\.period) + file.name.split(separator: "/").dropLast().map(String.init)
    let period =
      years.lazy.compactMap { Period($0) }.first(where: campaign.settings.periods.contains)
      ?? campaign.current
    self.period = period
    // A file of one from whom nothing is awaited would stand in no row and be nobody's to settle.
    let isExpected = { (code: UnitCode) in campaign.register.expects(code, in: period) }
    unit =
      said.lazy.map { UnitCode(rawValue: $0.unit) }.first(where: isExpected)
      ?? owner(file.name, isExpected)
  }

  /// The form that it was to be; nil where nothing tells whose it is.
  var place: UnitPeriod? { unit.map { UnitPeriod(unit: $0, period: period) } }

  /// Why it was not taken and what to do, a line a reason: «Титул!C5: Отчётный год … Впишите …».
  package func reasons(_ words: (Finding) -> FindingWords) -> [String] {
    findings.map { $0.placed(words($0)) }
  }
}

extension RefusedFile {
  /// The file as its unit is told of it: by its name alone.
  var toUnit: RefusedFile {
    var file = self
    file.name = InboxPath.last(name)
    file.findings = findings.map { $0.calling { InboxPath.last($0.file) } }
    return file
  }
}

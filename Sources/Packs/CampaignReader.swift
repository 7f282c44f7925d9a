import Monitoring
import Wording
import Yams

struct CampaignReader {
  let faults: FaultList

  func settings(_ entry: Entry) -> CampaignSettings? {
    let keys = [
      "district", "organisation", "organisation_short", "place", "head", "executor", "pack",
      "periods", "locked", "deadline", "corrections_until", "time_zone", "publication",
      "rosters", "forms_to",
    ]
    guard let root = Record(entry, keys: keys, faults: faults) else { return nil }
    let periods = periods(of: root)
    let deadlines = deadlines(of: root, among: periods)
    refuseLocked(of: root)
    return CampaignSettings(
      district: district(of: root), organisation: root.text("organisation"),
      organisationShort: root.text("organisation_short"), place: root.text("place"),
      head: official("head", of: root), executor: official("executor", of: root),
      pack: root.text("pack"), periods: periods, locked: [],
      deadlines: deadlines,
      corrections: corrections(of: root, among: periods, after: deadlines),
      timeZone: timeZone(of: root), publication: root.text("publication"),
      rostersKeptUntil: rostersTerm(of: root), formsTo: root.optionalText("forms_to"))
  }

  private func district(of root: Record) -> Unit {
    guard let record = root.record("district", keys: ["code", "number", "names", "level"]) else {
      return Unit(code: "", number: 0, names: [], level: "")
    }
    var codes = SeenCodes()
    return Unit(
      code: UnitCode(rawValue: codes.code(of: record)),
      number: record.whole("number", least: 0, default: 0),
      names: record.neededElements("names").compactMap(name),
      level: MemberCode(rawValue: record.text("level")))
  }

  private func name(_ entry: Entry) -> Unit.Name? {
    guard let record = Record(entry, keys: ["since", "full", "short"], faults: faults) else {
      return nil
    }
    return Unit.Name(
      since: record.entry("since").flatMap(record.period), full: record.text("full"),
      short: record.text("short"))
  }

  private func official(_ key: String, of root: Record) -> CampaignSettings.Official {
    let record = root.record(key, keys: ["post", "name"])
    return CampaignSettings.Official(
      post: record?.text("post") ?? "", name: record?.text("name") ?? "")
  }

  /// Oldest first, none twice.
  private func periods(of root: Record) -> [Period] {
    let periods = root.neededElements("periods").compactMap(root.period)
    if zip(periods, periods.dropFirst()).contains(where: { $0 >= $1 }) {
      faults.add(.periodsNotAscending, at: root.place(of: "periods"))
    }
    return periods
  }

  /// A period is closed by a command, which keeps its results. An empty list is let be: earlier
  /// samples have it.
  private func refuseLocked(of root: Record) {
    guard !root.elements("locked").isEmpty else { return }
    faults.add(.lockedInSettings, at: root.place(of: "locked"))
  }

  /// `rosters: {keep_until: "2026-12-31"}`; keeping them without a term is not possible.
  private func rostersTerm(of root: Record) -> String? {
    guard root.entry("rosters") != nil else { return nil }
    return root.record("rosters", keys: ["keep_until"]).map { date("keep_until", of: $0) }
  }

  /// "2021-06-15", a day that exists.
  func date(_ key: String, of root: Record) -> String {
    let text = root.text(key)
    if !text.isEmpty, text.count != 10 || CalendarDate(iso: text) == nil {
      faults.add(.wrongShape(needed: .date), at: root.place(of: key))
    }
    return text
  }
}

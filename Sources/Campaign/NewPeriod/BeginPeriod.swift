package import Foundation
import Monitoring
import Store
import Wording

/// The step that begins the next period of a campaign from the one that ended: a line in
/// campaign.yaml, a pack of its own, a line in the journal. What is done already stays; a run that
/// was broken off is finished by the next.
package struct BeginPeriod: Sendable {
  /// Whence the period gets its pack.
  package enum PackSource: Sendable, Hashable {
    /// The campaign's pack, by its name as it is found now.
    case named
    /// A name or a path.
    case given(String)
    /// That of the period before.
    case kept
  }

  /// What to do when years would lie between the period and the one before.
  package enum Gap: Sendable {
    case refuse
    /// They are left without a period.
    case accept
  }

  private let campaign: OpenCampaign
  private let year: Int?
  private let source: PackSource
  private let deadline: String?
  private let author: String
  private let now: Date
  private let gap: Gap
  private let isDryRun: Bool

  /// - Parameters:
  ///   - year: nil: the year after the last period.
  ///   - deadline: ISO 8601; nil: a year after that of the period before.
  package init(
    campaign: OpenCampaign, year: Int?, source: PackSource, deadline: String?, author: String,
    now: Date, gap: Gap = .refuse, isDryRun: Bool
  ) {
    self.campaign = campaign
    self.year = year
    self.source = source
    self.deadline = deadline
    self.author = author
    self.now = now
    self.gap = gap
    self.isDryRun = isDryRun
  }

  /// - Throws: `CampaignError` for a year that cannot follow or would leave others out, a pack that
  ///   is not right, and settings that cannot be edited safely; nothing is changed then.
  package func run() throws -> BegunPeriod {
    let last = campaign.current
    let wanted = try year.map { Period(year: $0) } ?? (isBegun(last) ? last : last.next)
    guard let period = wanted else { throw Self.noYear() }
    let isKnown = campaign.settings.periods.contains(period)
    guard isKnown || period > last else { throw Self.before(last) }
    guard !isKnown || period == last else { throw Self.before(last) }
    if !isKnown, gap == .refuse, let next = last.next, period > next {
      throw Self.apart(period, last, next)
    }
    let before = isKnown ? campaign.settings.periods.dropLast().last ?? last : last
    let edited = isKnown ? nil : try edit(adding: period, after: before)
    let pinned = try pin(for: period, after: before)
    let isWritten = try isInJournal(period)
    if !isDryRun {
      if let from = pinned.from {
        try WholeFile.copyFolder(from, to: campaign.folder.system(period))
      }
      // The settings come last: until they name the period, the next run does the same again.
      if !isWritten { try write(period, before) }
      if let edited { try WholeFile.write(Array(edited.text.utf8), to: campaign.folder.settings) }
    }
    var begun = RegisterChanges(register: campaign.register).begun(period, before: before)
    begun.deadline = edited?.deadline ?? campaign.settings.deadline(of: period)
    begun.isDeadlineGuessed = edited != nil && deadline == nil
    begun.isAdded = edited != nil
    begun.pin = pinned.pin
    begun.changedFiles = pinned.changed
    begun.isBeforeClosed = campaign.settings.locked.contains(before)
    begun.isUnchanged = edited == nil && pinned.from == nil && isWritten
    return begun
  }

  /// Whether a period was begun by this step and waits for its first form: then a run that names no
  /// year means it, and not the one after.
  private func isBegun(_ period: Period) throws -> Bool {
    guard try isInJournal(period) else { return false }
    let store = try campaign.store()
    return try storing { try store.submissions(period: period).isEmpty }
  }

  private func isInJournal(_ period: Period) throws -> Bool {
    guard Store.exists(in: campaign.folder.root.path) else { return false }
    let store = try campaign.store()
    return try storing { try store.journal(period: period).contains { $0.act == .newPeriod } }
  }

  private func write(_ period: Period, _ before: Period) throws {
    let store = try campaign.store()
    _ = try storing {
      try store.write(
        JournalEntry(
          at: now.formatted(.iso8601), author: author, reason: "начат после периода \(before)",
          act: .newPeriod, period: period))
    }
  }

  private static func noYear() -> CampaignError {
    CampaignError(
      .noPeriod,
      ru: "год периода должен быть от \(Period.years.lowerBound) до \(Period.years.upperBound)",
      en: "a period's year lies between \(Period.years.lowerBound) and \(Period.years.upperBound)")
  }

  private static func apart(_ period: Period, _ last: Period, _ next: Period) -> CampaignError {
    CampaignError(
      .noPeriod,
      ru: "последний период — \(last), а \(period) идёт не сразу за ним: сравнить его с прошлым "
        + "годом будет нельзя. Ничего не изменено. Если это описка, дайте --year \(next); если годы "
        + "пропущены намеренно, повторите с ключом --anyway",
      en: "the last period is \(last), and \(period) does not follow it: there will be no year "
        + "before to compare it with. Nothing was changed. If that is a slip, give --year \(next); "
        + "if years are left out on purpose, run again with --anyway")
  }

  private static func before(_ last: Period) -> CampaignError {
    CampaignError(
      .noPeriod, ru: "новый период должен идти после последнего, \(last)",
      en: "a new period must come after the last one, \(last)")
  }
}

/// campaign.yaml.
extension BeginPeriod {
  private func edit(
    adding period: Period, after before: Period
  ) throws -> (text: String, deadline: String) {
    let file = campaign.folder.settings
    let bytes = try WholeFile.read(file)
    var wanted = try OpenCampaign.settings(bytes, file: file)
    try refuseEarly(period)
    let day = try deadline ?? later(wanted.deadline(of: before), by: period.year - before.year)
    wanted.periods.append(period)
    wanted.deadlines[period] = day
    var lines = SettingsLines(String(decoding: bytes, as: UTF8.self))
    let isEdited =
      lines.append(period.description, to: "periods")
      && lines.add(day, of: period, to: "deadline", single: before)
      && lines.name("corrections_until", single: before)
    let read = try? OpenCampaign.settings(Array(lines.text.utf8), file: file)
    guard isEdited, read == wanted else { throw notEdited(period, wanted) }
    return (lines.text, day)
  }

  /// Nobody hands in the form of a period that has not begun.
  private func refuseEarly(_ period: Period) throws {
    guard let day = deadline.flatMap({ CalendarDate(iso: $0) }),
      let first = campaign.pack.periodKind.firstDay(of: period), day < first
    else { return }
    throw CampaignError(
      .noPeriod,
      ru: "срок \(Language.ru.shortDate(day)) — раньше, чем начинается период \(period) "
        + "(\(Language.ru.shortDate(first))); проверьте --deadline и --year",
      en: "the deadline \(day.iso) is before the period \(period) begins (\(first.iso)); look at "
        + "--deadline and --year")
  }

  /// The same day as many years later; 29 February becomes 28.
  private func later(_ day: String?, by years: Int) throws -> String {
    guard let day, let year = Int(day.prefix(4)) else {
      throw CampaignError(
        .noPeriod,
        ru:
          "у прошлого периода нет срока, от которого отсчитать новый: дайте --deadline 2023-01-25",
        en: "the period before has no deadline to reckon from: give --deadline 2023-01-25")
    }
    let rest = day.dropFirst(4)
    return "\(year + years)" + (rest == "-02-29" ? "-02-28" : rest)
  }

  private func notEdited(_ period: Period, _ wanted: CampaignSettings) -> CampaignError {
    let periods = wanted.periods.map(\.description).joined(separator: ", ")
    func days(_ days: [Period: String]) -> String {
      days.sorted { $0.key < $1.key }.map { "\($0): \"\($1)\"" }.joined(separator: ", ")
    }
    var typed = "\n  periods: [\(periods)]\n  deadline: {\(days(wanted.deadlines))}"
    if !wanted.corrections.isEmpty {
      typed += "\n  corrections_until: {\(days(wanted.corrections))}"
    }
    return CampaignError(
      .badSettings,
      ru:
        "campaign.yaml записан так, что строку нельзя добавить надёжно; ничего не изменено. Впишите "
        + "сами и повторите:\(typed)",
      en:
        "campaign.yaml is written in a way that cannot be edited safely; nothing was changed. Type "
        + "this yourself and run again:\(typed)")
  }
}

/// The pack.
extension BeginPeriod {
  private func pin(
    for period: Period, after before: Period
  ) throws -> (from: URL?, pin: BegunPeriod.Pin, changed: [String]) {
    let old = campaign.packFolder(before)
    let place = campaign.folder.system(period)
    if FileManager.default.fileExists(atPath: place.path) {
      return (nil, .there, try PackFolders.differences(old, place))
    }
    switch source {
    case .kept: return (old, .kept, [])
    case .named: return try renewed(namedFolder(), old)
    case .given(let name): return try renewed(PackFolders.find(name), old)
    }
  }

  /// The folder of the pack that the campaign names. One that was made from a folder of one's own
  /// is found under no name.
  private func namedFolder() throws -> URL {
    do {
      return try PackFolders.find(campaign.settings.pack)
    } catch {
      guard let error = error as? CampaignError, error.code == .badPack else { throw error }
      throw CampaignError(
        .badPack,
        ru: error.russian + ". Укажите папку пакета: --pack ПАПКА; или возьмите пакет прошлого "
          + "года без изменений: --keep-pack",
        en: error.english + ". Name the pack's folder: --pack FOLDER; or take last year's pack as "
          + "it was: --keep-pack")
    }
  }

  private func renewed(
    _ folder: URL, _ old: URL
  ) throws -> (from: URL?, pin: BegunPeriod.Pin, changed: [String]) {
    let pack = try PackFolders.load(folder)
    guard pack.code == campaign.pack.code else {
      throw CampaignError(
        .badPack,
        ru:
          "пакет \(folder.path) — «\(pack.code)», а кампания идёт по пакету «\(campaign.pack.code)»: "
          + "годы сравниваются только внутри одного пакета",
        en: "the pack \(folder.path) is \"\(pack.code)\", the campaign runs on "
          + "\"\(campaign.pack.code)\": years are compared within one pack only")
    }
    return (folder, .renewed(folder.path), try PackFolders.differences(old, folder))
  }
}

extension PackFolders {
  /// The files, below a pack's folder, that are not the same in two folders; sorted.
  static func differences(_ one: URL, _ other: URL) throws -> [String] {
    let (old, new) = (try contents(one), try contents(other))
    return Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted()
  }

  private static func contents(_ folder: URL) throws -> [String: String] {
    let folder = folder.resolvingSymlinksInPath()
    var hashes: [String: String] = [:]
    for path in (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? [] {
      let file = folder.appending(path: path)
      let isFile = try? file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile
      guard isFile ?? false else { continue }
      hashes[path] = Store.hash(of: try WholeFile.read(file))
    }
    return hashes
  }
}

package import Monitoring
import Store

/// The step by which a person says which of several files counts.
package struct ChooseFile: Sendable {
  private let campaign: OpenCampaign
  private let unit: UnitCode
  private let period: Period?
  private let file: String
  private let form: String?
  private let note: DecisionNote
  private let isDryRun: Bool

  /// - Parameters:
  ///   - file: its name in the inbox, with or without folders; or the number of its version.
  ///   - form: its code or title; needed only where files of several forms have that name or
  ///     number.
  package init(
    campaign: OpenCampaign, unit: UnitCode, period: Period?, file: String, form: String? = nil,
    note: DecisionNote, isDryRun: Bool
  ) {
    self.form = form
    self.campaign = campaign
    self.unit = unit
    self.period = period
    self.file = file
    self.note = note
    self.isDryRun = isDryRun
  }

  /// - Throws: `CampaignError` for a file that the unit did not send, or that counts already.
  package func run() throws -> DecisionOutcome {
    let form = try DecidedForm(campaign, unit: unit, period: period)
    let one = try chosen(form)
    guard one.standing != .current else {
      throw refusal(
        form, ru: "файл \(one.submission.fileName) и так учитывается",
        en: "the file \(one.submission.fileName) counts already")
    }
    try form.refuseReturned([one])
    var outcome = DecisionOutcome(form: form, isDryRun: isDryRun)
    if isDryRun { return outcome }
    let (findings, counted) = (try form.findings(), try form.counted())
    try storing {
      try form.store.choose(
        hash: one.submission.fileHash, unit: unit, period: form.place.period,
        form: one.submission.form, author: note.author, reason: note.reason, now: note.stamp)
    }
    var rules = RunRules(campaign: campaign)
    try rules.renew(after: form.place, in: form.store)
    outcome.compare(findings, try form.findings(), counted, try form.counted())
    return outcome
  }

  private func chosen(_ form: DecidedForm) throws -> StoredSubmission {
    let stored = try storing {
      try form.store.submissions(unit: unit, period: form.place.period)
    }
    let all = form.submissions(stored, ofForm: self.form)
    let named = all.filter { one in
      let name = one.submission.fileName
      return name == file || name.split(separator: "/").last.map(String.init) == file
    }
    let meant = named.isEmpty ? all.filter { String($0.version) == file } : named
    if meant.count == 1 { return meant[0] }
    let files = all.map { "\($0.version) — \($0.submission.fileName)" }.joined(separator: "; ")
    guard !stored.isEmpty else {
      throw refusal(form, ru: "файлов не поступало", en: "no file has come")
    }
    if all.isEmpty || Set(meant.map(\.submission.form)).count > 1 {
      let forms = form.titles(of: stored)
      throw refusal(
        form, ru: "назовите форму ключом --form; есть: \(forms)",
        en: "name the form by --form; there are: \(forms)")
    }
    throw refusal(
      form,
      ru: meant.isEmpty
        ? "файла «\(file)» нет; есть: \(files)"
        : "файлов «\(file)» несколько; назовите номер версии: \(files)",
      en: meant.isEmpty
        ? "there is no file \"\(file)\"; there are: \(files)"
        : "several files are called \"\(file)\"; name the version's number: \(files)")
  }

  private func refusal(_ form: DecidedForm, ru: String, en: String) -> CampaignError {
    CampaignError(
      .badDecision, ru: "\(form.name), \(form.place.period): \(ru)",
      en: "\(form.name), \(form.place.period): \(en)")
  }
}

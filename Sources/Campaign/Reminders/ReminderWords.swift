import Expressions
import Monitoring
import Reporting
import Wording

/// The words of a reminder: the pack's letters, filled with what is known of a unit's form.
struct ReminderWords {
  let campaign: OpenCampaign
  let register: FormRegister
  /// Nil: nothing is overdue, since nobody says what day it is.
  let today: CalendarDate?
  /// The line that closed the period: what comes now does not count; nil while it is open.
  let closing: JournalEntry?
  private let speaker: FindingSpeaker

  init(
    campaign: OpenCampaign, register: FormRegister, today: CalendarDate?,
    closing: JournalEntry? = nil
  ) {
    self.closing = closing
    self.campaign = campaign
    self.register = register
    self.today = today
    speaker = FindingSpeaker(packs: campaign.packs)
  }

  /// - Throws: `CampaignError.badPack` for a letter that cannot be filled.
  func text(
    _ row: FormRegister.Row, _ unit: Monitoring.Unit?, _ reason: ReminderSummary.Reason,
    attachment: String?
  ) throws -> (subject: String, body: String) {
    let pack = campaign.pack(of: register.period)
    let settings = campaign.settings
    let deadline = reason.isMissing ? register.deadline : register.correctionsUntil
    // As its answer: in a closed period nothing is asked for any more.
    let isClosed = closing != nil && [.errors, .undecided].contains(reason)
    let letter: LetterText.Kind = isClosed ? .closed : reason.letter
    let values: [LetterText.Name: String] = [
      .head: unit?.headDative.map(Typography.capitalized) ?? "",
      .unit: unit?.name(in: register.period).short ?? row.standing.name,
      .period: pack.periodKind.label(register.period),
      .form: pack.forms.first { !$0.isOptional }?.title ?? "",
      .file: files(row), .remarks: refusals(row), .reason: sentBack(row)?.reason ?? "",
      .verdict: verdict(row, reason), .action: action(reason, by: deadline),
      .deadline: deadline.map(Language.ru.longDate) ?? "",
      // Into a closed period nothing is sent without being asked for.
      .formsTo: closing == nil ? formsTo : "",
      .attachments: attachment ?? "",
      .executor: "\(Self.lower(settings.executor.post)) \(settings.executor.name)",
      .organisation: settings.organisation,
    ]
    do {
      return try LetterText(letter, texts: pack.texts).filled(values)
    } catch {
      throw CampaignError(
        .badPack,
        ru: "текст письма letter_\(letter.rawValue) в pack.yaml не заполнить: \(error)",
        en: "the letter letter_\(letter.rawValue) of pack.yaml cannot be filled: \(error)")
    }
  }

  /// Within a sentence a post begins small, unless it begins with an abbreviation.
  private static func lower(_ post: String) -> String {
    guard let first = post.first, !(post.dropFirst().first?.isUppercase ?? true) else {
      return post
    }
    return first.lowercased() + post.dropFirst()
  }

  /// By their names alone, as the unit called them.
  private func files(_ row: FormRegister.Row) -> String {
    let refused = row.standing.refused.map(\.name)
    let files = row.standing.sentAgain.map { [$0] } ?? row.standing.files
    return Self.told(refused.isEmpty ? files : refused).joined(separator: "; ")
  }

  private static func told(_ files: [String]) -> [String] {
    files.map { InboxPath.told($0, among: files) }
  }

  /// Why files were not taken and what to do, a line a reason.
  private func refusals(_ row: FormRegister.Row) -> String {
    return row.standing.refused.flatMap { file in
      file.toUnit.reasons { speaker.toUnit($0) }
    }.enumerated().map { "\($0.offset + 1). \($0.element)" }.joined(separator: "\n")
  }

  private func verdict(
    _ row: FormRegister.Row, _ reason: ReminderSummary.Reason
  ) -> String {
    let late = Self.told(row.standing.late)
    guard late.isEmpty else {
      return [ProtocolMaterial.afterClosing(late) + ".", verdictBesideLate(row, reason)]
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
    return sentence(row, reason)
  }

  /// Of the form that came before the period was closed; what came after it is no longer missed.
  private func verdictBesideLate(
    _ row: FormRegister.Row, _ reason: ReminderSummary.Reason
  ) -> String {
    switch reason {
    case .returned where again(row.standing) == nil: "Форма, которая пришла раньше, возвращена."
    case .errors: "В форме, которая пришла раньше, есть \(errors(row))."
    case .awaited, .missing, .undecided, .returned, .refused: sentence(row, reason)
    }
  }

  private func errors(_ row: FormRegister.Row) -> String {
    Language.ru.counted(row.standing.errors, "ошибка", "ошибки", "ошибок")
  }

  private func sentence(
    _ row: FormRegister.Row, _ reason: ReminderSummary.Reason
  ) -> String {
    switch reason {
    case .awaited, .missing:
      [earlier(row.standing), closed].filter { !$0.isEmpty }.joined(separator: " ")
    case .returned:
      again(row.standing).map {
        ProtocolMaterial.sentAgain(
          $0, as: files(row), on: sentBack(row).map { told($0.at) } ?? "", isOpen: closing == nil)
      } ?? "Форма возвращена, исправленной пока нет."
    case .refused:
      ProtocolMaterial.refusal(of: row.standing.refused.map { InboxPath.last($0.name) })
    case .undecided:
      closing == nil
        ? ProtocolMaterial.question(about: Self.told(row.standing.files))
        : ProtocolMaterial.noneCounts(of: Self.told(row.standing.files))
    case .errors:
      "В форме есть \(errors(row)), исправленная не пришла."
    }
  }

  /// What came in the stead of the form; nothing where nothing did.
  private func earlier(_ standing: UnitStanding) -> String {
    guard !standing.earlier.isEmpty else { return "" }
    let kind = campaign.pack(of: register.period).periodKind
    let period = kind.label(register.period)
    let files = standing.earlier.map(\.file)
    let came = standing.earlier.map { form in
      "Получен файл «\(InboxPath.told(form.file, among: files))»: это форма за "
        + "\(kind.label(form.period))."
    }
    guard closing == nil else { return came.joined(separator: " ") }
    return came.joined(separator: " ")
      + " Нужна форма за \(period); если такие значения и есть за \(period), исправьте период в файле."
  }

  private func sentBack(_ row: FormRegister.Row) -> JournalEntry? {
    row.standing.sentBack ?? row.standing.unmended
  }

  private func again(_ standing: UnitStanding) -> ProtocolMaterial.Again? {
    if standing.unmended != nil { return .values }
    return standing.sentAgain == nil ? nil : .file
  }

  private func action(_ reason: ReminderSummary.Reason, by day: CalendarDate?) -> String {
    guard !reason.isMissing else { return "" }
    guard closing == nil else { return closed }
    guard let day else { return "" }
    // As the answer to the form said it; a date ends with the full stop of «г.».
    let isOver = today.map { day < $0 } ?? false
    let when = isOver ? "как можно скорее: срок истёк" : "до"
    let what = reason == .undecided ? "Ответ" : "Исправленную форму"
    return "\(what) отправьте \(formsTo) \(when) \(Language.ru.longDate(day))"
  }

  /// What is to be known before anything is sent into a closed period; empty while it is open.
  private var closed: String {
    guard let closing else { return "" }
    return
      "\(ProtocolMaterial.closed(on: told(closing.at))): форма, которая придёт теперь, не будет "
      + "учитываться, пока управление не откроет период. Прежде чем отправить её, напишите об этом "
      + "управлению."
  }

  /// The day of a line of the journal, ISO 8601.
  private func told(_ stamp: String) -> String { campaign.days.told(stamp) }

  private var formsTo: String {
    campaign.settings.formsTo ?? "в \(campaign.settings.organisationShort)"
  }
}

extension ReminderSummary.Reason {
  /// Whether nothing came at all.
  package var isMissing: Bool {
    switch self {
    case .awaited, .missing: true
    case .undecided, .errors, .returned, .refused: false
    }
  }

  fileprivate var letter: LetterText.Kind {
    switch self {
    case .awaited: .due
    case .missing: .missing
    case .undecided: .undecided
    case .errors: .errors
    case .returned: .returned
    case .refused: .refused
    }
  }
}

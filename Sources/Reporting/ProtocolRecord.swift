package import Documents
import Findings
import Wording

extension ProtocolMaterial {
  /// The data of the template of a protocol: `organisation`, `unit`, `period`, `form`, `file`,
  /// `version`, `deadline`, `executor`, `verdict`, `groups` (with `title`, `advice`, `remarks`),
  /// `is_clean`, `not_evaluated`. What was explained is the last group; its remarks have
  /// `explanation`, and nothing to do.
  package var record: TemplateRecord {
    let groups = Severity.allCases.compactMap(group) + [explainedGroup].compactMap { $0 }
    let date = CalendarDate(iso: deadline).map(Language.ru.longDate) ?? ""
    return [
      "organisation": .text(organisation), "unit": .text(unit), "period": .text(period),
      "has_period": .flag(!period.isEmpty), "form": .text(form), "file": .text(file),
      "version": .text(version.map(String.init) ?? ""), "has_version": .flag(version != nil),
      "deadline": .text(date), "has_deadline": .flag(!date.isEmpty),
      "executor": .text(executor), "has_executor": .flag(!executor.isEmpty),
      "verdict": .text(verdict), "groups": .list(groups), "is_clean": .flag(remarks.isEmpty),
      "not_evaluated": .text(notEvaluatedWords), "has_not_evaluated": .flag(notEvaluated > 0),
    ]
  }

  /// What the school must do, in one sentence.
  private var verdict: String {
    let errors = count(.error)
    let warnings = count(.warning)
    if errors > 0 {
      let counted = Language.ru.counted(errors, "ошибка", "ошибки", "ошибок")
      return "Форму нужно исправить: \(counted)."
    }
    if warnings > 0 {
      let counted = Language.ru.counted(warnings, "вопрос", "вопроса", "вопросов")
      return "Форма принята; ответьте: \(counted)."
    }
    let explained = remarks.count { $0.explanation != nil }
    if explained > 0 {
      return "Форма принята; пояснения приняты к сведению: \(explained)."
    }
    return "Форма принята без замечаний."
  }

  private var notEvaluatedWords: String {
    let rules = Language.ru.counted(notEvaluated, "правило", "правила", "правил")
    return "Не проверено из-за отсутствия данных: \(rules)."
  }

  private func open(_ severity: Severity) -> [Remark] {
    remarks.filter { $0.severity == severity && $0.explanation == nil }
  }

  private func count(_ severity: Severity) -> Int { open(severity).count }

  private func group(_ severity: Severity) -> TemplateRecord? {
    group(severity.groupTitle, severity.advice, open(severity))
  }

  private var explainedGroup: TemplateRecord? {
    let members = remarks.filter { $0.explanation != nil }.map { remark in
      var settled = remark
      (settled.reason, settled.mend) = ("", "")
      return settled
    }
    return group(
      "Пояснения приняты к сведению", "Делать ничего не нужно; значения учитываются.", members)
  }

  private func group(_ title: String, _ advice: String, _ members: [Remark]) -> TemplateRecord? {
    guard !members.isEmpty else { return nil }
    return [
      "title": .text(title), "advice": .text(advice), "count": .count(members.count),
      "remarks": .list(members.enumerated().map { record($0.element, $0.offset + 1) }),
    ]
  }

  private func record(_ remark: Remark, _ number: Int) -> TemplateRecord {
    [
      "number": .count(number), "place": .text(remark.place), "message": .text(remark.message),
      "reason": .text(remark.reason), "has_reason": .flag(!remark.reason.isEmpty),
      "mend": .text(remark.mend), "has_mend": .flag(!remark.mend.isEmpty),
      "explanation": .text(remark.explanation ?? ""),
      "has_explanation": .flag(remark.explanation != nil), "code": .text(remark.code),
    ]
  }
}

extension Severity {
  /// The heading of its remarks in a protocol.
  var groupTitle: String {
    switch self {
    case .error: "Ошибки"
    case .warning: "Вопросы"
    case .notice: "К сведению"
    }
  }

  /// What a school does about its remarks.
  var advice: String {
    switch self {
    case .error: "До исправления эти значения в расчёт не входят."
    case .warning:
      "Если значение верно, впишите на листе «Пояснения» код замечания или ячейку и причину; "
        + "значения учитываются."
    case .notice:
      "Так прочитаны значения, записанные необычно. Если прочитано верно, делать "
        + "ничего не нужно."
    }
  }
}

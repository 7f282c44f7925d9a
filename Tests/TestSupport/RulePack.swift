/// The files of a pack of two forms, small enough to write every rule of it by hand: what rules of
/// both notations are tested against.
package enum RulePack {
  /// All files with one rule: `text` are its lines from `scope:` or `section:` to `tolerance:`.
  package static func texts(rule text: String, message: String = "Нарушено") -> [String: String] {
    texts(rules: [text], message: message)
  }

  /// All files with these rules, called r0, r1, ….
  package static func texts(
    rules: [String], message: String = "Нарушено"
  ) -> [String: String] {
    var texts = files
    let written = rules.enumerated().map { index, text in
      """
        - code: r\(index)
          severity: error
      \(text.split(separator: "\n").map { "    \($0)\n" }.joined())    russian:
            message: '\(message)'
            reason: Причина.
            mend: Исправьте.

      """
    }
    texts["rules.yaml"] = "rules:\n" + written.joined()
    return texts
  }

  private static let files = [
    "pack.yaml": pack, "dictionaries.yaml": dictionaries, "form.yaml": form,
    "indicators.yaml": "indicators: []\n", "sentences.yaml": "sentences: []\n",
    "recommendations.yaml": "recommendations: []\n", "measures.yaml": "measures: []\n",
    "documents.yaml": "documents: []\n",
  ]

  /// What every small pack has at its head.
  package static let pack = """
    format: 1
    code: small
    version: 1
    title: Малая система
    regulation:
      title: Положение
      requisites: приказ № 1
      goal: не менее 20 %
      tasks: [первая]
    period_kind: calendar
    thresholds:
      share_points: 3
      persons: 3
      count_percent: 10
      gap_points: 30
      gap_persons: 5
    small_cell: 5
    texts:
      intro:
        - Первый абзац.
    """

  private static let dictionaries = """
    dictionaries:
      - code: sections
        title: Разделы
        members:
          - {code: support, title: Сопровождение}
      - code: subjects
        title: Предметы
        members:
          - {code: algebra, title: Алгебра}
          - {code: singing, title: Пение}
      - code: levels
        title: Уровни
        members:
          - {code: low, title: Низкий, properties: {number: "10"}}
          - {code: high, title: Высокий, properties: {number: "20"}}
    """

  private static let form = """
    forms:
      - code: ms-1
        version: 1
        title: Форма МС-1
        sections:
          - code: title
            sheet: Титул
            title: Титул
            layout: list
            fields:
              - {code: unit_code, label: Код, kind: {identity: unit_code}}
              - {code: period, label: Год, kind: {identity: period}}
              - {code: phone, label: Телефон, kind: text}
          - code: staff
            sheet: Кадры
            title: Кадры школы
            layout: list
            fields:
              - {code: total, number: "01", label: Всего, kind: count, unit: чел.}
              - {code: young, number: "02", label: Молодые, kind: count, unit: чел.}
              - {code: old, number: "03", label: Прочие, kind: count, unit: чел.}
              - {code: share, number: "04", label: Доля, kind: percent, unit: '%'}
              - {code: programmes, number: "05", label: Программы, kind: count, unit: ед.}
              - {code: has_plan, number: "06", label: Есть план, kind: yes_no}
          - code: subjects
            sheet: Предметы
            title: По предметам
            layout: {table: subjects}
            fields:
              - {code: teachers, number: "3", label: Педагоги, kind: count, unit: чел.}
              - {code: helped, number: "4", label: Сопровождались, kind: count, unit: чел.}
          - code: hours
            sheet: Часы
            title: Часы
            layout: {table: subjects}
            fields:
              - {code: lessons, number: "3", label: Уроки, kind: count, unit: чел.}
              - {code: remark, number: "4", label: Примечание, kind: text}
          - code: grades
            sheet: Уровни
            title: По уровням
            layout: {table: levels}
            fields:
              - {code: graded, number: "3", label: Педагоги, kind: count, unit: чел.}
          - code: practices
            sheet: Практики
            title: Практики
            layout: records
            fields:
              - {code: practice, number: "1", label: Практика, kind: text}
              - {code: people, number: "2", label: Участники, kind: count, unit: чел.}
      - code: ms-2
        version: 1
        title: Форма МС-2
        sections:
          - code: cover
            sheet: Обложка
            title: Обложка
            layout: list
            fields:
              - {code: second_code, label: Код, kind: {identity: unit_code}}
              - {code: second_period, label: Год, kind: {identity: period}}
          - code: second
            sheet: Итоги
            title: Итоги
            layout: list
            fields:
              - {code: second_total, number: "01", label: Всего, kind: count, unit: чел.}
    """
}

import Packs
import TestSupport

/// A complete pack of two indicators, whose files a test can change.
enum SmallPack {
  static let texts = [
    "pack.yaml": RulePack.pack, "dictionaries.yaml": dictionaries, "form.yaml": form,
    "indicators.yaml": indicators, "rules.yaml": rules, "sentences.yaml": sentences,
    "recommendations.yaml": recommendations, "measures.yaml": measures,
    "documents.yaml": documents, "documents/report.fodt": "",
  ]

  static let dictionaries = """
    dictionaries:
      - code: sections
        title: Разделы
        members:
          - {code: support, title: Сопровождение}
      - code: subjects
        title: Предметы
        members:
          - code: algebra
            title: Алгебра
            aliases: [Математика]
          - {code: singing, title: Пение}
      - code: directions
        title: Направления
        members:
          - {code: d1, title: Первое}
      - code: addressees
        title: Кому
        members:
          - {code: heads, title: Руководители}
      - code: factors
        title: Факторы
        members:
          - code: f1
            title: Фактор
            properties: {kind: internal, direction: d1, indicator: supported}
    """

  static let form = """
    form:
      code: small-1
      version: 1
      title: Форма
      sections:
        - code: title
          sheet: Титул
          title: Титул
          layout: list
          fields:
            - code: unit_code
              label: Код
              kind: {identity: unit_code}
            - code: period
              label: Год
              kind: {identity: period}
        - code: staff
          sheet: Кадры
          title: Кадры
          layout: list
          fields:
            - {code: total, label: Всего, kind: count}
            - {code: helped, label: Сопровождались, kind: count}
            - {code: share, label: Доля, kind: percent, is_required: false}
        - code: subjects
          sheet: Предметы
          title: Предметы
          layout: {table: subjects}
          fields:
            - {code: teachers, label: Педагоги, kind: count}
            - {code: named, label: Отметка, kind: yes_no}
    """

  static let indicators = """
    indicators:
      - code: supported
        label: '1.1'
        title: доля
        short_title: доля
        section: support
        source: п. 1
        kind: share
        unit: '%'
        formulas:
          - numerator: {field: helped, description: кого}
            denominator: {field: total, description: всех}
          - dimension: subjects
            numerator: {field: teachers, description: кого}
            denominator: {field: teachers, description: всех}
        direction: up
        method: сбор
        reference_date: 31 декабря
      - code: goal
        label: Ц.1
        title: цель
        short_title: цель
        source: п. 2
        kind: count
        unit: чел.
        formulas:
          - numerator: {field: helped, description: кого}
        is_municipal_only: true
        direction: up
        target: {at_least: 20, source: п. 2}
        method: сбор
        reference_date: 31 декабря
        breaks: [2020]
    """

  static let rules = """
    rules:
      - code: helped_within_total
        severity: error
        scope: form
        condition: helped <= total
        withholds: [helped]
        leads: helped
        russian:
          message: 'Больше: {{ helped }} > {{ total }}'
          reason: Часть не больше целого.
          mend: Исправьте.
      - code: teachers_within_total
        severity: warning
        scope: {row: subjects}
        condition: >-
          teachers <= total and
          teachers >= 0
        russian:
          message: '{{ row.title }}: {{ teachers }}'
          reason: Часть не больше целого.
          mend: Исправьте.
    """

  static let sentences = """
    sentences:
    \(sentence("supported", "decline"))
    \(sentence("supported", "growth"))
    \(sentence("supported", "steady"))
    \(sentence("supported", "gap"))
    \(sentence("supported", "no_data"))
    \(sentence("goal", "decline"))
    \(sentence("goal", "growth"))
    \(sentence("goal", "steady"))
    \(sentence("goal", "no_data"))
    \(sentence("goal", "target_met"))
    \(sentence("goal", "target_missed"))
    """

  /// Seven lines.
  private static func sentence(_ indicator: String, _ trigger: String) -> String {
    """
      - code: \(indicator)_\(trigger)
        indicator: \(indicator)
        trigger: \(trigger)
        text: >-
          В {{ period }} году: {{ value }}.
        addressees: [heads]
        direction: d1
    """
  }

  static let recommendations = """
    recommendations:
      - code: r1
        addressee: heads
        section: support
        triggers: [decline, gap]
        indicators: [supported]
        direction: d1
        text: Сопровождать всех.
        term: до 1 мая {{ next_period }} года
    """

  static let measures = """
    measures:
      - code: m1
        direction: d1
        title: Семинар
        term: май
        responsible: Отдел
        indicator: supported
        expected: не ниже {{ value }}
    """

  static let documents = """
    documents:
      - code: report
        title: Отчёт
        template: documents/report.fodt
        file_name: Отчёт
        cardinality: once
        audiences: [internal, public]
    """
}

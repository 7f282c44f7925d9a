package import Foundation

/// The tests' own pack with a roster: the one that is shipped, and beside its form a roster whose
/// sheets are in `Fixtures/rosters`.
package enum RosterTexts {
  package static let fixtures = Checkout.fixtures.appending(path: "rosters")

  /// The files of the pack by path; its templates are there and empty.
  package static func pack() throws -> [String: String] {
    let folder = Checkout.templates.appending(path: "vilyuysk")
    var texts: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let isText = path.hasSuffix(".yaml")
      texts[path] =
        isText ? try String(contentsOf: folder.appending(path: path), encoding: .utf8) : ""
    }
    let typed = texts["form.yaml", default: ""]
    texts["form.yaml"] = formsOf(typed)
    texts["rosters.yaml"] = rosters
    texts["rules.yaml", default: ""] += rule
    return texts
  }

  /// Makes a folder with the pack.
  package static func write(to folder: URL) throws {
    try FileManager.default.copyItem(
      at: Checkout.templates.appending(path: "vilyuysk"), to: folder)
    for name in ["form.yaml", "rosters.yaml", "rules.yaml"] {
      try pack()[name]?.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
    }
  }

  /// `form:` as the first of `forms:`, the roster's as the second.
  private static func formsOf(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .drop { $0 != "form:" }.dropFirst()
    let indented = lines.map { $0.isEmpty ? "" : "  " + $0 }
    let typed = indented.joined(separator: "\n").replacing("    code: ms-1", with: "  - code: ms-1")
    return "forms:\n\(typed)\n\(form)"
  }

  /// Compares the roster with the form that is typed.
  package static let rule = """

      - code: staff_by_roster
        severity: warning
        scope: form
        condition: staff_total = roster_staff
        russian:
          message: 'В форме {{ staff_total }}, по списку {{ roster_staff }}'
          reason: Одни и те же люди.
          mend: Сверьте.

    """

  package static let form = """
      - code: roster
        version: 1
        title: Список педагогов
        is_optional: true
        sections:
          - code: roster_title
            sheet: Титул
            title: Чей список
            layout: list
            fields:
              - {code: roster_unit, label: Код организации, kind: {identity: unit_code}}
              - {code: roster_period, label: Отчётный год, kind: {identity: period}}
          - code: roster_counts
            sheet: Подсчёт
            title: Подсчитано по списку
            layout: list
            is_counted: true
            fields:
              - {code: roster_staff, label: Педагоги, kind: count}
              - {code: roster_young, label: Педагоги до 35 лет, kind: count}
              - {code: roster_experienced, label: Стаж в школе от 3 лет, kind: count}
              - {code: roster_external, label: Внешние совместители, kind: count}
          - code: roster_subjects
            sheet: Подсчёт по предметам
            title: Подсчитано по предметам
            layout: {table: subjects}
            is_counted: true
            fields:
              - {code: roster_teachers, label: Учителя, kind: count}
              - {code: roster_young_teachers, label: Учителя до 35 лет, kind: count}
    """

  package static let rosters = """
    rosters:
      - code: teachers
        form: roster
        title: Список педагогов
        sheets: [Педагоги, Список]
        on: "{period}-09-01"
        same_person: [name, born]
        columns:
          - code: name
            label: ФИО
            aliases: ['Фамилия, имя, отчество']
            kind: text
            is_personal: true
          - {code: born, label: Дата рождения, kind: date, is_personal: true}
          - {code: hired, label: Дата приёма на работу, kind: date}
          - code: subject
            label: Предметы
            kind: {choice: subjects}
            separators: ';,'
          - {code: part, label: Внешний совместитель, kind: yes_no, is_blank_no: true}
        counts:
          - {field: roster_staff, where: not part}
          - {field: roster_young, where: age(born) < 35 and not part}
          - {field: roster_experienced, where: years_since(hired) >= 3 and not part}
          - {field: roster_external, where: part}
          - {field: roster_teachers, by: subject, where: not part}
          - {field: roster_young_teachers, by: subject, where: age(born) < 35 and not part}
    """
}

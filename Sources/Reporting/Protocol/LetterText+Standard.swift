extension LetterText {
  /// The words for packs that have none of their own.
  static func standard(_ kind: Kind) -> [String] {
    [subject(kind), "{{ head }}", opening(kind)] + middle(kind) + closing
  }

  private static func subject(_ kind: Kind) -> String {
    let about = "{{ form }}, {{ period }}: "
    return switch kind {
    case .errors: about + "нужно исправить ошибки"
    case .undecided: about + "выберите верный файл"
    case .questions: about + "ответьте на вопросы"
    case .clean: about + "форма принята"
    case .returned: about + "форма возвращена"
    case .refused: about + "файл не принят"
    case .closed: about + "период закрыт"
    case .due: about + "напоминание о сроке"
    case .missing: about + "форма не поступила"
    }
  }

  private static func opening(_ kind: Kind) -> String {
    switch kind {
    // More than one form, or none, may be spoken of.
    case .refused, .closed: "Организация: {{ unit }}. {{ verdict }}"
    case .errors, .undecided, .questions, .clean, .returned:
      "Проверена форма, которую прислала организация {{ unit }}. {{ verdict }}"
    case .due:
      "Напоминаем: форму «{{ form }}» за {{ period }} организация {{ unit }} должна представить "
        + "до {{ deadline }}"
    case .missing:
      "Форма «{{ form }}» за {{ period }} от организации {{ unit }} не поступила. "
        + "Срок истёк {{ deadline }}"
    }
  }

  private static func middle(_ kind: Kind) -> [String] {
    switch kind {
    case .errors, .undecided, .questions:
      ["{{ action }}", "Главное:\n{{ remarks }}", "{{ more }}", "Приложено:\n{{ attachments }}"]
    case .returned:
      [
        "Файл: {{ file }}", "Причина: {{ reason }}", "{{ action }}", "Замечания:\n{{ remarks }}",
        "{{ more }}",
        "Приложено:\n{{ attachments }}",
      ]
    case .refused:
      [
        "Что не так и что сделать:\n{{ remarks }}", "{{ more }}",
        "Причина прежнего возврата: {{ reason }}", "{{ action }}", "Приложено:\n{{ attachments }}",
      ]
    case .closed:
      [
        "{{ action }}", "Замечания:\n{{ remarks }}", "{{ more }}",
        "Приложено:\n{{ attachments }}",
      ]
    case .clean: ["Делать ничего не нужно. Спасибо.", "Приложено:\n{{ attachments }}"]
    case .due, .missing:
      ["{{ verdict }}", "Форму отправьте {{ forms_to }}.", "Приложено:\n{{ attachments }}"]
    }
  }

  private static let closing = ["На вопросы отвечает {{ executor }}.", "{{ organisation }}"]
}

import Monitoring
import Spreadsheets
import Wording

/// The words of the instruction. What is about one district comes from the pack and the campaign.
struct InstructionTexts {
  let occasion: FormOccasion
  /// The sheet that checks what was filled in; nil where there is none.
  let checkSheet: String?
  /// The sheet where a school explains what is unusual; nil where there is none.
  let explanationSheet: String?
  /// Where the fields of the form stand.
  let places: FormPlaces

  var chapters: [InstructionSheet.Chapter] {
    [
      .init(title: "Как заполнять", paragraphs: filling),
      .init(title: stateTitle, paragraphs: states),
      .init(title: "Проверка перед отправкой", paragraphs: checking),
      .init(title: "Куда и когда сдать", paragraphs: handingIn),
      .init(title: "Как понимаются показатели", paragraphs: readings),
    ]
  }

  private var filling: [String] {
    var texts = [
      "Заполняйте только цветные ячейки. Остальные защищены от случайных правок; пароля на защите "
        + "нет.",
      "Клавиша Tab ведёт по ячейкам, которые нужно заполнить, и пропускает остальные.",
      "Яркая ячейка обязательна и ещё пуста; когда значение введено, она становится светлой.",
      "Числа вводите цифрами, без слов и единиц измерения: 12, а не «12 чел.». Дробную часть "
        + "отделяйте запятой.",
    ]
    if occasion.schema.fields.contains(where: occasion.last.shows) {
      texts.append(
        "В серых графах «\(occasion.last.heading)» стоит то, что организация показала годом раньше. "
          + "Они даны для сравнения: исправлять их не нужно, сведения из них не берутся.")
    }
    texts += [
      "Код и наименование организации и отчётный год уже вписаны. Если они неверны, не исправляйте "
        + "их, а сообщите тому, кто прислал форму.",
      "Не удаляйте и не переставляйте строки, графы и листы.",
      "Скопированное вставляйте только как значения (команда «Специальная вставка»): обычная вставка "
        + "снимает с ячеек проверку ввода.",
    ]
    if let text = optional { texts.append(text) }
    return texts + occasion.schema.instruction
  }

  private var optional: String? {
    let names = occasion.schema.sections.filter { $0.isOptional && !$0.isCounted }
      .map { "«\(occasion.names.name(of: $0))»" }
    guard let first = names.first else { return nil }
    return names.count == 1
      ? "Лист \(first) заполняется, если есть что сообщить."
      : "Листы \(Language.ru.list(names)) заполняются, если есть что сообщить."
  }

  /// What people type where a field does not apply.
  private var notApplicable: String? { occasion.pack.readings.notApplicable.first }

  private var stateTitle: String {
    notApplicable.map { "Что означают 0, «\($0)» и пустая ячейка" }
      ?? "Что означают 0 и пустая ячейка"
  }

  private var states: [String] {
    let words = notApplicable.map {
      "«\($0)» – показатель к организации не относится; в расчётах такая ячейка не участвует."
    }
    return ["0 – подсчитали, и таких нет."] + (words.map { [$0] } ?? []) + [
      "Пустая ячейка – сведений нет. Нулём она не считается; если ячейка обязательна, форму вернут "
        + "с вопросом."
    ]
  }

  private var checking: [String] {
    var texts: [String] = []
    if let checkSheet {
      texts.append(
        "Лист «\(checkSheet)» проверяет форму, пока вы её заполняете, и называет замечания словами. "
          + "Отправляйте форму, когда ошибок на нём нет.")
    }
    if let explanationSheet {
      texts.append(
        "Если вопрос верно отмечает необычное, но так оно и есть, объясните причину на листе "
          + "«\(explanationSheet)»: назовите ячейку\(example) или код замечания и напишите, почему "
          + "так. Отписка («–», «верно») вопроса не снимет; ошибку объяснить нельзя, её нужно "
          + "исправить.")
    }
    return texts
  }

  /// « (например, «Кадры!D14»)»: the first cell of the form with a number; "" where there is none.
  private var example: String {
    let cells = occasion.schema.fields.lazy.filter(\.isNumeric).compactMap { field in
      places.current.filter { $0.key.field == field.code }.values
        .min { ($0.address.row, $0.address.column) < ($1.address.row, $1.address.column) }
    }
    guard let cell = cells.first, let sheet = cell.sheet else { return "" }
    return " (например, «\(sheet)!\(cell.address)»)"
  }

  private var handingIn: [String] {
    let settings = occasion.settings
    var texts: [String] = []
    if let deadline = Deadline.text(occasion) {
      texts.append("Срок – не позднее \(deadline)")
    }
    texts.append(
      "Форму отправьте \(settings.formsTo ?? "в \(settings.organisationShort)"). Файл сохраните в том "
        + "же виде, в каком получили (XLSX или ODS); скан и фотография форму не заменяют.")
    let executor = settings.executor
    texts.append("На вопросы о заполнении ответит \(Self.lower(executor.post)) \(executor.name)")
    return texts.map { $0.hasSuffix(".") ? $0 : $0 + "." }
  }

  private static func lower(_ post: String) -> String { Typography.uncapitalized(post) }

  /// The readings that the pack declares for the indicators of this form, each once, with the
  /// indicators that it is about.
  private var readings: [String] {
    let fields = Set(occasion.schema.fields.map(\.code))
    let indicators = occasion.pack.indicators.filter { indicator in
      indicator.formulas.contains { formula in
        fields.contains(formula.numerator.field)
          || formula.denominator.map { fields.contains($0.field) } ?? false
      }
    }
    var order: [String] = []
    var labels: [String: [String]] = [:]
    for indicator in indicators {
      for reading in indicator.readings {
        if labels[reading] == nil { order.append(reading) }
        labels[reading, default: []].append(indicator.label)
      }
    }
    return order.map { reading in
      let about = labels[reading] ?? []
      guard about.count <= Self.namedIndicators else { return reading }
      let word = about.count == 1 ? "Показатель" : "Показатели"
      return "\(word) \(about.joined(separator: ", ")). \(reading)"
    }
  }

  /// A reading of more indicators than this is about all of them.
  private static let namedIndicators = 4
}

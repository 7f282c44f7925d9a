import Spreadsheets
import Wording

/// The words of `svodka cells`.
struct CellsWords {
  let language: Language

  var hidden: String { say("скрыт", "hidden") }
  var merged: String { say("объединены", "merged") }
  var hiddenRows: String { say("строки скрыты", "hidden rows") }
  var hiddenColumns: String { say("графы скрыты", "hidden columns") }
  var comment: String { say("примечание", "comment") }
  var validation: String { say("проверка", "validation") }
  var protected: String { say("лист защищён", "protected") }
  var structureProtected: String { say("книга защищена", "structure protected") }
  var password: String { say("паролем", "by a password") }
  var name: String { say("имя", "name") }
  var table: String { say("таблица", "table") }
  var producer: String { say("программа", "program") }
  var created: String { say("создана", "created") }
  var modified: String { say("сохранена", "saved") }
  var notice: String { say("замечание", "notice") }

  /// - Parameter type: as `ListedValue` names it.
  func type(_ type: String) -> String {
    guard language == .ru else { return type }
    let russian = [
      "number": "число", "text": "текст", "boolean": "логическое", "date": "дата",
      "time": "время", "datetime": "дата и время", "duration": "длительность",
      "error": "ошибка", "formula": "без результата",
    ]
    return russian[type] ?? type
  }

  func described(_ rule: CellValidation) -> String {
    let limits = [rule.comparison?.rawValue, rule.first, rule.second].compactMap(\.self)
    let words =
      [rule.kind.rawValue] + limits + (rule.items.map { [$0.joined(separator: " | ")] } ?? [])
    return words.joined(separator: " ")
  }

  func meaning(_ code: Notice.Code) -> String {
    switch code {
    case .longNumber: say("число длиннее 15 цифр", "a number of more than 15 digits")
    case .textNumber: say("текст, похожий на число", "a text that looks like a number")
    case .brokenValue: say("значение не своего типа", "a value that is none of its type")
    case .twice: say("две ячейки по одному адресу", "two cells at one address")
    case .underMerge: say("значение под объединением", "a value that a merge covers")
    case .misplaced: say("место ячейки указано неверно", "a cell whose place is given wrongly")
    case .hidden: say("значение в скрытом", "a value in what is hidden")
    case .noResult: say("формула без результата", "a formula without a result")
    case .error: say("ошибка вместо значения", "an error as a value")
    case .earlyDate: say("дата до марта 1900 года", "a day before March 1900")
    case .tabLeftOut: say("знак табуляции пропущен", "a tab that is left out")
    case .partUnread: say("часть листа не прочитана", "a part of the sheet is not read")
    case .repeatedPart: say("две части файла с одним именем", "two parts of one name")
    case .macros: say("макросы не смотрели", "macros were not looked at")
    }
  }

  private func say(_ russian: String, _ english: String) -> String {
    switch language {
    case .ru: russian
    case .en: english
    }
  }
}

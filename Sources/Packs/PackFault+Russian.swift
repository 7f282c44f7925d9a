import Expressions
import Wording

extension PackFault.Problem {
  var russian: String {
    switch self {
    case .missingFile: "такого файла нет"
    case .unreadableFile(let reason): "файл не читается: \(reason)"
    case .tooLarge(let bytes, let limit):
      "размер файла — \(Language.ru.number(bytes)) байт, предел — \(Language.ru.number(limit))"
    case .tooManyNodes(let limit):
      "в файле больше \(Language.ru.number(limit)) значений вместе с подставленными ссылками"
    case .tooDeep(let limit):
      "вложенность больше \(limit) \(Language.ru.plural(limit, "уровня", "уровней", "уровней"))"
    case .notUTF8: "это не текст в кодировке UTF-8"
    case .notYAML(let slip): slip.russian
    case .emptyFile: "файл пуст"
    case .duplicateKey(let key): "ключ `\(key)` указан второй раз"
    case .unknownKey(let key): "неизвестный ключ `\(key)`"
    case .missingKey(let key): "не указано `\(key)`"
    case .wrongShape(let needed): "здесь должно стоять: \(needed.russian)"
    case .notAllowed(let word, let allowed):
      "`\(word)` здесь не допускается; возможные значения: \(allowed.joined(separator: ", "))"
    case .badCode(let code):
      "код `\(code)` должен начинаться со строчной латинской буквы и состоять из таких букв, цифр, "
        + "_ и -"
    case .belowLeast(let number, let least): "\(number) меньше \(least)"
    case .tooManyElements(let key, let limit):
      "в списке `\(key)` больше \(limit) "
        + Language.ru.plural(limit, "элемента", "элементов", "элементов")
    case .unknownFormat(let found, let known):
      "формат \(found) новее программы, она знает формат \(known)"
    case .duplicateCode(let code, let line): "код `\(code)` уже есть в строке \(line)"
    case .ambiguousName(let name, let other): "название «\(name)» уже принадлежит `\(other)`"
    case .unknown(let reference, let name): reference.russian(name)
    case .badExpression(let error): error.code.russian(error)
    case .wrongArgumentCount(let function, let needed):
      "число аргументов функции `\(function)` должно быть: \(needed)"
    case .ruleWithoutField: "в условии нет ни одного поля"
    case .fieldHasRows(let field):
      "у поля `\(field)` много строк: укажите его внутри sum(…), max(…), min(…), count(…) или "
        + "distinct(…) либо выберите область {row: …}"
    case .fieldHasNoRows(let field):
      "поле `\(field)` — не графа таблицы: его значение — просто `\(field)`"
    case .wrongUnit(let unit, let other):
      "«\(unit)» стоит рядом с «\(other)»: складывать и сравнивать можно значения в одних единицах; у "
        + "отношения и произведения единиц нет"
    case .previousTwice:
      "`previous` внутри `previous` — тот же прошлый год: правило смотрит на год назад, не дальше"
    case .exclusive(let key, let other): "`\(key)` и `\(other)` исключают друг друга"
    case .toleranceWithoutComparison:
      "для точности нужно сравнение в условии: =, <>, <, <=, > или >="
    case .notNumeric(let field): "в поле `\(field)` не числа"
    case .notWhole(let field):
      "у поля `\(field)` есть строки: для значения по организации в целом нужно поле списка"
    case .notInTable(let field, let dictionary):
      "поле `\(field)` — не графа таблицы по справочнику `\(dictionary)`"
    case .notByDictionary(let field, let dictionary):
      "поле `\(field)` — графа таблицы по справочнику `\(dictionary)`: в `by` нужен столбец этого "
        + "справочника"
    case .notCounted(let field, let form):
      "поле `\(field)` должно быть вида `count` и стоять в разделе формы `\(form)` с "
        + "`is_counted: true`"
    case .uncounted(let field):
      "поле `\(field)` ничем не заполняется: в форме списка есть только титульные поля и то, что "
        + "подсчитывается"
    case .denominatorMissing: "для доли нужен знаменатель, `denominator`"
    case .denominatorOfCount: "у количества нет знаменателя, `denominator`"
    case .notInSection(let indicator, let section):
      "показатель `\(indicator)` не относится к разделу `\(section)`"
    case .noTarget(let indicator): "у показателя `\(indicator)` нет целевого значения"
    case .missingSentence(let indicator, let trigger):
      "нет предложения на случай `\(trigger)` для показателя `\(indicator)`"
    case .missingRecommendation(let addressee, let section):
      "нет рекомендации для `\(addressee)` по разделу `\(section)`"
    case .missingIdentity(let identities):
      "в форме нужно поле вида "
        + identities.map { "{identity: \($0)}" }.joined(separator: " и ")
    case .notAFreeText(let field):
      "поле `\(field)` — не текст в свободных строках (раздел `layout: records`, `kind: text`)"
    case .contactNotPersonal(let field):
      "`contact` бывает у текстов о человеке: полю `\(field)` нужны `kind: text` и "
        + "`is_personal: true`"
    case .explanationsApart: "поля `about` и `text` должны стоять в одном разделе"
    case .missingTemplate(let path): "нет шаблона `\(path)`"
    case .pathOutside(let path): "путь `\(path)` ведёт за пределы папки"
    case .fileNameWithoutUnit:
      "в имени файла документа для каждой организации нужно {unit}, иначе файлы заменят друг друга"
    case .bindingWithoutRows:
      "хотя бы одно из `unit`, `period`, `field` и `member` должно стоять в графе: {column: …} или "
        + "{headed: …}"
    case .lockedInSettings:
      "период закрывает команда, которая хранит подписанные итоги: svodka lock; эту строку уберите"
    case .periodsNotAscending:
      "периоды должны идти от раннего к позднему и не повторяться"
    case .unknownPeriod(let period): "\(period) нет среди периодов"
    case .nobodyHandsIn:
      "ниже первого уровня, то есть корня, хотя бы одному нужно `hands_in: true`; сам корень форм "
        + "не сдаёт"
    case .unknownTimeZone(let name): "часового пояса `\(name)` нет; пишите как Asia/Yakutsk"
    case .deadlineMissing(let period): "здесь нет срока последнего периода, \(period)"
    case .correctionsBeforeDeadline: "исправления кончаются раньше, чем срок сдачи форм"
    }
  }
}

extension PackFault.Shape {
  fileprivate var russian: String {
    switch self {
    case .text: "текст"
    case .list: "список"
    case .mapping: "ключи со значениями"
    case .flag: "true (да) или false (нет)"
    case .whole: "целое число"
    case .number: "число, дробная часть — после точки"
    case .year: "год от 1990 до 2100"
    case .column: "графа латинскими заглавными буквами, как \"B\""
    case .cell: "ячейка латинскими заглавными буквами, как \"A2\""
    case .date: "дата в виде \"2021-06-15\""
    case .referenceDay:
      "день в виде \"{period}-12-31\" или \"{previous_period}-09-01\" либо {field: …} с датой"
    }
  }
}

extension PackFault.Reference {
  fileprivate func russian(_ name: String) -> String {
    switch self {
    case .dictionary: "нет справочника `\(name)`"
    case .member(let dictionary): "в справочнике `\(dictionary)` нет элемента `\(name)`"
    case .field: "в форме нет поля `\(name)`"
    case .section: "ни в одной форме нет раздела `\(name)`"
    case .indicator: "нет показателя `\(name)`"
    case .name: "имя `\(name)` здесь неизвестно"
    case .function: "нет функции `\(name)`"
    case .form: "нет формы `\(name)`"
    case .column: "в списке нет столбца `\(name)`"
    }
  }
}

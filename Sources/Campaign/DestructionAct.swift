import Foundation
import Monitoring
import Wording

/// «Акт об уничтожении персональных данных» with what the order of Roskomnadzor of 28.10.2022
/// № 179 asks for; what the program cannot know is left to be filled in.
struct DestructionAct {
  let settings: CampaignSettings
  /// What the rosters hold, in the words of the pack: the labels of their columns.
  let categories: [String]
  let summary: ForgetSummary
  /// UTC.
  let stamp: String
  /// The same moment by the clocks of the campaign: they say of which day the act is.
  let local: String
  /// Folders of answers to units, below the campaign's.
  let answers: [String]

  static let folder = "out/forgotten"

  /// - Returns: its path below the campaign's folder. An act of that day is never overwritten.
  func write(to folder: CampaignFolder) throws -> String {
    var number = 1
    var path: String
    repeat {
      path = "\(Self.folder)/act-\(local.prefix(10))" + (number > 1 ? "-\(number)" : "") + ".txt"
      number += 1
    } while FileManager.default.fileExists(atPath: folder.root.appending(path: path).path)
    try WholeFile.write(Array(text.utf8), to: folder.root.appending(path: path))
    return path
  }

  private static let blank = String(repeating: "_", count: 24)

  private var text: String {
    """
    АКТ
    об уничтожении персональных данных

    \(CalendarDate(iso: local).map(Language.ru.longDate) ?? stamp)\
    \(settings.place.isEmpty ? "" : ", \(settings.place)")

    Оператор: \(settings.organisation)
    Адрес оператора: \(Self.blank)
    Обработку по поручению оператора вело: \(Self.blank)
    Чьи данные: люди, записанные в файлах, которые перечислены ниже
    Категории данных: \(categories.isEmpty ? Self.blank : categories.joined(separator: "; "))
    Информационная система: кампания мониторинга, программа Svodka
    Способ: файлы удалены с диска, база данных записана заново без удалённых строк
    Причина: \(reason)
    Дата уничтожения: \(stamp)

    Уничтожены:
    \(files)

    Проверка: \(proof)
    Сохранены контрольные суммы файлов и число людей по условиям; имён среди них нет.
    Журнал всех уничтожений – в файле journal.txt рядом с этим актом.

    Уничтожили:
    \(Self.blank)  \(Self.blank)  \(Self.blank)
    (должность)               (подпись)                 (фамилия, имя, отчество)

    """
  }

  private var files: String {
    summary.destroyed.enumerated().map { number, file in
      "\(number + 1). \(file.path)\n   "
        + Language.ru.counted(file.size, "байт", "байта", "байт") + ", SHA-256 \(file.hash)"
    }.joined(separator: "\n")
  }

  private var reason: String {
    let law = "(ч. 7 ст. 5 Федерального закона от 27.07.2006 № 152-ФЗ)"
    guard let term = summary.term.flatMap({ CalendarDate(iso: $0) }) else {
      return "списки подсчитаны, хранить их кампания не предусматривает \(law)"
    }
    return "срок хранения – по \(Language.ru.longDate(term)) \(law)"
  }

  private var proof: String {
    let seen = "после удаления папка кампании просмотрена заново; \(left)\(unknown)"
    guard !summary.unopened.isEmpty else { return seen }
    return seen + "\nНе удалось просмотреть, и о них здесь ничего не утверждается:\n"
      + summary.unopened.map { "   \($0.path) – \($0.reason.russian)" }.joined(separator: "\n")
  }

  /// Copies with remarks and letters have hashes of their own.
  private var unknown: String {
    guard !answers.isEmpty else { return "" }
    return "\nКопии с замечаниями и письма в ответах организациям этой проверкой не охвачены: их "
      + "контрольные суммы другие. Просмотрите сами: \(answers.joined(separator: ", "))."
  }

  private var left: String {
    guard !summary.remaining.isEmpty else {
      return (summary.unopened.isEmpty ? "" : "в том, что просмотрено, ")
        + "файлов с этими контрольными суммами нет."
    }
    let count = summary.remaining.count
    return "в ней "
      + Language.ru.plural(count, "остался ", "остались ", "осталось ")
      + Language.ru.counted(count, "файл", "файла", "файлов") + " со списками:\n"
      + summary.remaining.map { "   SHA-256 \($0.file.hash)" }.joined(separator: "\n")
  }
}

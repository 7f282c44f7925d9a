import Foundation
import Monitoring
import Wording

/// «Акт об уничтожении»: what was destroyed, when, why and how it was proved, to be signed.
struct DestructionAct {
  let settings: CampaignSettings
  let summary: ForgetSummary
  let stamp: String

  /// - Returns: its path below the campaign's folder. An act of that day is never overwritten.
  func write(to folder: CampaignFolder) throws -> String {
    var number = 1
    var path: String
    repeat {
      path = "out/forgotten/act-\(stamp.prefix(10))" + (number > 1 ? "-\(number)" : "") + ".txt"
      number += 1
    } while FileManager.default.fileExists(atPath: folder.root.appending(path: path).path)
    try WholeFile.write(Array(text.utf8), to: folder.root.appending(path: path))
    return path
  }

  private var text: String {
    let date = CalendarDate(iso: stamp).map(Language.ru.longDate) ?? stamp
    let files = summary.destroyed.enumerated().map { number, file in
      """
      \(number + 1). \(file.path)
         размер: \(Language.ru.measured(Language.ru.number(file.size), in: "байт")), SHA-256: \(file.hash)
         уничтожен: \(stamp)
      """
    }
    return """
      АКТ
      об уничтожении файлов с персональными данными

      \(date)\(settings.place.isEmpty ? "" : ", \(settings.place)")

      Оператор: \(settings.organisation)
      Категории данных: сведения о работниках из списков организаций
      Причина: \(reason)
      Способ: файлы удалены с диска, база данных записана заново без удалённых строк

      Уничтожены:
      \(files.joined(separator: "\n"))

      Проверка: \(proof)
      Сохранены контрольные суммы файлов и число людей по условиям; имён среди них нет.

      Уничтожение провёл: ____________________  /  ____________________
                          (должность, подпись)     (фамилия, инициалы)

      """
  }

  private var reason: String {
    guard let term = summary.term.flatMap({ CalendarDate(iso: $0) }) else {
      return "списки подсчитаны, хранить их кампания не предусматривает (ч. 7 ст. 5 "
        + "Федерального закона от 27.07.2006 № 152-ФЗ)"
    }
    return "срок хранения – по \(Language.ru.longDate(term)) (ч. 7 ст. 5 Федерального закона от "
      + "27.07.2006 № 152-ФЗ)"
  }

  private var proof: String {
    guard !summary.remaining.isEmpty else {
      return "в папке кампании файлов с этими контрольными суммами нет."
    }
    let count = summary.remaining.count
    return "в папке кампании "
      + Language.ru.plural(count, "остался ", "остались ", "осталось ")
      + Language.ru.counted(count, "файл", "файла", "файлов") + " со списками:\n"
      + summary.remaining.map { "   SHA-256: \($0.file.hash)" }.joined(separator: "\n")
  }
}

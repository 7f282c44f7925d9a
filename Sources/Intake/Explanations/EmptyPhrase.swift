import Findings

/// Tells an explanation from a text that explains nothing.
enum EmptyPhrase {
  /// Words that say that it is so, and not why.
  private static let assents = Set(
    LabelWords.folded(
      "да нет верно верны верный верные правильно правильный правильные все всё так и есть "
        + "ок ok это данные значение значения проверено проверили подтверждаем подтверждаю "
        + "подтверждено в порядке норм нормально ошибка ошибки ошибок замечаний данных сведения "
        + "сведений yes no it is right correct all the value data"))

  /// Whether a text is «-», one word, or a mere «да, всё верно».
  static func isSilent(_ text: String) -> Bool {
    let words = Set(LabelWords.folded(text).filter { $0.contains(where: \.isLetter) })
    return words.count < 2 || words.isSubset(of: assents)
  }

  /// Whether a text says nothing but what the finding says itself.
  static func repeats(_ text: String, _ finding: Finding, _ said: [FindingWords]) -> Bool {
    let known = said.flatMap { [$0.headline, $0.reason, $0.mend] } + [finding.code.rawValue]
    let words = LabelWords.folded(text).filter { $0.contains(where: \.isLetter) }
    return Set(words).isSubset(of: known.flatMap(LabelWords.folded))
  }
}

/// Errors of spreadsheet programs that stand in a cell as text: someone copied what was seen.
enum ErrorText {
  private static let names: Set<String> = [
    "#ССЫЛКА!", "#ДЕЛ/0!", "#ЗНАЧ!", "#ИМЯ?", "#Н/Д", "#ЧИСЛО!", "#ПУСТО!", "#ПЕРЕНОС!",
    "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#N/A", "#NUM!", "#NULL!", "#SPILL!", "#CALC!",
  ]

  /// «#ССЫЛКА!», «#REF!», «Err:502», «Ошибка:502».
  static func isError(_ text: String) -> Bool {
    let text = NumberText.trimmed(text).uppercased()
    guard text.first == "#" || text.last?.isASCIIDigit == true else { return false }
    if names.contains(text) { return true }
    let parts = text.split(separator: ":", maxSplits: 1)
    return parts.count == 2 && ["ERR", "ОШИБКА"].contains(parts[0])
      && parts[1].allSatisfy(\.isASCIIDigit) && parts[1].count == 3
  }
}

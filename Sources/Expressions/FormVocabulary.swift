/// The words of the form notation, in lower case, without «ё».
enum FormVocabulary {
  enum Axis {
    case row
    case column
  }

  static let axes: [String: Axis] = [
    "стр": .row, "строка": .row, "строки": .row, "строке": .row, "строкой": .row,
    "строку": .row, "строк": .row,
    "гр": .column, "графа": .column, "графы": .column, "графе": .column, "графой": .column,
    "графу": .column, "граф": .column,
  ]

  static let sheets: Set<String> = ["лист", "листа", "листе", "раздел", "раздела", "разделе"]
  static let forms: Set<String> = ["форма", "формы", "форме"]

  static let functions: [String: BuiltInFunction] = [
    "сумма": .sum, "суммы": .sum, "сумме": .sum, "суммой": .sum,
    "максимум": .max, "наибольшее": .max, "минимум": .min, "наименьшее": .min,
    "модуль": .abs, "количество": .count, "разных": .distinct,
  ]

  static let connectives: [String: Token.Kind] = [
    "и": .infix(.and), "или": .infix(.or), "не": .not,
  ]

  /// What a rule over many cells calls the one that it looks at.
  static let values: Set<String> = ["значение", "значения", "ячейка"]

  /// Operators in words, the longest first.
  static let comparisons: [(words: [String], infix: InfixOperator)] = {
    let more = ["больше", "более", "выше"]
    let less = ["меньше", "менее", "ниже"]
    let equal = ["равно", "равна", "равен", "равны", "равняется"]
    return equal.flatMap { word in more.map { ([$0, "или", word], .greaterOrEqual) } }
      + equal.flatMap { word in less.map { ([$0, "или", word], .lessOrEqual) } }
      + (more + ["превышает"]).map { (["не", $0], .lessOrEqual) }
      + less.map { (["не", $0], .greaterOrEqual) } + equal.map { (["не", $0], .notEqual) }
      + (more + ["превышает"]).map { ([$0], .greater) } + less.map { ([$0], .less) }
      + equal.map { ([$0], .equal) }
  }()

  /// Whether two words mean last year: «прошлый год», «предыдущего периода».
  static func isLastYear(_ first: String, _ second: String) -> Bool {
    ["прошл", "предыдущ", "предшеств"].contains { first.hasPrefix($0) }
      && ["год", "период"].contains { second.hasPrefix($0) }
  }
}

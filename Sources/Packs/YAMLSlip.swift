/// Why a text is no YAML: what its reader says in English, and what a person is to do about it.
package struct YAMLSlip: Sendable, Hashable {
  /// «could not find expected ':'».
  package var problem: String
  /// What was being read, «while scanning a quoted scalar», and in which line it began, from 1; nil
  /// where the reader does not say.
  package var context: String?
  package var contextLine: Int?

  package init(problem: String, context: String? = nil, contextLine: Int? = nil) {
    self.problem = problem
    self.context = context
    self.contextLine = contextLine
  }
}

extension YAMLSlip {
  /// Whether a key has no colon: the reader sees that only below it, and it is mended where it is.
  var isOfKey: Bool { problem.contains(Self.keyWithoutColon) }

  private static let keyWithoutColon = "could not find expected ':'"

  var english: String {
    let line = contextLine.map { " of line \($0)" } ?? ""
    return context.map { "\($0)\(line): \(problem)" } ?? problem
  }

  /// A sentence of ours, then the reader's own words.
  var russian: String {
    let begun = isUnclosed ? contextLine.map { "; открыто в строке \($0)" } ?? "" : ""
    return "\(advice)\(begun) (\(problem))"
  }

  /// Whether something that was opened has no end: then it matters where it was opened.
  private var isUnclosed: Bool {
    problem.contains("end of stream") || problem.contains("expected ','")
      || problem.contains("document indicator")
  }

  /// By the words of libyaml's scanner and parser.
  private static let advices: [(words: String, advice: String)] = [
    (
      keyWithoutColon,
      "после названия нужны двоеточие и пробел, «ключ: значение»"
    ),
    (
      "mapping values are not allowed",
      "двоеточие с пробелом здесь лишнее или строка сдвинута; каждый ключ начинают с новой строки под "
        + "соседними, значение с двоеточием берут в кавычки"
    ),
    (
      "did not find expected key",
      "здесь ожидался ключ; проверьте, что соседние ключи начинаются в одном столбце, а кавычки выше "
        + "закрыты"
    ),
    (
      "expected '-' indicator",
      "здесь ожидался пункт списка, «- »; все пункты начинаются в одном столбце"
    ),
    ("tab character", "в отступе стоит табуляция; замените её пробелами"),
    (
      "cannot start any token",
      "с такого знака значение не начинают; возьмите его в кавычки, а табуляцию замените пробелами"
    ),
    ("end of stream", "кавычка или скобка не закрыта"),
    ("document indicator", "кавычка не закрыта"),
    ("expected ',' or ']'", "в списке нужна запятая или закрывающая скобка «]»"),
    ("expected ',' or '}'", "нужна запятая или закрывающая скобка «}»"),
    ("expected node content", "здесь ожидалось значение"),
    (
      "block sequence entries are not allowed",
      "пункт списка, «- », начинают с новой строки"
    ),
    ("undefined alias", "значение, которое начинается со знака «*», берут в кавычки"),
    (
      "alphabetic or numeric character",
      "значение, которое начинается со знака «*» или «&», берут в кавычки"
    ),
    (
      "escape character",
      "знак «\\» в двойных кавычках — особый; возьмите значение в одинарные кавычки"
    ),
  ]

  private var advice: String {
    Self.advices.first { problem.contains($0.words) }?.advice
      ?? "строка не по правилам YAML; проверьте отступы, двоеточия и кавычки"
  }
}

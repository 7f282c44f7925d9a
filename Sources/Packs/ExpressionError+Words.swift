import Expressions

extension ExpressionError.Code {
  func english(_ error: ExpressionError) -> String {
    switch self {
    case .empty: "an expression is missing"
    case .unexpectedCharacter: "`\(error.found)` means nothing here"
    case .unclosedText: "the quote \(error.found) has no pair"
    case .numberTooLong: "the number \(error.found) has more than 18 digits"
    case .operandExpected:
      error.found.isEmpty
        ? "the expression breaks off: a number, a name or a parenthesis must follow"
        : "a number, a name or a parenthesis must stand here, not `\(error.found)`"
    case .operatorExpected:
      error.found == ","
        ? "an operator must stand here, not `,`: decimals are written after a point"
        : "an operator must stand here, not `\(error.found)`"
    case .nameExpected: "a name must follow the point"
    case .unclosedParenthesis: "the parenthesis has no pair"
    case .chainedComparison: "two comparisons in a row: put `and` between them"
    case .tooLong: "longer than \(error.expected) characters"
    case .tooDeep: "nested deeper than \(error.expected) levels"
    case .unclosedTag: "`{{` without `}}`"
    case .strayTagEnd: "`}}` without `{{`"
    case .numberExpected:
      "the number of a row or column, or a tolerance, must stand here"
        + (error.found.isEmpty ? "" : ", not `\(error.found)`")
    case .titleExpected:
      "the name of a sheet or form must stand here in quotes"
        + (error.found.isEmpty ? "" : ", not `\(error.found)`")
    case .thenExpected: "«если» needs «то»: если …, то …"
    case .repeatedPhrase: "`\(error.found)`: this stands in the rule already"
    case .unknownRow: "there is no row `\(error.found)`"
    case .unknownColumn: "there is no column `\(error.found)`"
    case .unknownSheet: "there is no sheet `\(error.found)`"
    case .unknownForm: "there is no form `\(error.found)`"
    case .sheetExpected:
      "it is not said which sheet `\(error.found)` is on: name it before as лист «…», or give the "
        + "rule a `section`"
    case .severalCells:
      "`\(error.found)` names several cells: put it in сумма(…), максимум(…), минимум(…), "
        + "количество(…) or разных(…), or name a row and a column"
    case .reversedRange: "`\(error.found)` stands before the beginning of the range"
    case .unknownName, .unknownMember: "nothing is called `\(error.found)` here"
    case .unknownFunction: "there is no function `\(error.found)`"
    case .wrongArgumentCount:
      "the number of arguments of `\(error.found)` must be \(error.expected)"
    case .wrongType: "a \(error.found) stands where a \(error.expected) is needed"
    }
  }

  func russian(_ error: ExpressionError) -> String {
    switch self {
    case .empty: "нет выражения"
    case .unexpectedCharacter: "знак `\(error.found)` здесь ничего не значит"
    case .unclosedText: "кавычка \(error.found) не закрыта"
    case .numberTooLong: "в числе \(error.found) больше 18 цифр"
    case .operandExpected:
      error.found.isEmpty
        ? "выражение обрывается: дальше должно стоять число, имя или скобка"
        : "здесь должно стоять число, имя или скобка, а стоит `\(error.found)`"
    case .operatorExpected:
      error.found == ","
        ? "здесь должен стоять знак действия, а стоит `,`: дробная часть пишется после точки"
        : "здесь должен стоять знак действия, а стоит `\(error.found)`"
    case .nameExpected: "после точки должно стоять имя"
    case .unclosedParenthesis: "скобка не закрыта"
    case .chainedComparison: "два сравнения подряд: поставьте между ними `and`"
    case .tooLong: "длиннее предела: \(error.expected) знаков"
    case .tooDeep: "вложенность больше предела: \(error.expected)"
    case .unclosedTag: "`{{` без `}}`"
    case .strayTagEnd: "`}}` без `{{`"
    case .numberExpected:
      "здесь должен стоять номер строки или графы либо число точности"
        + (error.found.isEmpty ? "" : ", а стоит `\(error.found)`")
    case .titleExpected:
      "здесь должно стоять название листа или формы в кавычках"
        + (error.found.isEmpty ? "" : ", а стоит `\(error.found)`")
    case .thenExpected: "после «если» нужно «то»: если …, то …"
    case .repeatedPhrase: "`\(error.found)`: в правиле это уже сказано"
    case .unknownRow: "нет строки `\(error.found)`"
    case .unknownColumn: "нет графы `\(error.found)`"
    case .unknownSheet: "нет листа `\(error.found)`"
    case .unknownForm: "нет формы `\(error.found)`"
    case .sheetExpected:
      "не сказано, на каком листе `\(error.found)`: назовите лист перед номером, лист «…», или "
        + "укажите у правила `section`"
    case .severalCells:
      "`\(error.found)` — это несколько ячеек: укажите внутри сумма(…), максимум(…), минимум(…), "
        + "количество(…) или разных(…) либо назовите и строку, и графу"
    case .reversedRange: "`\(error.found)` стоит раньше начала диапазона"
    case .unknownName, .unknownMember: "имя `\(error.found)` здесь неизвестно"
    case .unknownFunction: "нет функции `\(error.found)`"
    case .wrongArgumentCount:
      "число аргументов функции `\(error.found)` должно быть: \(error.expected)"
    case .wrongType:
      "здесь нужно: \(Self.kinds[error.expected] ?? error.expected), а стоит: "
        + (Self.kinds[error.found] ?? error.found)
    }
  }

  private static let kinds = [
    "number": "число", "text": "текст", "flag": "условие", "list": "список",
    "record": "запись", "missing": "пропуск",
  ]
}

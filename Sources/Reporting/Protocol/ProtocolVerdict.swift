import Findings
import Wording

extension ProtocolMaterial {
  /// What a unit has to do, the gravest first.
  package enum Verdict: String, Sendable, Hashable, CaseIterable {
    case returned
    case errors
    case questions
    case clean
  }

  package var verdict: Verdict {
    if returned != nil { return .returned }
    if count(.error) > 0 || !absent.isEmpty { return .errors }
    return count(.warning) > 0 ? .questions : .clean
  }

  /// The verdict in one sentence.
  package var verdictSentence: String {
    let questions = Language.ru.counted(count(.warning), "вопрос", "вопроса", "вопросов")
    switch verdict {
    case .returned: return "Форма возвращена, её нужно исправить и прислать снова."
    case .errors: return "Форму нужно исправить: \(faults)."
    case .questions: return "Форма принята; ответьте на \(questions)."
    case .clean:
      let explained = remarks.count { $0.explanation != nil }
      return explained > 0
        ? "Форма принята; пояснения приняты к сведению: \(explained)."
        : "Форма принята без замечаний."
    }
  }

  /// «3 ошибки; ответьте и на 2 вопроса».
  private var faults: String {
    var parts: [String] = []
    if count(.error) > 0 {
      parts.append(Language.ru.counted(count(.error), "ошибка", "ошибки", "ошибок"))
    }
    if !absent.isEmpty { parts.append("представлены не все формы") }
    let questions = Language.ru.counted(count(.warning), "вопрос", "вопроса", "вопросов")
    return Language.ru.list(parts)
      + (count(.warning) > 0 ? "; ответьте и на \(questions)" : "")
  }

  /// What to do, by when and where to; empty for a form that was accepted.
  package var action: String {
    let by = deadlineWords
    switch verdict {
    case .returned, .errors:
      return by.isOver
        ? "Исправленную форму отправьте \(to)как можно скорее: срок истёк \(by.day)".closed
        : "Исправленную форму отправьте \(to)\(by.day.isEmpty ? "" : "до \(by.day)")".closed
    case .questions:
      let place =
        head.explanationSheet.map { "впишите пояснение на лист «\($0)»" } ?? "напишите почему"
      let answer = "Если значение верно, \(place), если нет — исправьте его. "
      return answer
        + (by.isOver
          ? "Форму отправьте \(to)как можно скорее: срок истёк \(by.day)".closed
          : "Форму отправьте \(to)\(by.day.isEmpty ? "" : "до \(by.day)")".closed)
    case .clean: return ""
    }
  }

  private var to: String { head.formsTo.isEmpty ? "" : head.formsTo + " " }

  private var deadlineWords: (day: String, isOver: Bool) {
    let day = CalendarDate(iso: head.deadline).map(Language.ru.longDate) ?? ""
    return (day, head.isOverdue && !day.isEmpty)
  }

  func count(_ severity: Severity) -> Int {
    remarks.count { $0.severity == severity && $0.isOpen }
  }
}

extension String {
  /// As a sentence that ends once: a date ends with the full stop of «г.».
  fileprivate var closed: String {
    let text = String(reversed().drop(while: \.isWhitespace).reversed())
    return text.hasSuffix(".") ? text : text + "."
  }
}

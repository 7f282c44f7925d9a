import Findings
import Wording

extension ProtocolMaterial {
  /// What a unit has to do, the gravest first.
  package enum Verdict: String, Sendable, Hashable, CaseIterable {
    case returned
    /// A file came and was not taken.
    case refused
    /// A file came after the period was closed.
    case afterClosing = "after_closing"
    case errors
    case questions
    case clean
  }

  package var verdict: Verdict {
    if returned != nil { return .returned }
    if !refused.isEmpty { return .refused }
    return late.isEmpty ? verdictOfForm : .afterClosing
  }

  /// Of the form that counts or could, whatever came besides.
  private var verdictOfForm: Verdict {
    if count(.error) > 0 || !absent.isEmpty { return .errors }
    return count(.warning) > 0 ? .questions : .clean
  }

  /// The verdict in one sentence.
  package var verdictSentence: String {
    guard late.isEmpty else {
      return [lateSentence, besideLate].filter { !$0.isEmpty }.joined(separator: " ")
    }
    return sentence(of: verdict)
  }

  private func sentence(of verdict: Verdict) -> String {
    let questions = Language.ru.counted(count(.warning), "вопрос", "вопроса", "вопросов")
    switch verdict {
    case .returned: return returnedSentence
    case .afterClosing: return lateSentence
    case .refused:
      return Self.refusal(of: refused)
        + (head.version == nil ? "" : " Учитывается форма, которую вы прислали раньше.")
    case .errors where !undecided.isEmpty: return undecidedSentence
    case .errors:
      return head.closed.isEmpty
        ? "Форму нужно исправить: \(faults)."
        : "В форме остались замечания: \(faults)."
    case .questions:
      return head.closed.isEmpty
        ? "Форма принята; ответьте на \(questions)."
        : "Форма принята; остались вопросы: \(count(.warning))."
    case .clean:
      let explained = remarks.count { $0.explanation != nil }
      return explained > 0
        ? "Форма принята; пояснения приняты к сведению: \(explained)."
        : "Форма принята без замечаний."
    }
  }

  /// What came after the period was closed, and what counts instead.
  private var lateSentence: String {
    let what = Self.afterClosing(late)
    return verdict == .afterClosing && undecided.isEmpty
      ? "\(what): учитывается подписанная форма (файл «\(head.file)»)." : "\(what)."
  }

  /// What is to be said besides of the form that came before; that it was accepted would be read of
  /// the one that came now.
  private var besideLate: String {
    guard verdict == .afterClosing else { return sentence(of: verdict) }
    switch verdictOfForm {
    case .errors where undecided.isEmpty:
      return "В подписанной форме остались замечания: \(faults)."
    case .questions: return "В подписанной форме остались вопросы: \(count(.warning))."
    case .clean: return ""
    case .errors, .returned, .refused, .afterClosing: return sentence(of: verdictOfForm)
    }
  }

  /// «Файл «а.xlsx» получен, но не принят: данные из него не учтены.»
  package static func refusal(of files: [String]) -> String {
    let names = named(files)
    return files.count == 1
      ? "Файл \(names) получен, но не принят: данные из него не учтены."
      : "Файлы \(names) получены, но не приняты: данные из них не учтены."
  }

  /// Of a form that was sent back and came once more as it was.
  ///
  /// A return may ask for more than values, such as a signature: of those nobody can say that they
  /// are as they were.
  ///
  /// - Parameters:
  ///   - file: the name of what came.
  ///   - day: of the return, ISO 8601.
  ///   - isOpen: whether the unit may still answer.
  package static func sentAgain(
    _ again: Again, as file: String, on day: String, isOpen: Bool
  ) -> String {
    switch again {
    case .file:
      "Файл «\(file)» — тот же, который был возвращён \(Self.day(day)): в нём ничего не исправлено."
    case .values:
      "В файле «\(file)» все значения те же, что в форме, возвращённой \(Self.day(day))."
        + (isOpen
          ? " Если исправлено другое или исправлять нечего, напишите об этом." : "")
    }
  }

  /// «Файл «а.xlsx» пришёл после закрытия периода и не учитывается»: without its full stop.
  package static func afterClosing(_ files: [String]) -> String {
    files.count == 1
      ? "Файл \(named(files)) пришёл после закрытия периода и не учитывается"
      : "Файлы \(named(files)) пришли после закрытия периода и не учитываются"
  }

  private var returnedSentence: String {
    guard refused.isEmpty else {
      return "Форма возвращена, исправленной пока нет. " + Self.refusal(of: refused)
    }
    if let returned, let again = returned.again {
      return Self.sentAgain(
        again, as: head.file, on: returned.at, isOpen: head.closed.isEmpty)
    }
    return head.closed.isEmpty
      ? "Форма возвращена, её нужно исправить и прислать снова."
      : "Форма возвращена, исправленной нет."
  }

  /// The questions themselves, one a form, are no errors of the unit.
  private var undecidedSentence: String {
    let errors = errorsInUndecided
    return
      (head.closed.isEmpty
      ? Self.question(about: undecided)
      : Self.noneCounts(of: undecided))
      + (errors > 0
        ? " В них \(Language.ru.counted(errors, "ошибка", "ошибки", "ошибок"))." : "")
  }

  private var errorsInUndecided: Int {
    remarks.count { $0.severity == .error && $0.isOpen && $0.code != "submission.undecided" }
  }

  /// «Получено несколько файлов: «а.xlsx» и «б.xlsx»; напишите, какой из них считать верным.»
  package static func question(about files: [String]) -> String {
    "Получено несколько файлов: \(named(files)); напишите, какой из них считать верным."
  }

  /// The same where nothing is asked for any more.
  package static func noneCounts(of files: [String]) -> String {
    "Получено несколько файлов: \(named(files)); какой из них верен, неизвестно, и ни один не учтён."
  }

  /// - Parameter day: ISO 8601.
  package static func closed(on day: String) -> String {
    "Период закрыт \(Self.day(day)), его итоги подписаны"
  }

  private static func named(_ files: [String]) -> String {
    Language.ru.list(files.map { "«\($0)»" })
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
      + (count(.warning) > 0 && head.closed.isEmpty ? "; ответьте и на \(questions)" : "")
  }

  /// What to do, by when and where to; empty for a form that was accepted.
  package var action: String {
    guard head.closed.isEmpty || verdict == .clean else {
      return "\(Self.closed(on: head.closed)): исправленная форма "
        + "учитываться не будет, пока управление не откроет период."
    }
    let by = deadlineWords
    switch verdict {
    case .returned, .refused, .errors:
      return by.isOver
        ? "\(awaited) отправьте \(to)как можно скорее: срок истёк \(by.day)".closed
        : "\(awaited) отправьте \(to)\(by.day.isEmpty ? "" : "до \(by.day)")".closed
    case .questions:
      let place =
        head.explanationSheet.map { "впишите пояснение на лист «\($0)»" } ?? "напишите почему"
      let answer = "Если значение верно, \(place), если нет — исправьте его. "
      return answer
        + (by.isOver
          ? "Форму отправьте \(to)как можно скорее: срок истёк \(by.day)".closed
          : "Форму отправьте \(to)\(by.day.isEmpty ? "" : "до \(by.day)")".closed)
    // The period is closed then.
    case .clean, .afterClosing: return ""
    }
  }

  /// What the unit is to send: of several files, first of all, which of them is right.
  private var awaited: String {
    guard verdict == .errors, !undecided.isEmpty else { return "Исправленную форму" }
    return errorsInUndecided == 0 ? "Ответ" : "Ответ или исправленную форму"
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

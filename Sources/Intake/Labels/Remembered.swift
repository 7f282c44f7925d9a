import Synchronization

/// What a pure function gave lately: forms of one campaign have the same labels at the same places,
/// so that what they mean is reckoned once and not for each of two thousand. Shared by all tasks.
final class Remembered<Question: Hashable & Sendable, Answer: Sendable>: Sendable {
  /// Answers that are held: a campaign's forms were saved by a handful of programs, and what each
  /// school words in its own way is asked once and forgotten.
  private let most: Int
  private let answers = Mutex<[Question: Answer]>([:])

  init(most: Int) { self.most = most }

  /// The answer as it was given to an equal question, or else as `reckon` gives it.
  func answer(_ question: Question, _ reckon: () -> Answer) -> Answer {
    if let known = answers.withLock({ $0[question] }) { return known }
    let answer = reckon()
    guard most > 0 else { return answer }
    answers.withLock { answers in
      if answers.count >= most { answers.removeAll(keepingCapacity: true) }
      answers[question] = answer
    }
    return answer
  }
}

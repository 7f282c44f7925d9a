import Synchronization

/// What a pure function gave lately: forms of one campaign have the same labels at the same places,
/// so that what they mean is reckoned once and not for each of two thousand. Shared by all tasks.
///
/// An answer is held from the second time on that it is asked for: what each school words in its own
/// way is asked once, and would push out what all forms share.
final class Remembered<Question: Hashable & Sendable, Answer: Sendable>: Sendable {
  /// Answers that are held: a campaign's forms were saved by a handful of programs.
  private let most: Int
  private let memory = Mutex(Memory())

  /// By the hash of the question, so that no lock is held while long questions are compared.
  private struct Memory {
    var answers: [Int: (question: Question, answer: Answer)] = [:]
    var asked: Set<Int> = []
  }

  init(most: Int) { self.most = most }

  /// The answer as it was given to an equal question, or else as `reckon` gives it.
  func answer(_ question: Question, _ reckon: () -> Answer) -> Answer {
    guard most > 0 else { return reckon() }
    let hash = question.hashValue
    if let known = recall(question, hash) { return known }
    let answer = reckon()
    hold(answer, of: question, hash)
    return answer
  }

  /// The same where only some answers may be held.
  ///
  /// - Parameters:
  ///   - fits: whether the answer to an equal question is one here too.
  ///   - reckon: the answer, and whether it may be held.
  func answer(
    _ question: Question, where fits: (Answer) -> Bool, _ reckon: () -> (Answer, isHeld: Bool)
  ) -> Answer {
    let hash = question.hashValue
    if let known = recall(question, hash), fits(known) { return known }
    let (answer, isHeld) = reckon()
    if isHeld { hold(answer, of: question, hash) }
    return answer
  }

  private func recall(_ question: Question, _ hash: Int) -> Answer? {
    guard let known = memory.withLock({ $0.answers[hash] }), known.question == question else {
      return nil
    }
    return known.answer
  }

  /// Takes an answer, to hold it if the question was asked before.
  private func hold(_ answer: Answer, of question: Question, _ hash: Int) {
    memory.withLock { memory in
      if memory.asked.count >= 16 * most { memory.asked.removeAll(keepingCapacity: true) }
      guard !memory.asked.insert(hash).inserted else { return }
      if memory.answers.count >= most { memory.answers.removeAll(keepingCapacity: true) }
      memory.answers[hash] = (question, answer)
    }
  }
}

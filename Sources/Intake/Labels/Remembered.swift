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
    if let known = recall(question) { return known }
    let answer = reckon()
    hold(answer, of: question)
    return answer
  }

  /// The answer that is held of an equal question.
  func recall(_ question: Question) -> Answer? {
    let hash = question.hashValue
    guard let known = memory.withLock({ $0.answers[hash] }), known.question == question else {
      return nil
    }
    return known.answer
  }

  /// Takes an answer, to hold it if the question was asked before.
  func hold(_ answer: Answer, of question: Question) {
    let hash = question.hashValue
    memory.withLock { memory in
      if memory.asked.count >= 16 * most { memory.asked.removeAll(keepingCapacity: true) }
      guard !memory.asked.insert(hash).inserted else { return }
      if memory.answers.count >= most { memory.answers.removeAll(keepingCapacity: true) }
      memory.answers[hash] = (question, answer)
    }
  }
}

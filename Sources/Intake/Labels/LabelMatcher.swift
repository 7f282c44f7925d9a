import Monitoring
import Spreadsheets

/// Something on a sheet that may be the label of a field.
struct LabelCandidate: Sendable, Hashable {
  /// Where it stands; also what it is known by.
  var place: CellAddress
  /// What it may be read as: a heading over two rows can be read alone or with the one above.
  var labels: [Label]
  /// Its text as it is shown.
  var text: String
  /// The number that stands by it, «05» or «гр. 5», as digits without zeros before them.
  var number: String?
  /// The year that a heading names, «2020 год (справочно)».
  var period: Period?
}

/// Finds which candidate is which field, and would rather ask than take one for another.
///
/// First what is equal to a declared label or alias; then, for fields that are left, the one
/// candidate that is very much alike, if nothing in it speaks for another field.
struct LabelMatcher: Sendable {
  /// A field with all the labels that are understood for it, the declared one first.
  struct Wanted: Sendable {
    var labels: [Label]
    var number: String?
    /// True: of two matches the one with the declared label is taken (only for what identifies a
    /// form, whose aliases are short words).
    var prefersDeclared = false
  }

  enum Outcome: Equatable, Sendable {
    case found(LabelCandidate)
    /// Taken for its likeness: to be said aloud.
    case guessed(LabelCandidate)
    /// The one of several alike that has the field's number: to be said aloud.
    case numbered(LabelCandidate, among: [LabelCandidate])
    case twice([LabelCandidate])
    case unclear([LabelCandidate])
    case missing
  }

  /// The least likeness of a guess.
  static let leastForGuess = 0.8
  /// By how much the best must be ahead of the next.
  static let leastMargin = 0.1
  /// The least likeness of what is shown to a person as a candidate.
  static let leastForCandidate = 0.5

  let wanted: [Wanted]
  /// All that is understood for any of them, in both forms.
  private let tight: Set<Label.Word>
  private let bare: Set<Label.Word>
  /// Rows and sheets of labels, some 2 kB each.
  private let known = Remembered<Question, [Outcome]>(most: 512)
  private let nothing: [Outcome]

  init(wanted: [Wanted]) {
    self.wanted = wanted
    tight = Set(wanted.flatMap(\.labels).map(\.tight))
    bare = Set(wanted.flatMap(\.labels).map(\.bare))
    nothing = Array(repeating: .missing, count: wanted.count)
  }

  private struct Question: Hashable, Sendable {
    var candidates: [LabelCandidate]
    var guessing: [LabelCandidate]

    /// As that of `SheetWords.Printed`.
    func hash(into hasher: inout Hasher) {
      for candidate in candidates {
        hasher.combine(candidate.place)
        hasher.combine(candidate.text.utf8.count)
      }
      hasher.combine(guessing.count)
    }
  }

  /// Whether a label is, to the letter, one of those that are looked for.
  func knows(_ label: Label) -> Bool { tight.contains(label.tight) || bare.contains(label.bare) }

  /// One outcome for each wanted field, in their order. `guessing` are the candidates among which
  /// a likeness may be looked for; by default all.
  func outcomes(
    among candidates: [LabelCandidate], guessing: [LabelCandidate]? = nil
  ) -> [Outcome] {
    // What a school typed in its own words differs from form to form and equals no label.
    let alike = candidates.filter { $0.labels.contains(where: knows) }
    let guessing = guessing ?? candidates
    if alike.isEmpty, guessing.isEmpty { return nothing }
    let exact = known.answer(Question(candidates: alike, guessing: [])) {
      self.exact(among: alike)
    }
    let taken = Set(exact.flatMap(\.places))
    let open = guessing.filter { !taken.contains($0.place) }
    guard !open.isEmpty, exact.contains(.missing) else { return exact }
    return known.answer(Question(candidates: alike, guessing: open)) {
      guesses(exact, among: open)
    }
  }

  private func exact(among candidates: [LabelCandidate]) -> [Outcome] {
    let index = Index(candidates)
    var outcomes = wanted.map { exact($0, among: index) }
    takeBackShared(&outcomes)
    return outcomes
  }

  private func guesses(_ exact: [Outcome], among open: [LabelCandidate]) -> [Outcome] {
    withoutRivals(
      wanted.indices.map { index in
        exact[index] == .missing ? guess(index, among: open) : exact[index]
      })
  }

  /// The candidates by what they can be read as, so that a form of a hundred labels is looked up
  /// and not compared with each.
  private struct Index {
    let candidates: [LabelCandidate]
    private var tight: [Label.Word: [Int]] = [:]
    private var bare: [Label.Word: [Int]] = [:]

    init(_ candidates: [LabelCandidate]) {
      self.candidates = candidates
      for (position, candidate) in candidates.enumerated() {
        for label in candidate.labels {
          tight[label.tight, default: []].append(position)
          bare[label.bare, default: []].append(position)
        }
      }
    }

    func matches(_ labels: [Label], _ form: KeyPath<Label, Label.Word>) -> [LabelCandidate] {
      let positions = form == \Label.tight ? tight : bare
      return Set(labels.flatMap { positions[$0[keyPath: form]] ?? [] }).sorted().map {
        candidates[$0]
      }
    }
  }

  private func exact(_ field: Wanted, among index: Index) -> Outcome {
    for form in [\Label.tight, \Label.bare] {
      let matches = index.matches(field.labels, form)
      guard !matches.isEmpty else { continue }
      if matches.count == 1 { return .found(matches[0]) }
      let declared = field.labels.first?[keyPath: form]
      return choose(field, among: matches, declared: declared, form)
    }
    return .missing
  }

  /// One of several equal matches: by its number, or by its declared label where that may decide.
  private func choose(
    _ field: Wanted, among matches: [LabelCandidate], declared: Label.Word?,
    _ form: KeyPath<Label, Label.Word>
  ) -> Outcome {
    let numbered = matches.filter { $0.number != nil && $0.number == field.number }
    if numbered.count == 1 { return .numbered(numbered[0], among: matches) }
    if field.prefersDeclared {
      let own = matches.filter { $0.labels.contains { $0[keyPath: form] == declared } }
      if own.count == 1 { return .found(own[0]) }
    }
    return .twice(matches)
  }

  /// A candidate that two fields claim is nobody's.
  private func takeBackShared(_ outcomes: inout [Outcome]) {
    var claims: [CellAddress: Int] = [:]
    for candidate in outcomes.compactMap(\.candidate) { claims[candidate.place, default: 0] += 1 }
    for index in outcomes.indices {
      if let candidate = outcomes[index].candidate, claims[candidate.place, default: 0] > 1 {
        outcomes[index] = .unclear([candidate])
      }
    }
  }

  private func guess(_ index: Int, among open: [LabelCandidate]) -> Outcome {
    let ranked = open.map { (candidate: $0, best: best(of: $0, for: wanted[index])) }
      .filter { $0.best.likeness >= Self.leastForCandidate }
      .sorted { ($1.best.likeness, $0.candidate.place) < ($0.best.likeness, $1.candidate.place) }
    guard let first = ranked.first else { return .missing }
    let next = ranked.dropFirst().first?.best.likeness ?? 0
    if first.best.likeness >= Self.leastForGuess,
      first.best.likeness - next >= Self.leastMargin,
      !speaksForAnother(first.best.heading, as: first.best.label, not: index)
    {
      return .guessed(first.candidate)
    }
    return .unclear(ranked.prefix(3).map(\.candidate))
  }

  private typealias Best = (likeness: Double, heading: Label, label: Label)

  private func best(of candidate: LabelCandidate, for field: Wanted) -> Best {
    var best: Best = (0, Label(""), Label(""))
    for heading in candidate.labels {
      for label in field.labels {
        let likeness = heading.likeness(to: label)
        if likeness > best.likeness { best = (likeness, heading, label) }
      }
    }
    return best
  }

  /// Whether a heading has a word of another field that this one lacks, lacks what tells this one
  /// from another, or may be a piece of another's label. One word is never enough for a guess.
  private func speaksForAnother(_ heading: Label, as label: Label, not index: Int) -> Bool {
    guard heading.words.count > 1 else { return true }
    let strange = heading.words(notIn: label)
    for (other, field) in wanted.enumerated() where other != index {
      for rival in field.labels {
        if strange.contains(where: rival.has) { return true }
        let own = label.words(notIn: rival)
        let seen = own.filter(heading.has)
        if seen.count * 2 <= own.count { return true }
      }
    }
    return false
  }

  /// Two fields that guess the same candidate are both unclear.
  private func withoutRivals(_ outcomes: [Outcome]) -> [Outcome] {
    var claims: [CellAddress: Int] = [:]
    for case .guessed(let candidate) in outcomes { claims[candidate.place, default: 0] += 1 }
    return outcomes.map { outcome in
      if case .guessed(let candidate) = outcome, claims[candidate.place, default: 0] > 1 {
        return .unclear([candidate])
      }
      return outcome
    }
  }
}

extension LabelMatcher.Outcome {
  /// The candidate that was taken, if one was.
  var candidate: LabelCandidate? {
    switch self {
    case .found(let candidate), .guessed(let candidate), .numbered(let candidate, _): candidate
    case .twice, .unclear, .missing: nil
    }
  }

  fileprivate var places: [CellAddress] {
    switch self {
    case .found(let candidate), .guessed(let candidate): [candidate.place]
    case .numbered(_, let candidates): candidates.map(\.place)
    case .twice(let candidates), .unclear(let candidates): candidates.map(\.place)
    case .missing: []
    }
  }
}

import Findings
import Monitoring

/// What the words of a reference may mean in one form: the codes of its findings, the names of its
/// sheets, the labels of its rows and columns.
struct ReferencePhrases: Sendable {
  enum Meaning: Sendable, Hashable {
    case codes(Set<FindingCode>)
    case sheet([String])
    case row(Reference.Side)
    case column(Reference.Side)
  }

  private var meanings: [[String]: Meaning] = [:]
  /// The lengths of the phrases that begin with a word, the longest first.
  private var lengths: [String: [Int]] = [:]
  /// The names of rows, which people decline: «по астрономии». The longest first.
  private var declined: [(words: [String], meaning: Meaning)] = []

  /// What a form says of itself, made once for all that is found in forms of its kind.
  init(schema: FormSchema, classifiers: [Classifier]) {
    for section in schema.sections { add(.sheet(LabelWords.folded(section.sheet)), section.sheet) }
    for section in schema.sections { addRowsAndColumns(of: section, classifiers) }
  }

  /// The same with the codes and sheets of what was found in one form.
  func with(_ findings: [Finding]) -> Self {
    var phrases = self
    phrases.addSheets(of: findings)
    phrases.addCodes(of: findings)
    return phrases
  }

  /// What the longest phrase that `words` begin with means, and how many words it has.
  func meaning(of words: ArraySlice<String>) -> (meaning: Meaning, length: Int)? {
    guard let first = words.first else { return nil }
    for length in lengths[first] ?? [] where length <= words.count {
      if let meaning = meanings[Array(words.prefix(length))] { return (meaning, length) }
    }
    guard ReferenceReader.kind(first) == nil else { return nil }
    let match = declined.first { phrase in
      phrase.words.count <= words.count && zip(phrase.words, words).allSatisfy(Self.isOneWord)
    }
    return match.map { ($0.meaning, $0.words.count) }
  }

  /// Letters of an ending: «родной», «родному».
  private static let longestEnding = 3

  /// Whether two words differ in their endings at most: «астрономия», «астрономии», and not a word
  /// and one that is made of it.
  private static func isOneWord(_ one: String, _ other: String) -> Bool {
    let common = zip(one, other).prefix { $0 == $1 }.count
    let (shorter, longer) = (min(one.count, other.count), max(one.count, other.count))
    return one == other
      || (common >= max(4, shorter - 2) && longer - common <= longestEnding)
  }

  /// The name of a sheet is meant before a label of the same words.
  private mutating func addSheets(of findings: [Finding]) {
    for sheet in Set(findings.flatMap { $0.origins.map(\.sheet) }).sorted() {
      let phrase = LabelWords.folded(sheet)
      if case .sheet? = meanings[phrase] { continue }
      if Self.hasLetter(phrase) { set(.sheet(phrase), phrase) }
    }
  }

  /// A code of a pack's rule is known without the pack too: one id may then mean several.
  private mutating func addCodes(of findings: [Finding]) {
    var codes: [[String]: Set<FindingCode>] = [:]
    for code in Set(findings.map(\.code)) {
      codes[LabelWords.folded(code.rawValue), default: []].insert(code)
      if let id = code.rawValue.split(separator: ":").dropFirst().last {
        codes[LabelWords.folded(String(id)), default: []].insert(code)
      }
    }
    for (phrase, codes) in codes where !phrase.isEmpty { set(.codes(codes), phrase) }
  }

  private mutating func addRowsAndColumns(of section: FormSection, _ classifiers: [Classifier]) {
    for field in section.fields where !field.isIdentity {
      let side = Reference.Side.field(field.code)
      // One word («Раздел», «Результат») may as well be a word of the sentence.
      for label in [field.label] + field.aliases where LabelWords.folded(label).count > 1 {
        add(section.layout == .list ? .row(side) : .column(side), label)
      }
    }
    guard case .table(let dimension) = section.layout else { return }
    for member in classifiers.first(where: { $0.code == dimension })?.members ?? [] {
      let side = Reference.Side.member(Breakdown.Part(dimension, member.code))
      for name in [member.title] + member.aliases {
        add(.row(side), name)
        let words = LabelWords.folded(name)
        if Self.hasLetter(words) { declined.append((words, .row(side))) }
      }
    }
    declined.sort { $0.words.count > $1.words.count }
  }

  /// A phrase that is taken keeps its first meaning: codes, then sheets, then labels. A number
  /// alone is a row's or a column's, even where a sheet is called «2021».
  private mutating func add(_ meaning: Meaning, _ text: String) {
    let phrase = LabelWords.folded(text)
    if Self.hasLetter(phrase), meanings[phrase] == nil { set(meaning, phrase) }
  }

  private mutating func set(_ meaning: Meaning, _ phrase: [String]) {
    guard let first = phrase.first else { return }
    meanings[phrase] = meaning
    var known = lengths[first] ?? []
    guard !known.contains(phrase.count) else { return }
    known.insert(phrase.count, at: known.firstIndex { $0 < phrase.count } ?? known.endIndex)
    lengths[first] = known
  }

  /// False for «–», which has no words, and for «5».
  private static func hasLetter(_ phrase: [String]) -> Bool {
    phrase.contains { $0.contains(where: \.isLetter) }
  }
}

import Spreadsheets

/// Reads what an explanation is about: «Кадры!D14», «лист Кадры, стр. 01», «Астрономия гр. 4»,
/// «staff_changed», several separated by commas or «;». Words that mean nothing are passed over.
struct ReferenceReader {
  /// A person names a few things; a text that someone pasted is not searched to its end.
  static let longestText = 2_000

  private static let rowWords = Set(
    LabelWords.folded("стр строка строки строке строку строк row rows line lines"))
  private static let columnWords = Set(
    LabelWords.folded(
      "гр графа графы графе графу граф столбец столбца столбце кол колонка колонки колонке "
        + "column columns col"))
  private static let upTo = Set(LabelWords.folded("до по to"))
  private static let and = Set(LabelWords.folded("и and"))

  private struct Piece {
    var reference = Reference()
    /// Whether a comma, not an end, stands before it.
    var isNear = false
    /// Whether «стр.» or «гр.» stands in it.
    var saysKind = false
  }

  enum NumberKind { case row, column }

  /// Words that stand beside what is named and name nothing.
  private static let fillers = Set(
    LabelWords.folded(
      "лист листа листе ячейка ячейки ячейке ячейку на в из по поле код показатель значение формы "
        + "sheet cell in on of the field value"))

  private let phrases: ReferencePhrases
  /// Whether a word that is no filler meant nothing.
  private var hasStrangers = false
  private var pieces: [Piece] = []
  private var piece = Piece()
  /// What the last numbers were of, for «стр. 13, 14».
  private var lastKind: NumberKind?

  private init(_ phrases: ReferencePhrases) { self.phrases = phrases }

  /// In the order of the text; empty when nothing in it is known.
  static func references(in text: String, _ phrases: ReferencePhrases) -> [Reference] {
    var reader = ReferenceReader(phrases)
    reader.read(ReferenceToken.tokens(of: String(text.prefix(longestText))))
    return reader.joined()
  }

  /// Whether nothing in a text was passed over.
  static func isWhole(_ text: String, _ phrases: ReferencePhrases) -> Bool {
    var reader = ReferenceReader(phrases)
    reader.read(ReferenceToken.tokens(of: text))
    return text.count <= longestText && !reader.hasStrangers
  }
}

/// From words to pieces.
extension ReferenceReader {
  private mutating func read(_ tokens: [ReferenceToken]) {
    var rest = tokens[...]
    while let token = rest.first {
      switch token {
      case .comma:
        rest.removeFirst()
        close(isNear: true)
      case .end:
        rest.removeFirst()
        close(isNear: false)
        lastKind = nil
      case .sheetEnd: rest.removeFirst()
      case .word(let word):
        let phrase = phrase(in: rest)
        let read = rest.prefix(phrase?.tokens ?? 1)
        rest.removeFirst(read.count)
        if case .sheetEnd? = rest.first {
          take(.sheet(read.compactMap(\.word)))
        } else if let phrase {
          take(phrase.meaning)
        } else {
          take(word, &rest)
        }
      }
    }
    close(isNear: false)
  }

  /// The longest phrase at the beginning, commas within it passed over, and how many tokens it is.
  private func phrase(
    in rest: ArraySlice<ReferenceToken>
  ) -> (meaning: ReferencePhrases.Meaning, tokens: Int)? {
    var words: [String] = []
    var ends: [Int] = []
    scan: for (offset, token) in rest.prefix(60).enumerated() {
      switch token {
      case .word(let word):
        words.append(word)
        ends.append(offset + 1)
      case .comma: continue
      case .end, .sheetEnd: break scan
      }
    }
    guard let (meaning, length) = phrases.meaning(of: words[...]),
      ends.indices.contains(length - 1)
    else { return nil }
    return (meaning, ends[length - 1])
  }

  private mutating func take(_ meaning: ReferencePhrases.Meaning) {
    switch meaning {
    case .codes(let codes): piece.reference.codes.formUnion(codes)
    case .sheet(let sheet):
      // «Кадры D14 Предметы D8», but «D14 на листе Кадры».
      if piece.reference.sheet != nil, piece.reference.namesPlace { close(isNear: true) }
      piece.reference.sheet = sheet
    case .row(let side):
      // «Астрономия гр. 4 Ботаника гр. 5».
      if !piece.reference.rows.isEmpty, !piece.reference.columns.isEmpty { close(isNear: true) }
      piece.reference.rows.append(side)
    case .column(let side): piece.reference.columns.append(side)
    }
  }

  private mutating func take(_ word: String, _ rest: inout ArraySlice<ReferenceToken>) {
    let digits = word.reversed().prefix { $0.isASCIIDigit }.reversed()
    let letters = String(word.dropLast(digits.count))
    if let kind = Self.kind(letters) {
      (lastKind, piece.saysKind) = (kind, true)
      if let number = Int(String(digits)) { take(number, of: kind, &rest) }
    } else if let cell = Self.cell(word) {
      let last = Self.upTo(&rest, Self.cell) ?? cell
      piece.reference.cells.append(CellRange(corners: cell, last))
    } else if letters.isEmpty, let kind = lastKind, let number = Int(String(digits)) {
      // «стр. 13, 14»: the second number belongs to what the first one does.
      if !piece.saysKind, piece.reference.isEmpty, piece.isNear, let before = pieces.popLast() {
        piece = before
      }
      take(number, of: kind, &rest)
    } else if Self.and.contains(word) {
      close(isNear: true)
    } else if !Self.fillers.contains(word) {
      hasStrangers = true
    }
  }

  private mutating func take(
    _ number: Int, of kind: NumberKind, _ rest: inout ArraySlice<ReferenceToken>
  ) {
    let last = Self.upTo(&rest) { Int($0) } ?? number
    let side = Reference.Side.numbers(min(number, last)...max(number, last))
    switch kind {
    case .row: take(.row(side))
    case .column: take(.column(side))
    }
  }

  private mutating func close(isNear: Bool) {
    if !piece.reference.isEmpty { pieces.append(piece) }
    let wasNear = piece.reference.isEmpty ? piece.isNear && isNear : isNear
    piece = Piece(isNear: wasNear)
  }

  /// What the numbers after a word are of; nil for any other word.
  static func kind(_ letters: String) -> NumberKind? {
    if rowWords.contains(letters) { return .row }
    return columnWords.contains(letters) ? .column : nil
  }

  private static func cell(_ word: String) -> CellAddress? {
    // No sheet has more than three letters' columns: «пункт5» is no cell.
    word.prefix { !$0.isASCIIDigit }.count <= 3 ? CellAddress(LabelWords.unfolded(word)) : nil
  }

  /// What stands after «до», taken off.
  private static func upTo<Value>(
    _ rest: inout ArraySlice<ReferenceToken>, _ value: (String) -> Value?
  ) -> Value? {
    guard rest.count >= 2, case .word(let word)? = rest.first, upTo.contains(word),
      case .word(let next)? = rest.dropFirst().first, let last = value(next)
    else { return nil }
    rest.removeFirst(2)
    return last
  }
}

/// From pieces to references.
extension ReferenceReader {
  /// A sheet holds for what follows it; «стр. 05, гр. 4» and «Астрономия, гр. 4» are one place.
  private func joined() -> [Reference] {
    var references: [Reference] = []
    var sheet: [String]?
    var isSheetSaid = false
    for (index, piece) in pieces.enumerated() {
      var reference = piece.reference
      let next = index + 1 < pieces.count ? pieces[index + 1] : nil
      if reference.isSheetAlone, let next, next.isNear, next.reference.sheet == nil {
        (sheet, isSheetSaid) = (reference.sheet, true)
        continue
      }
      if piece.isNear, reference.isColumnAlone, let last = references.last, last.isRowAlone {
        references[references.count - 1].columns = reference.columns
        continue
      }
      if reference.sheet == nil {
        (reference.sheet, reference.isSheetSaid) = (sheet, isSheetSaid)
      } else {
        (sheet, reference.isSheetSaid) = (reference.sheet, true)
      }
      isSheetSaid = false
      references.append(reference)
    }
    return references
  }
}

extension CellRange {
  fileprivate init(corners one: CellAddress, _ other: CellAddress) {
    self.init(
      first: CellAddress(row: min(one.row, other.row), column: min(one.column, other.column)),
      last: CellAddress(row: max(one.row, other.row), column: max(one.column, other.column)))
  }
}

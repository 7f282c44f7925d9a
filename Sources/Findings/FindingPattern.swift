import Wording

/// Words with places for a finding's values: `{value}` is replaced by the argument of that name,
/// `{count|строка|строки|строк}` by the number and the word form that agrees with it.
///
/// `{place}` and `{file}` stand for the first origin of the finding. A name that the finding does
/// not carry prints as «…»: a sentence with a gap is still better than none. What stands in square
/// brackets is left out as a whole when the finding lacks a value named there.
struct FindingPattern: Sendable, Hashable {
  var text: String

  /// The names that the pattern asks for, in their order.
  var names: [String] { pieces.compactMap(\.name) }

  func filled(with finding: Finding, in language: Language) -> String {
    FindingPattern(text: chosen(for: finding)).pieces.map { piece in
      guard let name = piece.name else { return piece.text }
      return piece.worded(finding.word(name, in: language), of: finding, in: language)
    }.joined()
  }

  /// The text with what stands in brackets if the finding carries every value named there, and
  /// without it if not.
  private func chosen(for finding: Finding) -> String {
    var chosen = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
      chosen += rest[..<open]
      let inside = String(rest[rest.index(after: open)..<close])
      let names = FindingPattern(text: inside).names
      if names.allSatisfy({ finding.arguments[$0] != nil }) { chosen += inside }
      rest = rest[rest.index(after: close)...]
    }
    return chosen + rest
  }

  private struct Piece {
    var text = ""
    /// The argument that stands here; nil for plain text.
    var name: String?
    /// Forms of a word that follow the number: one, few, many.
    var forms: [String] = []

    func worded(_ value: String, of finding: Finding, in language: Language) -> String {
      guard forms.count == 3, let name, case .count(let count)? = finding.arguments[name] else {
        return value
      }
      return language.counted(count, forms[0], forms[1], forms[2])
    }
  }

  private var pieces: [Piece] {
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      pieces.append(Piece(text: String(rest[..<open])))
      let inside = rest[rest.index(after: open)..<close].split(separator: "|").map(String.init)
      pieces.append(Piece(name: inside.first ?? "", forms: Array(inside.dropFirst())))
      rest = rest[rest.index(after: close)...]
    }
    pieces.append(Piece(text: String(rest)))
    return pieces
  }
}

extension Finding {
  /// One argument as a person reads it.
  fileprivate func word(_ name: String, in language: Language) -> String {
    switch (name, arguments[name]) {
    case (_, .number(let number)?): language.number(number)
    case (_, .count(let count)?): language.number(count)
    case (_, .text(let text)?): text
    case (_, .yesNo(let flag)?):
      switch language {
      case .ru: flag ? "да" : "нет"
      case .en: flag ? "yes" : "no"
      }
    case (_, .list(let members)?): members.joined(separator: "; ")
    case (_, .moments(let moments)?):
      moments.map(language.moment).joined(separator: "; ")
    case ("place", nil): origins.first?.place ?? "…"
    case ("places", nil): origins.map(\.place).joined(separator: "; ")
    case ("file", nil): origins.first?.file ?? "…"
    case (_, nil): "…"
    }
  }
}

import Yams

/// One YAML file as it was read: its text for places, its root node for values.
final class SourceFile {
  let name: String
  private let scalars: [Unicode.Scalar]
  /// The index of the first scalar of each line.
  private let lines: [Int]

  init(name: String, text: String) {
    self.name = name
    scalars = Array(text.unicodeScalars)
    var lines = [0]
    for (index, scalar) in scalars.enumerated() where scalar.value == 10 {
      lines.append(index + 1)
    }
    self.lines = lines
  }

  func place(_ mark: Mark?) -> Place {
    Place(file: name, line: mark?.line ?? 0, column: mark?.column ?? 0)
  }

  /// Where the next line below `place` begins with `key:` in the same column: the second of two
  /// equal keys.
  func repetition(of key: String, below place: Place) -> Place? {
    for line in lines.indices.dropFirst(place.line) {
      var start = lines[line]
      let end = line + 1 < lines.count ? lines[line + 1] : scalars.count
      let indent = scalars[start..<end].prefix { $0 == " " || $0 == "-" }.count
      start += indent
      guard indent + 1 == place.column else { continue }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars[start..<end].prefix { $0 != ":" })
      if String(text).trimmed == key {
        return Place(file: name, line: line + 1, column: place.column)
      }
    }
    return nil
  }

  /// The place of a character of a scalar's value, counted from 0: the text is walked beside the
  /// value, through quotes, escapes and folded lines. The scalar's own place where that fails.
  func place(of scalar: Node.Scalar, character: Int) -> Place {
    let fallback = place(scalar.mark)
    guard let mark = scalar.mark, lines.indices.contains(mark.line - 1) else { return fallback }
    let head = scalar.string.prefix(character)
    let target = head.unicodeScalars.count
    var walk = ScalarWalk(
      text: scalars, index: lines[mark.line - 1] + mark.column - 1, style: scalar.style)
    guard let index = walk.index(of: target, in: Array(scalar.string.unicodeScalars)) else {
      return fallback
    }
    let line = lines.lastIndex { $0 <= index } ?? 0
    return Place(file: name, line: line + 1, column: index - lines[line] + 1)
  }
}

/// Walks the text of a scalar beside its value.
private struct ScalarWalk {
  let text: [Unicode.Scalar]
  var index: Int
  let style: Node.Scalar.Style

  /// The index in the text of the value's scalar at `target`; nil when the two fall apart.
  mutating func index(of target: Int, in value: [Unicode.Scalar]) -> Int? {
    begin()
    var position = 0
    while position < target {
      guard let taken = step(value[position]) else { return nil }
      position += taken
    }
    if target < value.count, !value[target].isSpace { skipSpace() }
    return index
  }

  /// Past the quote, or past the line of `>-` or `|`.
  private mutating func begin() {
    switch style {
    case .singleQuoted, .doubleQuoted: index += 1
    case .literal, .folded:
      while index < text.count, text[index].value != 10 { index += 1 }
      skipSpace()
    case .any, .plain: break
    }
  }

  /// Moves past one scalar of the value; how many of the value were taken.
  private mutating func step(_ scalar: Unicode.Scalar) -> Int? {
    guard index < text.count else { return nil }
    if text[index] == scalar {
      index += style == .singleQuoted && scalar == "'" ? 2 : 1
      return 1
    }
    if scalar.isSpace {
      // A folded line: one space for a break and an indent. A second line break of the value has
      // been passed with the first.
      skipSpace()
      return 1
    }
    if text[index].isSpace {
      skipSpace()
      return 0
    }
    return style == .doubleQuoted && text[index] == "\\" ? escape(scalar) : nil
  }

  private mutating func escape(_ scalar: Unicode.Scalar) -> Int? {
    guard index + 1 < text.count else { return nil }
    switch text[index + 1] {
    case "\n", "\r":
      index += 1
      skipSpace()
      return 0
    case "x": index += 4
    case "u": index += 6
    case "U": index += 10
    default: index += 2
    }
    return 1
  }

  private mutating func skipSpace() {
    while index < text.count, text[index].isSpace { index += 1 }
  }
}

extension Unicode.Scalar {
  fileprivate var isSpace: Bool { self == " " || self == "\n" || self == "\r" || self == "\t" }
}

extension String {
  /// Without spaces and line breaks at both ends.
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

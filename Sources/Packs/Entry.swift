import Yams

/// A value of a YAML file with its place.
struct Entry {
  let node: Node
  let file: SourceFile

  var place: Place { file.place(node.mark) }

  /// The text of a scalar that says something; nil for a list, a mapping, and an empty value.
  var text: String? {
    guard let scalar = node.scalar else { return nil }
    if scalar.string.isEmpty, scalar.style == .plain { return nil }
    if scalar.style == .plain, scalar.string == "~" || scalar.string == "null" { return nil }
    return scalar.string.endTrimmed
  }

  /// The place of a character of the text, counted from 0.
  func place(ofCharacter character: Int) -> Place {
    guard let scalar = node.scalar else { return place }
    return file.place(of: scalar, character: character)
  }

  /// The elements of a list; nil for anything else.
  var elements: [Entry]? {
    node.sequence.map { $0.map { Entry(node: $0, file: file) } }
  }
}

extension String {
  /// Without the line breaks at its end that `>` and `|` leave there.
  fileprivate var endTrimmed: String {
    var text = self[...]
    while text.last?.isNewline == true { text.removeLast() }
    return String(text)
  }
}

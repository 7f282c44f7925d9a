/// Names of files that every system takes.
enum FileName {
  /// Bytes of UTF-8: file systems take 255, of which a year, a code, an ending and «(новый)» need
  /// some.
  private static let longest = 160

  /// Without separators of paths and control characters; never empty, never ".." alone.
  static func safe(_ name: String) -> String {
    let kept = name.map { character in
      "/\\:*?\"<>|".contains(character) || character.asciiValue.map { $0 < 32 } ?? false
        ? "_" : character
    }
    let text = String(kept)
    return text.allSatisfy({ $0 == "." }) ? "_" : text
  }

  /// A name that leaves room for what is put behind it, with «…» where it was cut. Names that were
  /// cut may be alike.
  static func shortened(_ name: String) -> String {
    var text = name
    guard text.utf8.count > longest else { return text }
    while text.utf8.count > longest - 3 { text.removeLast() }
    return text + "…"
  }
}

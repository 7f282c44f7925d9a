/// Names of files that every system takes.
enum FileName {
  /// Without separators of paths and control characters; never empty, never ".." alone.
  static func safe(_ name: String) -> String {
    let kept = name.map { character in
      "/\\:*?\"<>|".contains(character) || character.asciiValue.map { $0 < 32 } ?? false
        ? "_" : character
    }
    let text = String(kept)
    return text.allSatisfy({ $0 == "." }) ? "_" : text
  }
}

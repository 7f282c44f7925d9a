/// Names of files that every system takes.
enum FileName {
  /// Bytes of UTF-8: file systems take 255, of which an ending and «(новый)» need some.
  private static let longest = 200

  /// Without separators of paths and control characters; never empty, never ".." alone; what is too
  /// long is cut, with «…» at its end.
  static func safe(_ name: String) -> String {
    let kept = name.map { character in
      "/\\:*?\"<>|".contains(character) || character.asciiValue.map { $0 < 32 } ?? false
        ? "_" : character
    }
    var text = String(kept)
    if text.utf8.count > longest {
      while text.utf8.count > longest - 3 { text.removeLast() }
      text += "…"
    }
    return text.allSatisfy({ $0 == "." }) ? "_" : text
  }
}

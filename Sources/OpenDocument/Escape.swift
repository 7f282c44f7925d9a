/// The one place where characters become markup.
package enum Escape {
  /// Text between tags.
  package static func text(_ text: String) -> String {
    escaped(text, quotes: false)
  }

  /// A value between double quotes. Line ends and tabs are kept as references, because a reader
  /// would turn them into spaces.
  package static func attribute(_ value: String) -> String {
    escaped(value, quotes: true)
  }

  private static func escaped(_ text: String, quotes: Bool) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"" where quotes: result += "&quot;"
      case "\t" where quotes: result += "&#9;"
      case "\n" where quotes: result += "&#10;"
      case "\r": result += "&#13;"
      case "\t", "\n": result.unicodeScalars.append(scalar)
      // What XML 1.0 (2.2) does not allow in any form.
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

package import Wording

extension PackFault {
  /// Place, what is wrong, and what was probably meant, in one line:
  /// «rules.yaml, строка 12, столбец 5: неизвестный ключ `sorce`; возможно, имелось в виду
  /// `source`», "rules.yaml:12:5: unknown key `sorce`, did you mean `source`?".
  package func message(_ language: Language) -> String {
    let (place, words) =
      switch language {
      case .ru: ("\(file), строка \(line), столбец \(column)", problem.russian)
      case .en: ("\(file):\(line):\(column)", problem.english)
      }
    return "\(line == 0 ? file : place): " + suggested(words, language)
  }

  private func suggested(_ words: String, _ language: Language) -> String {
    guard let meant else { return words }
    return switch language {
    case .ru: "\(words); возможно, имелось в виду `\(meant)`"
    case .en: "\(words), did you mean `\(meant)`?"
    }
  }
}

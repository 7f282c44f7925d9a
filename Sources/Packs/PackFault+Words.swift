package import Wording

extension PackFault {
  /// Place, what is wrong, and what was probably meant, in one line:
  /// «rules.yaml:12:5: неизвестный ключ `sorce`; возможно, имелось в виду `source`».
  package func message(_ language: Language) -> String {
    let place = line == 0 ? file : "\(file):\(line):\(column)"
    let words =
      switch language {
      case .ru: problem.russian
      case .en: problem.english
      }
    guard let meant else { return "\(place): \(words)" }
    return switch language {
    case .ru: "\(place): \(words); возможно, имелось в виду `\(meant)`"
    case .en: "\(place): \(words), did you mean `\(meant)`?"
    }
  }
}

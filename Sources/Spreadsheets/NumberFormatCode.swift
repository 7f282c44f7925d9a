/// What kind of value a number format of Excel shows (ECMA-376, 18.8.30 and 18.8.31).
enum NumberFormatCode {
  /// The shape of a built-in format; ids without a fixed meaning are plain.
  static func builtIn(_ id: Int) -> NumberShape {
    switch id {
    case 9, 10: .percent
    case 14...17, 27...31, 34...36, 50...54, 57, 58: .date
    case 18...21, 32, 33, 45, 47, 55, 56: .time
    case 22: .dateAndTime
    case 46: .duration
    case 5...8, 42, 44: .currency
    default: .plain
    }
  }

  /// Characters of the longest code that Excel takes; a longer one is no format of a form.
  static let longestCode = 255

  /// The shape of a format code, plain for one over `longestCode`: «ДД.ММ.ГГГГ» as well as "dd.mm.yyyy". Literals in quotes, after
  /// a backslash or an underscore, colours and conditions in brackets do not count; only the
  /// first section decides.
  static func shape(of code: String) -> NumberShape {
    guard code.utf16.count <= longestCode else { return .plain }
    let mayBeGeneral = code.lowercased().contains("general")
    var scan = Scan()
    var characters = Array(code)[...]
    while let character = characters.popFirst() {
      switch character {
      case "\"":
        while let next = characters.popFirst(), next != "\"" {}
      case "\\", "_", "*":
        _ = characters.popFirst()
      case "[":
        var inside = ""
        while let next = characters.popFirst(), next != "]" { inside.append(next) }
        scan.bracket(inside.lowercased())
      case ";":
        return scan.shape
      default:
        // «General» and «Основной» hold letters of dates and are none.
        if mayBeGeneral, character == "G" || character == "g" {
          let word = "eneral"
          if String(characters.prefix(word.count)).lowercased() == word {
            characters = characters.dropFirst(word.count)
            continue
          }
        }
        scan.take(character)
      }
    }
    return scan.shape
  }

  private struct Scan {
    var hasDay = false
    var hasTime = false
    var hasMinuteOrMonth = false
    var isElapsed = false
    var isPercent = false
    var isCurrency = false
    var hasDigit = false

    mutating func bracket(_ inside: String) {
      if !inside.isEmpty, Set(inside).count == 1, "hmsчмс".contains(inside.first ?? " ") {
        isElapsed = true
      } else if inside.hasPrefix("$"), !inside.hasPrefix("$-") {
        isCurrency = true
      }
    }

    mutating func take(_ character: Character) {
      switch character {
      case "y", "Y", "d", "D", "г", "Г", "д", "Д", "e", "E":
        // "0.00E+00" is a number: E counts only where no digit has been seen.
        if character == "e" || character == "E" {
          if !hasDigit { hasDay = true }
        } else {
          hasDay = true
        }
      case "h", "H", "s", "S", "ч", "Ч", "с", "С": hasTime = true
      case "m", "M", "м", "М": hasMinuteOrMonth = true
      case "%": isPercent = true
      case "0", "#", "?": hasDigit = true
      case "€", "₽", "£", "¥": isCurrency = true
      default: break
      }
    }

    var shape: NumberShape {
      if isElapsed { return .duration }
      if hasDay, hasTime { return .dateAndTime }
      if hasTime { return .time }
      if hasDay || (hasMinuteOrMonth && !hasDigit) { return .date }
      if isPercent { return .percent }
      return isCurrency ? .currency : .plain
    }
  }
}

/// How much room a text takes on paper: widths of Liberation Sans (metrically Arial), summed by
/// kinds of letters. A little too much rather than too little: cut text cannot be read.
enum TextSize {
  /// Millimetres of a printer's point.
  private static let point = 0.3528
  /// Line spacing of the font, in its size.
  private static let spacing = 1.22
  /// Millimetres that a program leaves free at both sides of a cell together.
  private static let sides = 2.2
  /// Millimetres above and below the text of a cell together.
  private static let ends = 1.2

  /// Millimetres that a row needs to show `text` whole, wrapped by words, in a cell of `width`
  /// millimetres.
  static func height(of text: String, width: Double, points: Double) -> Double {
    let count = lines(of: text, width: width, points: points)
    return (Double(count) * points * point * spacing + ends).rounded(.up)
  }

  static func lines(of text: String, width: Double, points: Double) -> Int {
    let room = max(width - sides, points * point)
    return text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) {
      $0 + lines(ofParagraph: $1, room: room, points: points)
    }
  }

  private static func lines(ofParagraph text: Substring, room: Double, points: Double) -> Int {
    var count = 1
    var used = 0.0
    for word in text.split(separator: " ") {
      let width = self.width(of: word, points: points)
      let space = used == 0 ? 0 : self.width(of: " ", points: points)
      if used > 0, used + space + width > room {
        count += 1
        used = 0
      }
      // A word that is wider than the cell is broken.
      let broken = Int(width / room)
      count += broken
      used += (used == 0 ? 0 : space) + width - Double(broken) * room
    }
    return count
  }

  private static func width(of text: Substring, points: Double) -> Double {
    text.reduce(0) { $0 + share(of: $1) } * points * point
  }

  /// The width of a letter, in the size of the font.
  private static func share(of letter: Character) -> Double {
    if letter.isWhitespace || ".,:;!|'()".contains(letter) { return 0.3 }
    if "жмфшщыюЖМФШЩЫЮ—".contains(letter) { return 0.86 }
    if letter.isUppercase { return 0.72 }
    return 0.57
  }
}

/// Makes the pieces of a date or a time out of a section's tokens.
enum MomentParser {
  static func pieces(_ tokens: [FormatToken]) throws(FormatTokenizer.Misread) -> [MomentPiece] {
    var pieces: [MomentPiece] = []
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      index += 1
      switch token {
      case .letters(let letter, _, let count): pieces.append(field(letter, count))
      case .elapsed(let letter, let count): pieces.append(elapsed(letter, count))
      case .half(let width, let isSmall):
        pieces.append(.field(isSmall ? .smallHalf : .half, width: width))
      case .slash: pieces.append(.dateSeparator)
      case .point, .comma:
        let zeros = tokens[index...].prefix { $0 == .digit(.zero) }.count
        if zeros > 0,
          pieces.last?.unit == .second || pieces.last?.unit == .elapsedSeconds
        {
          // Excel shows milliseconds at most.
          pieces.append(.field(.secondFraction, width: min(zeros, 3)))
          index += zeros
        } else {
          pieces.append(.literal(token.sign))
        }
      case .literal, .figure, .percent: pieces.append(.literal(token.sign))
      case .digit, .general, .text, .exponent: throw FormatTokenizer.Misread()
      }
    }
    settleMinutes(&pieces)
    return pieces
  }

  private static func field(_ letter: FormatLetter, _ count: Int) -> MomentPiece {
    switch letter {
    case .year: .field(.year, width: count)
    case .era: .field(.year, width: 4)
    case .month: .field(.month, width: count)
    case .day: count > 2 ? .field(.weekday, width: min(count, 4)) : .field(.day, width: count)
    case .hour: .field(.hour, width: min(count, 2))
    case .second: .field(.second, width: min(count, 2))
    }
  }

  private static func elapsed(_ letter: FormatLetter, _ count: Int) -> MomentPiece {
    switch letter {
    case .hour: .field(.elapsedHours, width: count)
    case .second: .field(.elapsedSeconds, width: count)
    case .month, .year, .day, .era: .field(.elapsedMinutes, width: count)
    }
  }

  /// "m" behind hours or before seconds, with no other field between, is minutes.
  private static func settleMinutes(_ pieces: inout [MomentPiece]) {
    var last: MomentUnit?
    var lastPlace = 0
    for index in pieces.indices {
      guard case .field(let unit, let width) = pieces[index] else { continue }
      var seen = unit
      if unit == .month, width <= 2, last == .hour || last == .elapsedHours {
        pieces[index] = .field(.minute, width: width)
        seen = .minute
      } else if unit == .second || unit == .elapsedSeconds, last == .month,
        case .field(_, let before) = pieces[lastPlace], before <= 2
      {
        pieces[lastPlace] = .field(.minute, width: before)
      }
      if unit != .half, unit != .smallHalf {
        last = seen
        lastPlace = index
      }
    }
  }
}

/// What becomes of the bytes of a file that came, besides its hash.
package enum Custody: Sendable, Hashable {
  /// A copy is kept for good.
  case kept
  /// It holds rows of persons: a copy is kept until it is forgotten.
  case keptForTerm
  /// It holds rows of persons: nothing is kept but its hash and what was counted.
  case counted
  /// Nobody could look into it, and it may hold rows of persons: it stays where it lies.
  case left

  package var isKept: Bool {
    switch self {
    case .kept, .keptForTerm: true
    case .counted, .left: false
    }
  }

  package var holdsPersons: Bool {
    switch self {
    case .keptForTerm, .counted: true
    case .kept, .left: false
    }
  }
}

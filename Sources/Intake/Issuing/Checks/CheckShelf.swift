import Spreadsheets
import Synchronization

/// The compiled checks of a form, each made once for all units whose forms have the same cells and
/// whose type is the same. Several tasks may ask it at once.
final class CheckShelf: Sendable {
  /// What the checks of one form depend on, besides the pack.
  struct Variant: Hashable, Sendable {
    var places: FormPlaces
    var unitType: String?
  }

  /// Variants that are kept: a district has two or three (with and without last year's values, by
  /// the types of its schools); each takes some megabytes.
  private static let most = 16

  private let made = Mutex<[Variant: CheckSheet]>([:])

  /// - Parameter make: called when the variant is new; others that ask meanwhile wait for it.
  func sheet(for variant: Variant, make: () -> CheckSheet) -> CheckSheet {
    made.withLock { made in
      if let known = made[variant] { return known }
      let sheet = make()
      if made.count < Self.most { made[variant] = sheet }
      return sheet
    }
  }
}

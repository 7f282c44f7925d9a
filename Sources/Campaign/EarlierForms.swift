package import Monitoring
import Store

/// A form of an earlier year that lies among those of the campaign's last one.
package struct EarlierForm: Sendable, Hashable {
  /// Path below the inbox.
  package var file: String
  package var period: Period
}

/// The forms of earlier years that came since forms of the last one come, and lie in the inbox. One
/// in a folder that is called by its year lies where it should.
struct EarlierForms {
  private var byUnit: [UnitCode: [EarlierForm]] = [:]

  /// None while nothing came for the last year at all: then those of earlier years are what is being
  /// gathered.
  init(_ book: StoredBook, files: FilesInInbox, last: Period) {
    let ofLast = book.places.filter { $0.period == last }.flatMap(book.submissions)
    guard let start = ofLast.map(\.came).min() else { return }
    for place in book.places where place.period < last {
      let hashes = Set(book.submissions(place).map(\.submission.fileHash)).sorted()
      let names = hashes.flatMap { files.names(of: $0, since: start) }
      byUnit[place.unit, default: []] += names.sorted().filter {
        !Self.isFiled($0, by: place.period)
      }.map { EarlierForm(file: $0, period: place.period) }
    }
  }

  func forms(of unit: UnitCode) -> [EarlierForm] { byUnit[unit] ?? [] }

  private static func isFiled(_ name: String, by period: Period) -> Bool {
    name.split(separator: "/").dropLast().contains { Period(String($0)) == period }
  }
}

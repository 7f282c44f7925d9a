package import Monitoring
import Store

/// A form of an earlier year that lies among those of the campaign's last one.
package struct EarlierForm: Sendable, Hashable {
  /// Path below the inbox.
  package var file: String
  package var period: Period
}

/// The forms of earlier years that came since forms of the last one come, and lie in the inbox, or
/// that lie in a folder called by the last year. One in a folder that is called by its own year lies
/// where it should.
struct EarlierForms {
  private var byUnit: [UnitCode: [EarlierForm]] = [:]

  /// While nothing came for the last year at all, those of earlier years are what is being gathered:
  /// then a folder alone tells.
  init(_ book: StoredBook, files: FilesInInbox, last: Period) {
    let ofLast = book.places.filter { $0.period == last }.flatMap(book.submissions)
    let start = ofLast.map(\.came).min()
    for place in book.places where place.period < last {
      let hashes = Set(book.submissions(place).map(\.submission.fileHash)).sorted()
      let names = hashes.flatMap { hash in
        let came = start.map { files.names(of: hash, since: $0) } ?? []
        return files.names(of: hash).filter { name in
          !Self.isFiled(name, by: place.period)
            && (came.contains(name) || Self.isFiled(name, by: last))
        }
      }
      byUnit[place.unit, default: []] += names.sorted().map {
        EarlierForm(file: $0, period: place.period)
      }
    }
  }

  func forms(of unit: UnitCode) -> [EarlierForm] { byUnit[unit] ?? [] }

  /// Whether a folder on the way names the year: «2020», «2020 год», «Архив 2020».
  private static func isFiled(_ name: String, by period: Period) -> Bool {
    name.split(separator: "/").dropLast().contains { folder in
      folder.split { !("0"..."9").contains($0) }.contains { Int($0) == period.year }
    }
  }
}

import Foundation
import Monitoring
import Packs
import Spreadsheets
import Testing

@testable import Intake

/// A heading that was changed by hand is understood or asked about, and never taken for that of
/// another field, over all labels of the first pack.
@Suite struct MistakenLabelTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Templates/vilyuysk")

  /// What people do to a heading.
  private func changed(_ text: String) -> [String] {
    let words = text.split(separator: " ").map(String.init)
    var changed: [String] = []
    for index in words.indices {
      var without = words
      without.remove(at: index)
      changed.append(without.joined(separator: " "))
      var other = words
      other[index] = "прочих"
      changed.append(other.joined(separator: " "))
      if words[index].count > 6 {
        var slip = words
        slip[index] = String(words[index].dropLast(2)) + String(words[index].suffix(1))
        changed.append(slip.joined(separator: " "))
      }
    }
    for count in 1..<max(words.count, 2) {
      changed.append(words.prefix(count).joined(separator: " "))
      changed.append(words.suffix(count).joined(separator: " "))
    }
    return changed + [text + " (из них молодые)", text + ", в том числе по договору"]
  }

  /// The two fields of a section that are most like one of it.
  private func rivals(of j: Int, in labels: SectionLabels) -> [Int] {
    let fields = labels.fields.wanted
    return fields.indices.filter { $0 != j }
      .map { i in (i, fields[i].labels.map { $0.likeness(to: fields[j].labels[0]) }.max() ?? 0) }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(2).map(\.0)
  }

  /// Field i's heading is gone, and field j's was changed: i never takes it.
  @Test func aChangedHeadingIsNeverTakenForThatOfAMissingField() throws {
    let pack = try PackLoader.load(folder: Self.folder)
    var understood = 0
    var tried = 0
    for section in pack.sections {
      let labels = SectionLabels(section, classifiers: pack.classifiers)
      let fields = section.fields
      for j in fields.indices {
        for heading in changed(fields[j].label) {
          // What a pack declares as a label of another field is that field's.
          let said = Label(heading)
          let owners = labels.fields.wanted.indices.filter { index in
            labels.fields.wanted[index].labels.contains { $0.bare == said.bare }
          }
          guard owners.isEmpty || owners == [j] else { continue }
          for i in rivals(of: j, in: labels) {
            let texts = fields.indices.filter { $0 != i }.map {
              $0 == j ? heading : fields[$0].label
            }
            let candidates = texts.enumerated().map { row, text in
              LabelCandidate(
                place: CellAddress(row: row + 1, column: 1), labels: [Label(text)], text: text,
                number: nil)
            }
            let outcomes = labels.fields.outcomes(among: candidates)
            #expect(
              outcomes[i].candidate == nil,
              "«\(outcomes[i].candidate?.text ?? "")» was taken for «\(fields[i].label)»")
            tried += 1
            if outcomes[j].candidate?.text == heading { understood += 1 }
          }
        }
      }
    }
    print("headings understood: \(understood) of \(tried)")
    #expect(tried > 1000)
  }
}

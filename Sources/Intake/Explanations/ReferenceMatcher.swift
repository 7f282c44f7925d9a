import Findings
import Monitoring

/// Finds the findings of one form that references name.
struct ReferenceMatcher {
  private let findings: [Finding]
  private let phrases: ReferencePhrases
  private let places: FindingSpots
  private let spots: [[FindingSpots.Spot]]

  /// - Parameter phrases: those of the form's kind.
  init(
    schema: FormSchema, phrases: ReferencePhrases, classifiers: [Classifier], findings: [Finding],
    observations: [Observation]
  ) {
    self.findings = findings
    self.phrases = phrases.with(findings)
    let places = FindingSpots(
      schema: schema, classifiers: classifiers, observations: observations)
    self.places = places
    spots = findings.map(places.spots)
  }

  /// The positions of the findings that a text is about, of any severity; empty for a text that
  /// names nothing, and for a cell or row that stands on several sheets with findings.
  func findings(named text: String) -> Set<Int> {
    ReferenceReader.references(in: text, phrases).reduce(into: []) { found, reference in
      found.formUnion(positions(of: reference))
    }
  }

  /// Whether every word of a text was understood, but for those that name nothing.
  func knowsAll(of text: String) -> Bool { ReferenceReader.isWhole(text, phrases) }

  private func positions(of reference: Reference) -> Set<Int> {
    guard reference.codes.isEmpty else { return ofCodes(reference) }
    guard reference.sheet != nil else { return certain(reference) }
    let found = at(reference)
    guard found.isEmpty, !reference.isSheetSaid else { return found }
    var free = reference
    free.sheet = nil
    return certain(free)
  }

  /// A code with a place means those at the place; one that the place does not fit is still the
  /// finding of that code when there is no other: rows may have moved since the protocol.
  private func ofCodes(_ reference: Reference) -> Set<Int> {
    let coded = Set(findings.indices.filter { reference.codes.contains(findings[$0].code) })
    guard reference.namesPlace else { return coded }
    let placed = coded.intersection(at(reference))
    return placed.isEmpty && coded.count == 1 ? coded : placed
  }

  private func at(_ reference: Reference) -> Set<Int> {
    Set(
      findings.indices.filter { position in
        spots[position].contains { spot in
          places.isAt(spot, reference) && (reference.sheet.map(spot.names.contains) ?? true)
        }
      })
  }

  /// Without a sheet a place is certain when it is the same on every sheet that has findings
  /// there. Notices ask nothing: they are meant only where nothing else is.
  private func certain(_ reference: Reference) -> Set<Int> {
    guard reference.namesPlace else { return [] }
    let all = at(reference)
    let asking = all.filter { findings[$0].severity != .notice }
    guard !asking.isEmpty else { return all }
    var bySheet: [[String]: Set<Int>] = [:]
    for position in asking {
      for spot in spots[position] where places.isAt(spot, reference) {
        bySheet[spot.sheet, default: []].insert(position)
      }
    }
    return Set(bySheet.values).count == 1 ? asking : []
  }
}

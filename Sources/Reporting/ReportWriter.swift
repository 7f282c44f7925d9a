package import Documents
package import Monitoring
import Wording

/// Turns results into the data of templates: one vocabulary for every document of a pack, so
/// that a template chooses what it prints and no document is known here by its name.
///
/// What all documents share is made once, so that a document a unit costs only its own part.
/// The names are listed in `Templates/…/documents/README.md`.
package struct ReportWriter: Sendable {
  private let material: ReportMaterial
  private let shared: TemplateRecord

  package init(_ material: ReportMaterial) {
    self.material = material
    shared = SharedRecord(material).record
  }

  /// The data of a document that is made once, or of a unit's own.
  ///
  /// `unit` is the unit of a document with cardinality `.perUnit`, nil for one that is made once;
  /// a unit that the register does not know gives an empty `unit`.
  package func record(
    for plan: SystemPack.DocumentPlan, unit code: UnitCode? = nil
  ) -> TemplateRecord {
    var record = shared
    let recommendations = RecommendationRecords(material)
    let addressees = material.pack.members(of: KnownClassifier.addressees)
      .filter { plan.addressees.isEmpty || plan.addressees.contains($0.code) }
      .map(recommendations.addressee)
    record["document"] = .record([
      "code": .text(plan.code), "title": .text(plan.title),
    ])
    record["addressees"] = .list(addressees)
    record["addressee"] = .record(addressees.first ?? [:])
    if let unit = code.flatMap({ material.register[$0] }) {
      record["unit"] = .record(recommendations.unit(unit, for: plan.addressees))
    }
    return record
  }
}

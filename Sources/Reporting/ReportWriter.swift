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
  private let recommendations: RecommendationRecords
  /// In the order of the pack's dictionary.
  private let addressees: [(code: MemberCode, record: TemplateRecord)]

  package init(_ material: ReportMaterial) {
    self.material = material
    shared = SharedRecord(material).record
    let recommendations = RecommendationRecords(material)
    self.recommendations = recommendations
    addressees = material.pack.members(of: KnownClassifier.addressees).map {
      ($0.code, recommendations.addressee($0))
    }
  }

  /// The data of a document that is made once, or of a unit's own.
  ///
  /// `code` is the unit of a document with cardinality `.perUnit`, nil for one that is made once.
  /// `unit` is missing without it, and when the register does not know it.
  package func record(
    for plan: SystemPack.DocumentPlan, unit code: UnitCode? = nil
  ) -> TemplateRecord {
    var record = shared
    let own = addressees.filter { plan.addressees.isEmpty || plan.addressees.contains($0.code) }
    record["document"] = .record([
      "code": .text(plan.code), "title": .text(plan.title),
    ])
    record["addressees"] = .list(own.map(\.record))
    record["addressee"] = own.first.map { .record($0.record) } ?? .missing
    record["unit"] =
      code.flatMap { material.register[$0] }
      .map { .record(self.unit($0, for: plan)) } ?? .missing
    return record
  }

  private func unit(_ unit: Unit, for plan: SystemPack.DocumentPlan) -> TemplateRecord {
    var record = recommendations.unit(unit, for: plan.addressees)
    record.put(ReportTables(material).profile(of: unit), as: "indicator_table")
    return record
  }
}

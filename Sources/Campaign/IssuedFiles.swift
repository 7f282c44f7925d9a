package import Monitoring

/// What a run of `forms` wrote.
package struct IssuedFiles: Sendable {
  /// The folder of forms.
  package var folder: String
  package var period: Period
  package var units: Int
  package var documents: [WrittenDocuments.Document]
  /// Blanks in the folder under names that no expected unit has any more: of a unit that was
  /// renamed, closed or merged since. They are left where they are.
  package var stale: [String] = []
}

/// Names of the files of issued forms: as people call the form and the school, each once.
struct IssuedNames {
  private var taken: Set<String> = []

  /// Form, unit and year, without extension. Of two schools of one name the
  /// second has its code beside it.
  mutating func name(form: String, unit: Unit, period: Period, year: String) -> String {
    // Only what stands before code and year is cut: they tell alike names apart.
    let stem = FileName.shortened(FileName.safe("\(form) – \(unit.name(in: period).short)"))
    let end = FileName.safe(" – \(year.replacing("/", with: "-"))")
    let name = stem + end
    if taken.insert(name.lowercased()).inserted { return name }
    var mark = unit.code.rawValue
    var number = 2
    while true {
      let coded = stem + FileName.safe(" (\(mark))") + end
      if taken.insert(coded.lowercased()).inserted { return coded }
      mark = "\(unit.code), \(number)"
      number += 1
    }
  }
}

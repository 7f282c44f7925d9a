package import Monitoring

/// What a run of `forms` wrote.
package struct IssuedFiles: Sendable {
  /// The folder of forms.
  package var folder: String
  package var period: Period
  package var units: Int
  package var documents: [WrittenDocuments.Document]
}

/// Names of the files of issued forms: as people call the form and the school, each once.
struct IssuedNames {
  private var taken: Set<String> = []

  /// Form, unit and year, without extension. Of two schools of one name the
  /// second has its code beside it.
  mutating func name(form: String, unit: Unit, period: Period, year: String) -> String {
    // Two bytes a letter: the year at the end must stay.
    let short = String(unit.name(in: period).short.prefix(60))
    let end = " – \(year.replacing("/", with: "-"))"
    let name = FileName.safe("\(form) – \(short)\(end)")
    if taken.insert(name.lowercased()).inserted { return name }
    var mark = unit.code.rawValue
    var number = 2
    while true {
      let coded = FileName.safe("\(form) – \(short) (\(mark))\(end)")
      if taken.insert(coded.lowercased()).inserted { return coded }
      mark = "\(unit.code), \(number)"
      number += 1
    }
  }
}

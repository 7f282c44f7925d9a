import Monitoring

extension PackReader {
  func readDocuments() -> [SystemPack.DocumentPlan] {
    let keys = [
      "code", "title", "template", "file_name", "cardinality", "audiences", "addressees",
    ]
    var codes = SeenCodes()
    return records("documents.yaml", "documents", keys: keys).map { record in
      let code = codes.code(of: record)
      let cardinality = record.choice("cardinality", of: SystemPack.DocumentPlan.Cardinality.self)
      let fileName = record.text("file_name")
      if cardinality == .perUnit, !fileName.isEmpty, !fileName.contains("{unit}") {
        faults.add(.fileNameWithoutUnit, at: record.place(of: "file_name"))
      }
      return SystemPack.DocumentPlan(
        code: code, title: record.text("title"), template: template(of: record),
        fileName: fileName, cardinality: cardinality ?? .once,
        audiences: record.choices(
          record.neededElements("audiences"), of: Edition.Audience.self),
        addressees: members("addressees", of: "addressees", in: record))
    }
  }

  private func template(of document: Record) -> String {
    let path = document.text("template")
    let place = document.place(of: "template")
    let steps = path.split(separator: "/", omittingEmptySubsequences: false)
    if path.hasPrefix("/") || steps.contains("..") {
      faults.add(.pathOutside(path), at: place)
    } else if !path.isEmpty, !files.contains(path) {
      faults.add(.missingTemplate(path: path), at: place)
    }
    return path
  }
}

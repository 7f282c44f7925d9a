import Findings

@testable import Reporting

enum ProtocolSamples {
  /// One remark of each severity, all at one cell.
  static func of(_ severities: [Severity]) -> ProtocolMaterial {
    ProtocolMaterial(
      head: .init(
        organisation: "Управление", unit: "Школа", period: "2021 год", form: "Форма",
        file: "ф.xlsx", version: 1, deadline: "2021-06-15", formsTo: "на адрес отдела",
        explanationSheet: "Пояснения"),
      remarks: severities.map {
        .init(severity: $0, sheet: "Кадры", cell: "C14", message: "14 > 12", code: "pack:part")
      }, sheets: ["Титул", "Кадры"])
  }

  /// With everything that a protocol may have.
  static let full: ProtocolMaterial = {
    var material = of([.error, .warning, .notice, .warning])
    material.remarks[0].reason = "р"
    material.remarks[0].mend = "м"
    material.remarks[0].related = ["C12", "Предметы!D8"]
    material.remarks[3].explanation = "п"
    material.remarks += (1...9).map {
      .init(severity: .error, sheet: "Кадры", cell: "D\($0)", message: "\($0)", code: "b")
    }
    material.head.executor = "И"
    material.head.received = "2021-06-01T10:00:00Z"
    material.absent = ["Ф"]
    material.returned = .init(reason: "р", author: "а", at: "2021-06-01T10:00:00Z")
    material.corrections = [.init(value: "в", before: "1", after: "2")]
    material.changes = [.init(value: "в", before: "1", after: "2")]
    material.notEvaluated = 2
    material.copy = .annotated(["ф – замечания.xlsx"])
    return material
  }()
}

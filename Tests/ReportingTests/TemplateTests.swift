import Documents
import Findings
import Foundation
import Monitoring
import Testing

@testable import Reporting

/// The templates of a real pack against the data that this module makes: every name is known.
struct TemplateTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Templates/vilyuysk").standardized

  /// Names of the pack's fixed paragraphs, read off the file: the loader is another module.
  private func textNames() throws -> [String] {
    let pack = try String(contentsOf: Self.folder.appending(path: "pack.yaml"), encoding: .utf8)
    let texts = pack.split(separator: "\n").drop { $0 != "texts:" }.dropFirst()
    return texts.prefix { $0.hasPrefix("  ") || $0.hasPrefix("#") }
      .filter { $0.hasSuffix(":") && $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .map { $0.dropFirst(2).dropLast().description }
  }

  private func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: Self.folder.appending(path: "documents/\(name)")))
  }

  @Test(arguments: [
    "report", "practices", "recommendations", "recommendations_heads", "recommendations_teachers",
    "recommendations_department", "recommendations_unions", "roadmap", "order",
  ])
  func everyNameOfATemplateIsKnown(name: String) throws {
    var campaign = try SmallCampaign()
    campaign.fill()
    var material = campaign.material()
    for text in try textNames() { material.pack.texts[text] = ["Первый абзац:", "пункт."] }
    material.fill(campaign)
    let template = try DocumentTemplate(
      parsing: try bytes("\(name).fodt"), name: "\(name).fodt")
    let record = ReportWriter(material).record(for: SmallCampaign.plan, unit: "s1")
    #expect(template.faults(with: record).map(\.description) == [])
  }

  @Test func theProtocolAndTheSummaryKnowTheirNames() throws {
    let single = ProtocolSamples.full
    let first = try DocumentTemplate(parsing: try bytes("protocol.fodt"), name: "protocol.fodt")
    #expect(first.faults(with: single.record).map(\.description) == [])
    #expect(first.faults(with: ProtocolSamples.of([]).record).map(\.description) == [])
    let summary = SummaryMaterial(
      organisation: "У", period: "2021", deadline: "2021-06-15",
      rows: [.init(number: 1, unit: "Ш", standing: .missing)],
      others: [.init(file: "ф", remark: "р")])
    let second = try DocumentTemplate(parsing: try bytes("summary.fodt"), name: "summary.fodt")
    #expect(second.faults(with: summary.record).map(\.description) == [])
  }

  @Test func theFrameIsReadable() throws {
    _ = try HTMLFrame(parsing: try bytes("frame.html"), name: "frame.html")
  }

  /// The six components of §1.4 of the regulation, in its order, and the annex.
  @Test func theReportHasItsSixPartsInOrder() throws {
    let text = String(decoding: try bytes("report.fodt"), as: UTF8.self)
    let headings = text.split(separator: "<text:h ").dropFirst().compactMap { piece in
      piece.contains("text:outline-level=\"1\"")
        ? piece.split(separator: ">").dropFirst().first?.prefix { $0 != "<" } : nil
    }
    #expect(
      headings == [
        "1. Цель и задачи проведения анализа", "2. Ключевые направления анализа",
        "3. Анализ итоговых показателей", "4. Сравнительный анализ результатов по годам",
        "5. Анализ внутренних и внешних факторов, влияющих на уровень результатов",
        "6. Аналитические выводы", "Приложение. Паспорта показателей",
        "Приложение. Решения по представленным значениям",
      ])
  }
}

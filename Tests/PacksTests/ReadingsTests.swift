import Foundation
import Monitoring
import Packs
import Testing

/// What a pack lets people type in place of a number.
@Suite struct ReadingsTests {
  private func load(_ readings: String?) throws -> Readings {
    var texts = SmallPack.texts
    texts["readings.yaml"] = readings
    return try PackLoader.load(PackFiles(texts: texts)).readings
  }

  @Test func aPackWithoutTheFileDeclaresNothing() throws {
    #expect(try load(nil) == Readings())
  }

  @Test func everyWordIsRead() throws {
    let readings = try load(
      """
      units: {чел.: [чел, человек]}
      not_applicable: ['–', '-']
      missing: [н/д]
      zero: [нет]
      'yes': [да, '1']
      'no': [нет]
      """)
    #expect(
      readings
        == Readings(
          units: ["чел.": ["чел", "человек"]], notApplicable: ["–", "-"], missing: ["н/д"],
          zero: ["нет"], yes: ["да", "1"], no: ["нет"]))
  }

  @Test(arguments: [
    ("zero: [нет]\nmissing: [Нет]\n", "readings.yaml:1:8"),
    ("'yes': [да]\n'no': [ДА]\n", "readings.yaml:2:8"),
    ("zeros: [нет]\n", "readings.yaml:1:1"),
    ("zero: нет\n", "readings.yaml:1:7"),
    ("units: [чел.]\n", "readings.yaml:1:8"),
    ("zero: [нет]\n'no': [нет]\n", "readings.yaml:1:1"),
    ("'yes': [да]\n'no': []\n", "readings.yaml:2:7"),
  ])
  func aFaultHasItsPlace(_ text: String, _ place: String) throws {
    let error = #expect(throws: PackError.self) { try load(text) }
    let places = error?.faults.map { "\($0.file):\($0.line):\($0.column)" }
    #expect(places?.contains(place) == true)
  }

  /// The small pack asks for a yes or no.
  @Test(arguments: [
    ("zero: [нет]\n", ["`yes` is missing", "`no` is missing"]),
    ("'yes': [да]\n", ["`no` is missing"]),
    ("'no': [нет]\n", ["`yes` is missing"]),
  ])
  func aYesOrNoNeedsWordsOfBoth(_ readings: String, _ words: [String]) {
    var texts = SmallPack.texts
    texts["readings.yaml"] = readings
    #expect(faults(of: texts) == words.map { "readings.yaml:1:1: \($0)" })
    texts["form.yaml"] = texts["form.yaml"]?.replacing("kind: yes_no", with: "kind: text")
    #expect(faults(of: texts) == [])
  }
}

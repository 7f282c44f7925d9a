import ExactNumbers
import OpenDocument
import Testing

@testable import Documents

@Suite struct ChartTests {
  private func content(_ chart: Chart) -> Element {
    ChartDocument(chart: chart, fontFamily: "Liberation Serif").subDocument(named: "Object 1")
      .content
  }

  @Test func keepsTheDataInsideSoThatTheChartCanBeEdited() throws {
    var values: [String] = []
    var ranges: [String] = []
    content(Sample.lines).visit { element in
      if let value = element["office:value"] { values.append(value) }
      if let range = element["chart:values-cell-range-address"] { ranges.append(range) }
    }
    #expect(values == ["17.4", "41", "30.2", "NaN", "48.5", "33", "21.7", "62.1", "52"])
    #expect(
      ranges == ["local-table.$B$2:.$B$4", "local-table.$C$2:.$C$4", "local-table.$D$2:.$D$4"])
  }

  @Test func setsFontsAndRussianNumbersWhereLibreOfficeInheritsNone() {
    var fonts = 0
    var languages: Set<String> = []
    var wall: String?
    content(Sample.byYear).visit { element in
      if element["fo:font-family"] == "'Liberation Serif'" { fonts += 1 }
      if let language = element["number:language"] { languages.insert(language) }
      if element["style:name"] == "wall" {
        wall = element.first("style:graphic-properties")?["draw:fill"]
      }
    }
    // Legend, title of the axis, two axes, series, target.
    #expect(fonts == 6)
    #expect(languages == ["ru"])
    #expect(wall == "none")
  }

  @Test(arguments: [
    (["17.4", "21.7"], "%", "5", 0...5), (["62.1", "41"], "%", "20", 0...4),
    (["100", "3"], "%", "20", 0...5), (["0"], "", "0.2", 0...6), (["7", "12"], "чел.", "5", 0...3),
    (["-3", "4"], "", "2", -2...3), (["1250"], "", "500", 0...3),
  ])
  func choosesRoundStepsFromZero(
    values: [String], unit: String, step: String, ticks: ClosedRange<Int>
  ) {
    let chart = Chart(
      kind: .columns, title: "", unit: unit, categories: values,
      series: [Chart.Series("", values: values.map { ExactNumber($0) })], description: "")
    let scale = ChartScale(of: chart)
    #expect(scale.step == ExactNumber(step))
    #expect(scale.ticks == ticks)
  }

  @Test func drawsTheSameChartAsAPictureThatSpeaks() {
    let svg = ChartDrawing(chart: Sample.byYear, identifier: "f").element
    #expect(svg["role"] == "img")
    #expect(svg["aria-labelledby"] == "f-title f-desc")
    #expect(svg.first("title")?.text == "Показатель Ц.1 по годам")
    let texts = svg.elements.filter { $0.name == "text" }.map(\.text)
    for value in ["17,4", "19,96", "21,7", "2019", "Цель: 20\u{A0}%"] {
      #expect(texts.contains(value))
    }
    #expect(svg.elements.filter { $0.name == "rect" }.count == 4)
  }

  @Test func leavesAGapForNoDataAndSaysSo() {
    let svg = ChartDrawing(chart: Sample.bySchool, identifier: "f").element
    #expect(svg.elements.filter { $0.text == "н/д" }.count == 2)
    let path = ChartDrawing(chart: Sample.lines, identifier: "f").element.elements.first {
      $0.name == "path"
    }?["d"]
    #expect(path?.filter { $0 == "M" }.count == 2)
    #expect(path?.contains("L") == false)
  }
}

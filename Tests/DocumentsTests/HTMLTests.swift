import Documents
import Foundation
import Testing

@Suite struct HTMLTests {
  private func page() throws -> String {
    let frame = try HTMLFrame(parsing: Sample.file("frame.html"), name: "frame.html")
    return try String(
      decoding: Sample.template().render(Sample.record).html(frame: frame), as: UTF8.self)
  }

  @Test func escapesWhatDataBring() throws {
    let evil = "<script>alert(\"1\")</script> & 'x'"
    let html = try Sample.html(
      "<text:p>{{ x }}</text:p><text:p>{{ block b }}</text:p>",
      [
        "x": .text(evil),
        "b": .block(
          .table(
            Table(
              caption: evil, columns: [Table.Column(evil)],
              rows: [Table.Row([Table.Cell(evil, trace: evil, remark: evil)])]))),
      ])
    #expect(!html.contains("<script"))
    #expect(html.contains("title=\"&lt;script&gt;alert(&quot;1&quot;)"))
    #expect(html.contains("&lt;script&gt;"))
  }

  @Test func saysWhatParagraphsAreNotHowTheyLook() throws {
    let page = try page()
    for part in [
      "<title>Аналитическая справка за 2021 год</title>",
      "<h1 class=\"style-title center bold\">Аналитическая справка о результатах",
      "<h2 id=\"part-1\" class=\"style-heading-1 center bold\">1. Итоги</h2>",
      "Цель <strong>не достигнута</strong>.", "<p class=\"style-approval aside\">УТВЕРЖДЕНА<br/>",
      "<ul class=\"dashes\"><li>продолжить диагностику;</li>",
      "СОШ № 2 &lt;имени&gt; &amp; «К»", "<table class=\"plain\">",
      "<th scope=\"col\">Школа</th>",
    ] {
      #expect(page.contains(part), "\(part)")
    }
  }

  @Test func needsNothingFromOutside() throws {
    let page = try page()
    for forbidden in ["<script", "http:", "https:", "url(http", "<link", "{{"] {
      let found = page.replacing("http://www.w3.org/2000/svg", with: "").contains(forbidden)
      #expect(!found, "\(forbidden)")
    }
  }

  @Test func givesTablesACaptionAndCellsTheirHeadings() throws {
    let page = try page()
    #expect(page.contains("<caption>Таблица 1 – Доля педагогов, прошедших обучение, по школам"))
    #expect(page.contains("<th scope=\"colgroup\" colspan=\"2\">Обучено с учётом диагностики</th>"))
    #expect(page.contains("<th scope=\"row\">МБОУ «Хампинская СОШ»</th>"))
    #expect(page.contains("<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"4\">"))
    #expect(page.contains("<figcaption>Рисунок 2 – Доля обученных"))
    #expect(page.contains("<summary>Данные рисунка 2</summary><table"))
  }

  @Test func linksANumberToTheCellThatShowsIt() throws {
    let page = try page()
    let address = "i3_3/0/whole/2021/value"
    #expect(page.contains("data-trace=\"\(address)\" title=\"10 из 50. Откуда число: svodka trace"))
    #expect(page.components(separatedBy: "id=\"\(address)\"").count == 2)
    #expect(page.contains("<a class=\"source\" href=\"#\(address)\""))
  }
}

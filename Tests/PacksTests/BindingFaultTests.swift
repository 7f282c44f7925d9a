import ExactNumbers
import Foundation
import Monitoring
import Packs
import Testing
import Wording

/// `bindings.yaml`: how foreign workbooks are read.
@Suite struct BindingFaultTests {
  static let bindings = """
    bindings:
      - code: yearbook
        title: Ежегодник
        form: small-1
        sheets:
          - {names: [Таблица 3], until: 2019}
          - {title: по районам, since: 2020}
        begins: Раздел 1
        ends: [Раздел 2]
        unit: {headed: [Район, Территория]}
        period: {cell: A2}
        field: heading
        where: [{column: C, is: [Всего]}]
        fields:
          - {field: total, sum: [до 35 лет, [35 и старше, 35+]]}
          - {field: helped, label: Сопровождались, since: 2019}
          - {field: share}
        totals: {labels: [Итого], tolerance: 0.5, except: [share]}
        ignore: [в том числе]
        footnotes: ["(#)"]
        aliases: {school-1: [Первая]}
        markers: {missing: [x], suppressed: ["*"]}
      - code: subjects
        title: Предметы
        form: small-1
        sheets: [{}]
        unit: sheet
        period: {fixed: 2021}
        field: {column: B, reach: onward}
        dimension: subjects
        member: {beside: Предмет}
        values: {headed: Число}
        fields: [{field: teachers}]
    """

  private func pack(_ bindings: String) throws -> SystemPack {
    var texts = SmallPack.texts
    texts["bindings.yaml"] = bindings
    return try PackLoader.load(PackFiles(texts: texts))
  }

  @Test func aPackMayHaveNone() throws {
    #expect(try PackLoader.load(PackFiles(texts: SmallPack.texts)).bindings.isEmpty)
  }

  @Test func readsAll() throws {
    let bindings = try pack(Self.bindings).bindings
    #expect(bindings.map(\.code) == ["yearbook", "subjects"])
    let first = bindings[0]
    #expect(first.sheets.map(\.names) == [["Таблица 3"], []])
    #expect(first.sheets[1].span.since == Period(year: 2020))
    #expect(first.unit == .column(.init(.headed(["Район", "Территория"]))))
    #expect(first.period == .cell("A2") && first.field == .heading(.own))
    #expect(first.conditions == [.init(column: .init(.letter("C")), texts: ["Всего"])])
    #expect(first.fields[0].parts == [["до 35 лет"], ["35 и старше", "35+"]])
    #expect(first.fields[2].parts == [["Доля"]], "the labels of the form")
    #expect(
      first.totals == .init(labels: ["Итого"], tolerance: ExactNumber("0.5"), except: ["share"]))
    #expect(first.aliases == ["school-1": ["Первая"]])
    #expect(first.markers == ["x": .missing, "*": .suppressed])
    let second = bindings[1]
    #expect(second.unit == .sheet && second.period == .fixed("2021"))
    #expect(second.field == .column(.init(.letter("B"), reach: .onward)))
    #expect(second.member == .init(dimension: "subjects", source: .beside("Предмет")))
    #expect(second.values == .init(.headed(["Число"])))
  }

  @Test(arguments: [
    Slip(
      "bindings.yaml", "form: small-1", "form: ¦small-2",
      "there is no form `small-2`, did you mean `small-1`?"),
    Slip(
      "bindings.yaml", "{field: total", "{field: ¦totl",
      "the form has no field `totl`, did you mean `total`?"),
    Slip(
      "bindings.yaml", "{column: C", "{column: ¦С",
      "a column in Latin capitals, as \"B\", must stand here"),
    Slip(
      "bindings.yaml", "{cell: A2}", "{cell: ¦А2}",
      "a cell in Latin capitals, as \"A2\", must stand here"),
    Slip(
      "bindings.yaml", "field: heading", "field: ¦headings",
      "`headings` is not allowed here; one of: sheet, heading, heading_onward, {column: …}, "
        + "{headed: …}, {cell: …}, {beside: …}, {fixed: …}, did you mean `heading`?"),
    Slip(
      "bindings.yaml", "unit: {headed: [Район, Территория]}", "¦unite: sheet",
      "unknown key `unite`, did you mean `unit`?"),
    Slip(
      "bindings.yaml", "{headed: [Район, Территория]}", "{headed: ¦[]}", "a text must stand here"),
    Slip(
      "bindings.yaml", "reach: onward", "reach: ¦down",
      "`down` is not allowed here; one of: own, onward, did you mean `own`?"),
    Slip(
      "bindings.yaml", "until: 2019", "until: ¦19", "a year between 1990 and 2100 must stand here"),
    Slip("bindings.yaml", "tolerance: 0.5", "tolerance: ¦-1", "-1 is less than 0"),
    Slip(
      "bindings.yaml", "{field: helped, label: Сопровождались",
      "{field: helped, sum: [a, b], label: ¦Сопровождались",
      "`label` is not allowed here; one of: sum"),
    Slip(
      "bindings.yaml", "{field: share}", "{field: share, sum: ¦[a, b]}",
      "`share` holds no numbers"),
    Slip(
      "bindings.yaml", "{field: share}", "{field: ¦period}",
      "`period` is not allowed here; one of: period, unit"),
    Slip(
      "bindings.yaml", "{field: share}", "{field: ¦teachers}",
      "`dimension: subjects` is missing"),
    Slip(
      "bindings.yaml", "fields: [{field: teachers}]", "fields: [{field: ¦total}]",
      "`total` is no column of a table by `subjects`"),
    Slip(
      "bindings.yaml", "dimension: subjects", "dimension: ¦subject",
      "there is no dictionary `subject`, did you mean `subjects`?"),
    Slip(
      "bindings.yaml", "suppressed: [", "¦hidden: [", "unknown key `hidden`"),
    Slip(
      "bindings.yaml", "except: [share]", "except: [¦shares]",
      "the form has no field `shares`, did you mean `share`?"),
    Slip(
      "bindings.yaml", "code: subjects", "code: ¦yearbook",
      "the code `yearbook` stands in line 2 already"),
  ])
  func namesAFault(slip: Slip) throws {
    var texts = SmallPack.texts
    let source = Self.bindings
    let range = try #require(source.range(of: slip.old), "\(slip.old)")
    let marked = source.replacingCharacters(in: range, with: slip.new)
    let mark = try #require(marked.firstIndex(of: "¦"))
    let before = marked[..<mark].split(separator: "\n", omittingEmptySubsequences: false)
    let column = (before.last?.count ?? 0) + 1
    texts[slip.file] = marked.replacing("¦", with: "")
    let expected = "bindings.yaml:\(before.count):\(column): \(slip.words)"
    #expect(faults(of: texts).contains(expected), "\(faults(of: texts))")
  }

  @Test func moreThanTheLimitAreAFault() {
    var texts = SmallPack.texts
    texts["bindings.yaml"] = Self.bindings
    var limits = PackLimits()
    limits.bindings = 1
    let error = #expect(throws: PackError.self) {
      try PackLoader.load(PackFiles(texts: texts), limits: limits)
    }
    #expect(
      error?.faults.map { $0.message(.en) } == [
        "bindings.yaml:23:5: the list `bindings` has more than 1 elements"
      ])
  }

  @Test func needsRowsAndColumns() throws {
    let bindings = """
      bindings:
        - code: a
          title: A
          form: small-1
          sheets: [{}]
          unit: {fixed: school-1}
          period: {fixed: 2021}
          field: {fixed: total}
          fields: [{field: total, label: total}]
      """
    var texts = SmallPack.texts
    texts["bindings.yaml"] = bindings
    #expect(
      faults(of: texts) == [
        "bindings.yaml:2:5: one of `unit`, `period`, `field` and `member` must stand in a column: "
          + "{column: …} or {headed: …}",
        "bindings.yaml:2:5: `values` is missing",
      ])
    texts["bindings.yaml"] = bindings.replacing(
      "unit: {fixed: school-1}", with: "unit: heading\n    values: {column: B}")
    #expect(
      faults(of: texts).contains { $0.hasSuffix("`values` is not allowed here; one of: heading") })
  }
}

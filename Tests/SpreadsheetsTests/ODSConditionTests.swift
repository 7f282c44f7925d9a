import Testing

@testable import Spreadsheets

@Suite struct ODSConditionTests {
  /// kind, comparison, first, second, items
  static func line(_ condition: ODSCondition) -> String {
    [
      condition.kind.rawValue, condition.comparison?.rawValue, condition.first, condition.second,
      condition.items?.joined(separator: "|"),
    ].map { $0 ?? "-" }.joined(separator: " · ")
  }

  @Test(arguments: [
    ("", "any · - · - · - · -"),
    (
      "of:cell-content-is-in-list([$Справочник.$A$1:.$A$3])",
      "list · - · Справочник!$A$1:$A$3 · - · -"
    ),
    (
      #"of:cell-content-is-in-list("да";"нет, нет";"7 ""а""")"#,
      #"list · - · - · - · да|нет, нет|7 "а""#
    ),
    (#"oooc:cell-content-is-in-list("а;б" ; "в")"#, "list · - · - · - · а;б|в"),
    ("of:cell-content-is-in-list(1;2.5;-3)", "list · - · - · - · 1|2.5|-3"),
    (#"of:cell-content-is-in-list("а"&"б")"#, #"list · - · "а"&"б" · - · -"#),
    (
      "of:cell-content-is-in-list(OFFSET([$A.$A$1];0;1;9;1))",
      "list · - · OFFSET(A!$A$1,0,1,9,1) · - · -"
    ),
    (
      "of:cell-content-is-whole-number() and cell-content-is-between(1,10)",
      "whole · between · 1 · 10 · -"
    ),
    (
      "of:cell-content-is-whole-number() and cell-content-is-not-between(MAX([.A1];2),[.B1])",
      "whole · not-between · MAX(A1,2) · B1 · -"
    ),
    (
      "of:cell-content-is-decimal-number() and cell-content-is-between(1;2)",
      "decimal · between · 1 · 2 · -"
    ),
    (
      "of:cell-content-is-decimal-number() and cell-content()>=0.5",
      "decimal · greater-or-equal · 0.5 · - · -"
    ),
    (
      "of:cell-content-is-decimal-number() and cell-content() >= 0.5",
      "decimal · greater-or-equal · 0.5 · - · -"
    ),
    ("of:cell-content-is-date() and cell-content()!=7", "date · not-equal · 7 · - · -"),
    ("of:cell-content-is-date() and cell-content()<>7", "date · not-equal · 7 · - · -"),
    ("of:cell-content-is-time() and cell-content()<0.5", "time · less · 0.5 · - · -"),
    ("of:cell-content-is-date()", "date · - · - · - · -"),
    ("of:cell-content-text-length()<=5", "text-length · less-or-equal · 5 · - · -"),
    (
      "cell-content-text-length-is-between(1,5)", "text-length · between · 1 · 5 · -"
    ),
    (
      "cell-content-text-length-is-not-between( 1 , 5 )",
      "text-length · not-between · 1 · 5 · -"
    ),
    ("of:is-true-formula(MOD([.M4];2)=0)", "custom · - · MOD(M4,2)=0 · - · -"),
    ("of:is-true-formula([.A1]=\")\")", "custom · - · A1=\")\" · - · -"),
    ("msoxl:is-true-formula(MOD(M4,2)=0)", "custom · - · MOD(M4,2)=0 · - · -"),
    ("of:cell-content-is-between(1,2)", "decimal · between · 1 · 2 · -"),
    ("of:cell-content-is-odd()", "custom · - · cell-content-is-odd() · - · -"),
    ("of:cell-content-is-in-list(\"а\"", "custom · - · cell-content-is-in-list(\"а\" · - · -"),
    ("of:cell-content()", "custom · - · cell-content() · - · -"),
    ("of:)", "custom · - · ) · - · -"),
    ("of:((((", "custom · - · (((( · - · -"),
  ])
  func readsACondition(text: String, line: String) {
    #expect(Self.line(ODSCondition(text)) == line)
  }

  @Test func movesTheReferencesOfACondition() {
    let condition = ODSCondition(
      "of:is-true-formula([.M4]>[.$A$1])", move: .init(rows: 2, columns: -1))
    #expect(condition.first == "L6>$A$1")
  }

  @Test func endsOnAnyCondition() {
    var seed: UInt64 = 11
    let pieces = [
      "of:", "cell-content-is-whole-number()", " and ", "cell-content()", "<=", "(", ")", ",", ";",
      "\"", "'", "[", "]", "cell-content-is-in-list(", "cell-content-is-between(", "1", "я",
    ]
    for _ in 0..<20_000 {
      let text = (0..<8).map { _ -> String in
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return pieces[Int(seed >> 33) % pieces.count]
      }.joined()
      let condition = ODSCondition(text)
      #expect(condition.items == nil || condition.kind == .list)
    }
  }
}

import Testing

@testable import Spreadsheets

@Suite struct TagScannerTests {
  private func tags(_ text: String) throws -> [String] {
    let bytes = Array(text.utf8)
    var scanner = TagScanner(bytes, part: "p")
    var found: [String] = []
    while let tag = try scanner.next() {
      found.append("\(tag.kind) " + String(decoding: bytes[tag.name], as: UTF8.self))
    }
    return found
  }

  @Test func findsTagsOfAnyPrefixAndSpacing() throws {
    #expect(
      try tags("<?xml version='1.0'?><x:a\n b = '>' ><c d=\"/\"/><e /></x:a >")
        == ["start x:a", "empty c", "empty e", "end x:a"])
  }

  @Test(arguments: [
    "<a><!-- <b> -- > ]]> --></a>", "<a><![CDATA[<b></a>]]></a>", "<a><?p <b> ?></a>",
  ])
  func passesOverWhatOnlyLooksLikeTags(_ text: String) throws {
    #expect(try tags(text) == ["start a", "end a"])
  }

  @Test(arguments: [
    "<!DOCTYPE a [<!ENTITY b \"c\">]><a/>", "<a><!-- no end", "<a b='", "<a><", "<a></",
    "<a><!--></a>", "<a><![CDATA[ ]]</a>",
  ])
  func refusesWhatItCannotBeSureOf(_ text: String) {
    #expect(throws: AnnotationRefusal.self) { try tags(text) }
  }

  @Test func tellsWhereAttributesLie() throws {
    let bytes = Array("<c r='A1' s=\"1&#50;\"  x:t = \"a&lt;'b'\"/>".utf8)
    var scanner = TagScanner(bytes, part: "p")
    let tag = try #require(try scanner.next())
    #expect(tag.value(of: "r", in: bytes) == "A1")
    #expect(tag.value(of: "s", in: bytes) == "12")
    #expect(tag.value(of: "x:t", in: bytes) == "a<'b'")
    #expect(tag.value(of: "t", in: bytes) == nil)
  }

  @Test func splicesBytesAndLeavesTheRest() {
    var splices = ByteSplices()
    let bytes = Array("abcdef".utf8)
    splices.replace(2..<4, Array("-".utf8))
    splices.insert(Array("1".utf8), at: 6)
    splices.insert(Array("2".utf8), at: 0)
    splices.insert(Array("3".utf8), at: 0)
    #expect(String(decoding: splices.applied(to: bytes), as: UTF8.self) == "23ab-ef1")
  }

  @Test(arguments: ["a_x000D_b", "_x", "_x005F_x0041_", "x_x12_", "_xZZZZ_"])
  func writesWhatLooksLikeAnEscapeAsItself(_ text: String) {
    #expect(MarkupText.unescaped(MarkupText.escaped(text)) == text)
    // ECMA-376, part 1, 22.4.2.4.
    #expect(MarkupText.escaped("_x000D_") == "_x005F_x000D_")
    #expect(MarkupText.unescaped("a_x000A_b") == "a\nb")
  }

  /// References by XML 1.0, 4.1 and 4.6; half a million "&" with one ";" far behind them are read in one pass.
  @Test func readsReferencesAndNothingElse() {
    #expect(
      MarkupText.said(Array("a&amp;b &#x41;&#0000000065; &lt;&quot; &nbsp; & ; &".utf8))
        == "a&b AA <\" &nbsp; & ; &")
    let marks = String(repeating: "&", count: 500_000) + ";"
    #expect(MarkupText.said(Array(marks.utf8)) == marks)
  }

  @Test(
    arguments: [
      [0xFF, 0xFE, 0x3C, 0x00], Array(#"<?xml version="1.0" encoding="windows-1251"?><a/>"#.utf8),
    ] as [[UInt8]])
  func refusesOtherEncodings(_ bytes: [UInt8]) {
    #expect(throws: AnnotationRefusal.self) { try PartTree(bytes, part: "p", levels: 1) }
  }
}

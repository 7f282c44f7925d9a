import Markup
import Testing

@Suite struct MarkupReaderTests {
  @Test func lendsRecordsThatMirrorThoseOfC() {
    #expect(MarkupReader.recordsAgree)
  }

  @Test func readsWindows1251() throws {
    let head = Array(#"<?xml version="1.0" encoding="windows-1251"?><a>"#.utf8)
    // «Школа» in windows-1251.
    let document = head + [0xD8, 0xEA, 0xEE, 0xEB, 0xE0] + Array("</a>".utf8)
    #expect(try MarkupNode(reading: document).text == "Школа")
  }

  @Test func readsATextOfTwelveMegabytesOnlyWhereTheLimitAllowsIt() throws {
    let document = Array("<a>\(String(repeating: "x", count: 12 << 20))</a>".utf8)
    var limits = MarkupLimits()
    #expect { try MarkupNode(reading: document, limits: limits) } throws: {
      ($0 as? MarkupError)?.code == .tooLong
    }
    limits.longestRun = 16 << 20
    #expect(try MarkupNode(reading: document, limits: limits).text.utf8.count == 12 << 20)
  }

  @Test func stopsAtALongAttributeAndAtALongComment() {
    var limits = MarkupLimits()
    limits.longestRun = 200_000
    let long = String(repeating: "x", count: 400_000)
    for text in ["<a b='\(long)'/>", "<a><!--\(long)--></a>", "<a>\(long)</a>"] {
      #expect { try MarkupNode(reading: Array(text.utf8), limits: limits) } throws: {
        ($0 as? MarkupError)?.code == .tooLong
      }
    }
  }

  @Test func takesAThousandAttributesAndNoMore() throws {
    func element(_ count: Int) -> [UInt8] {
      Array("<a \((0..<count).map { "b\($0)=''" }.joined(separator: " "))/>".utf8)
    }
    #expect(try MarkupNode(reading: element(1_000)).attributes.count == 1_000)
    #expect { try MarkupNode(reading: element(1_001)) } throws: {
      ($0 as? MarkupError)?.code == .tooLarge
    }
  }

  @Test func takesALongPictureInATemplateOnly() throws {
    let document = Array("<a>\(String(repeating: "x", count: 2 << 20))</a>".utf8)
    #expect(try MarkupNode(reading: document, limits: .template).text.utf8.count == 2 << 20)
    #expect { try MarkupNode(reading: document) } throws: {
      ($0 as? MarkupError)?.code == .tooLong
    }
  }

  @Test(arguments: [
    ("0", 0), ("17", 17), ("-5", -5), ("999999999999999999", 999_999_999_999_999_999),
  ])
  func readsWholeNumbersFromBytes(text: String, number: Int) {
    let bytes = Array(text.utf8)
    #expect(Int(decimal: bytes.span) == number)
  }

  @Test(arguments: ["", "-", "+1", "1 ", "1.0", "9999999999999999999", "--1", "1-"])
  func refusesWhatIsNoWholeNumber(text: String) {
    let bytes = Array(text.utf8)
    #expect(Int(decimal: bytes.span) == nil)
  }
}

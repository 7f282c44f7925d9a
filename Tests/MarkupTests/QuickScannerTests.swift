import Foundation
import Markup
import TestSupport
import Testing

/// What a document says, as lines, with the pieces of a text joined.
private struct Script: MarkupReceiver {
  var lines: [String] = []
  var text: [UInt8] = []

  mutating func start(_ element: borrowing MarkupElement) throws(MarkupError) {
    flush()
    var line = "<\(element.token) line \(element.line)"
    element.forEachAttribute { token, value in line += " \(token)=\(Array(copying: value))" }
    lines.append(line)
  }

  mutating func end(_ token: Int32) throws(MarkupError) {
    flush()
    lines.append(">\(token)")
  }

  mutating func text(_ bytes: borrowing Span<UInt8>) throws(MarkupError) {
    text.append(copying: bytes)
  }

  mutating func flush() {
    if !text.isEmpty { lines.append("\(text)") }
    text = []
  }

  /// What was read, and the fault that ended it.
  static func of(_ document: [UInt8], isQuick: Bool, pieces: [Int]) -> [String] {
    var script = Script()
    var limits = MarkupLimits()
    limits.depth = 12
    var reader = MarkupReader(
      names: QuickScannerTests.names, limits: limits, isQuick: isQuick)
    do throws(MarkupError) {
      var start = 0
      for piece in pieces {
        let end = min(start + piece, document.count)
        try reader.feed(document.span.extracting(start..<end), to: &script)
        start = end
      }
      try reader.feed(document.span.extracting(start..<document.count), to: &script)
      try reader.finish(to: &script)
    } catch {
      // Text before a fault may be cut where the pieces end; which fault it is must be the same.
      script.text = []
      script.lines.append("fault \(error.code.name)")
    }
    script.flush()
    return script.lines
  }
}

extension [UInt8] {
  fileprivate init(copying bytes: borrowing Span<UInt8>) {
    self = bytes.indices.map { bytes[$0] }
  }
}

@Suite struct QuickScannerTests {
  static let names = KnownNames([
    KnownName("urn:1", "a", 1), KnownName("urn:2", "a", 2), KnownName(nil, "v", 3),
    KnownName("*", "any", 4), KnownName("urn:1", "v", 5), KnownName(nil, "a", 6),
    KnownName("http://www.w3.org/XML/1998/namespace", "space", 7),
  ])

  static let documents: [String] = [
    "<a/>", "<a></a>", "<a v='1'>x</a>", "<?xml version=\"1.0\"?><a>x</a>\n",
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<a><any v=\"1\" w='2'/>т</a>",
    "<?xml version='1.0' encoding='windows-1251'?><a>x</a>", "\u{FEFF}<a>x</a>",
    "<a xmlns='urn:1' xmlns:q='urn:2'><a/><q:a/><q:any v='1' q:v='2'/></a>",
    "<p:a xmlns:p='urn:1'><p:a p:v='1' v='2'/><a/></p:a>",
    "<a xmlns='urn:1'><a xmlns='urn:2'/><a/></a>",
    "<a>&lt;&amp;&gt;&quot;&apos;&#65;&#x416;&#x1F600;</a>", "<a v='&lt;&#10;&#9; &amp;'/>",
    "<a v='x\ny\tz\r\nw'/>", "<a>x\r\ny\rz\nw</a>", "<a>]]&gt;]] ]</a>", "<a>x]]>y</a>",
    "<a>&#0;</a>",
    "<a>&b;</a>", "<a>&</a>", "<a>& b</a>", "<a>&#xD800;</a>", "<a>&#+65;</a>",
    "<a>&#99999999999;</a>",
    "<a><!-- c --><any/>t</a>", "<a>x<![CDATA[<y>&amp;]]>z</a>", "<a><?pi x?><any/></a>",
    "<!-- c --><a/>", "<!DOCTYPE a><a/>", "<a/><b/>", "<a/>x", "<a/><!-- c -->", "<a", "<a>",
    "<a><any></a>",
    "<a v='1' v='2'/>", "<a v='1'w='2'/>", "<a v=1/>", "<a v/>", "<a v ='1' w= '2'/>",
    "<a  v='1'  />", "<a v='<'/>",
    "<a><any/ ></a>", "<a></a >", "<a></ a>", "<a><1/></a>", "<a><-x/></a>", "<a><ж/>x</a>",
    "<a><x:y/></a>",
    "<a><any:any:any/></a>", "<a :v='1'/>", "<a xml:space='preserve'> x </a>",
    "<a xmlns:xml='urn:1'/>",
    "<a xmlns:p=''><any/></a>", "<a xmlns=''><any/></a>", "<a xmlns:xmlns='urn:1'><any/></a>",
    "<a>\u{7F}\u{85}\u{FFFD}</a>", "<a>\u{FFFE}</a>", "<a>\u{1}</a>", "<a v='\u{1}'/>", "", " ",
    "x",
    "<any v=\"'\" w='\"'/>", "<any\nv='1'\nw='2'\n>\n<a/></any\n>", "<a><any\r\nv='1'\r\n/></a>",
    "<a><a><a><a><a><a><a><a><a><a><a><a><a/></a></a></a></a></a></a></a></a></a></a></a></a>",
    "<a q:v='1'/>", "<a xmlns:q='urn:1' xmlns:r='urn:1'><any q:v='1' r:v='2'/></a>",
    "<a xmlns:q='urn:1' xmlns:q='urn:2'/>", "<a xmlns:q='&amp;'><q:a/></a>", "<a v='&#13;&#10;'/>",
    "<a><any v='1'/><any w='1'/><any w='1' v='2'/><anya v='1'/><an/><any/></a>", "<a>x</b>",
    "<a>x</aa>",
    // A reference in a value is judged before its tag is read; a namespace is bound to a name only.
    "<a><any v='&b;'/></a>", "<a><any v='&lt;' w='&#0;'/></a>", "<a><any v='&#x;'/></a>",
    "<a><any v='&#00000000000065;'/>x</a>", "<a><any v='x&'/></a>", "<a><any v='&amp;&#65;x'/></a>",
    "<a xmlns:3d='urn:1'><any/></a>", "<a xmlns:-q='urn:1'>x</a>",
    "<?xml version='1.0\"?><a/>", "<?xml VERSION='1.0'?><a/>",
    "<?xml version='1.0' encoding='utf-8' ?><a>т</a>",
  ]

  @Test(arguments: documents)
  func readsWhatTheParserReads(document: String) {
    let bytes = Array(document.utf8)
    let expected = Script.of(bytes, isQuick: false, pieces: [])
    #expect(Script.of(bytes, isQuick: true, pieces: []) == expected)
    // Cut at every place, and into single bytes.
    for cut in 0...bytes.count {
      #expect(Script.of(bytes, isQuick: true, pieces: [cut]) == expected, "cut at \(cut)")
    }
    #expect(
      Script.of(bytes, isQuick: true, pieces: Array(repeating: 1, count: bytes.count)) == expected)
  }

  @Test func readsBrokenUTF8AsTheParserDoes() {
    for broken: [UInt8] in [
      [0xC0, 0x80], [0xC2], [0xC2, 0x41], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
      [0xEF, 0xBF, 0xBE],
      [0xF4, 0x90, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0x80], [0xFF], [0xE2, 0x82],
    ] {
      for document in [
        Array("<a>x".utf8) + broken + Array("y</a>".utf8),
        Array("<a v='x".utf8) + broken + Array("y'>z</a>".utf8), Array("<a>".utf8) + broken,
      ] {
        #expect(
          Script.of(document, isQuick: true, pieces: [])
            == Script.of(document, isQuick: false, pieces: []), "\(document)")
      }
    }
  }

  /// Documents that change at random: what is read is the same as libxml2 reads, wherever the
  /// pieces end.
  @Test func readsWhatTheParserReadsOfDocumentsMadeAtRandom() {
    let seed = UInt64.random(in: .min ... .max)
    print("seed of QuickScannerTests: \(seed)")
    var random = SplitMix(state: seed)
    let words = [
      "<a>", "</a>", "<any v='1'>", "</any>", "<any/>", "<q:a v=\"x\"/>", "x", "ж", "&amp;", "&lt;",
      "&#65;",
      "\n", "\r\n", " ", "]", ">", "v='2'", "<", "&", "'", "\"", "/", "=", "<!--", "-->",
      "<![CDATA[", "]]>", "1",
    ]
    for _ in 0..<4000 {
      var text = "<a xmlns:q='urn:1'>"
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        text += words.randomElement(using: &random) ?? ""
      }
      if Bool.random(using: &random) { text += "</a>" }
      let bytes = Array(text.utf8)
      let pieces = (0..<4).map { _ in Int.random(in: 1...9, using: &random) }
      let expected = Script.of(bytes, isQuick: false, pieces: [])
      #expect(
        Script.of(bytes, isQuick: true, pieces: pieces) == expected,
        "\(text.debugDescription) in pieces of \(pieces)")
    }
  }
}

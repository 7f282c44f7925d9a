import Markup
import Testing

@Suite struct MarkupTests {
  private func read(_ text: String, limits: MarkupLimits = MarkupLimits()) throws -> MarkupNode {
    try MarkupNode(reading: Array(text.utf8), limits: limits)
  }

  private func write(_ node: MarkupNode) -> String {
    var writer = MarkupWriter(declaration: false)
    writer.node(node)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    #"<a/>"#,
    #"<a x="1" y="&lt;&amp;&quot;&#10;">text <b>bold</b> tail</a>"#,
    #"<o:a xmlns:o="urn:o" xmlns="urn:d" o:x="1"><b/></o:a>"#,
    "<a>  white\n space </a>",
    "<a>&amp;&lt;&gt; «ё» 😀</a>",
  ])
  func writesBackWhatItRead(document: String) throws {
    #expect(write(try read(document)) == document)
  }

  @Test func knowsElementsByNamespaceWhateverTheirPrefix() throws {
    struct Receiver: MarkupReceiver {
      var tokens: [Int32] = []
      var values: [String] = []
      mutating func start(_ element: borrowing MarkupElement) throws(MarkupError) {
        tokens.append(element.token)
        values.append(element.string(2) ?? "-")
      }
      mutating func end(_ token: Int32) throws(MarkupError) {}
      mutating func text(_ bytes: borrowing Span<UInt8>) throws(MarkupError) {}
    }
    var receiver = Receiver()
    try MarkupReader.read(
      Array(#"<x:a xmlns:x="urn:1"><a xmlns="urn:2" v="7"/><a/></x:a>"#.utf8),
      names: [KnownName("urn:1", "a", 1), KnownName("urn:2", "a", 1), KnownName(nil, "v", 2)],
      to: &receiver)
    #expect(receiver.tokens == [1, 1, 0])
    #expect(receiver.values == ["-", "7", "-"])
  }

  @Test(arguments: [
    ("<a><b></a>", "markup.not-well-formed"),
    ("<a>", "markup.not-well-formed"),
    ("", "markup.not-well-formed"),
    ("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "markup.doctype"),
    ("<a><b><c><d/></c></b></a>", "markup.too-deep"),
    ("<a>" + String(repeating: "x", count: 300_000) + "</a>", "markup.too-long"),
    ("<a b=\"" + String(repeating: "x", count: 300_000) + "\"/>", "markup.too-long"),
  ])
  func refusesWhatIsHostileOrBroken(document: String, code: String) {
    var limits = MarkupLimits()
    limits.depth = 3
    limits.longestRun = 100_000
    let error = #expect(throws: MarkupError.self) { try read(document, limits: limits) }
    #expect(error?.code.name == code)
  }

  @Test func namesTheLineOfAFault() {
    let error = #expect(throws: MarkupError.self) { try read("<a>\n<b>\n</c>\n</a>") }
    #expect(error?.line == 3)
  }

  @Test(arguments: [1, 2, 3, 7, 64])
  func readsTheSameInChunksOfAnySize(size: Int) throws {
    let document = Array(#"<a x="ёж"><b>текст &amp; ещё</b><b/></a>"#.utf8)
    struct Counter: MarkupReceiver {
      var starts = 0
      var ends = 0
      var bytes: [UInt8] = []
      mutating func start(_ element: borrowing MarkupElement) throws(MarkupError) { starts += 1 }
      mutating func end(_ token: Int32) throws(MarkupError) { ends += 1 }
      mutating func text(_ span: borrowing Span<UInt8>) throws(MarkupError) {
        for index in span.indices { bytes.append(span[index]) }
      }
    }
    var counter = Counter()
    var reader = MarkupReader()
    for start in stride(from: 0, to: document.count, by: size) {
      let end = min(start + size, document.count)
      try reader.feed(Array(document[start..<end]).span, to: &counter)
    }
    try reader.finish(to: &counter)
    #expect(counter.starts == 3 && counter.ends == 3)
    #expect(String(decoding: counter.bytes, as: UTF8.self) == "текст & ещё")
  }

  @Test func readsUTF16() throws {
    let text = #"<?xml version="1.0" encoding="UTF-16"?><a>ёж</a>"#
    let bytes: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try MarkupNode(reading: bytes).text == "ёж")
  }

  @Test func leavesOutWhatXMLCannotHold() {
    var writer = MarkupWriter(declaration: false)
    writer.element("a", text: "x\u{0}\u{B}y")
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "<a>xy</a>")
  }
}

import Testing

@testable import Commands

@Suite struct ListingTests {
  @Test(arguments: [([], ""), (["а"], "а"), (["а", "б", "в"], "а; б; в")])
  func namesAFew(texts: [String], shown: String) {
    #expect(listed(texts, first: 3, separator: "; ") == shown)
  }

  @Test func ofAThousandNamesSaysTenAndHowManyMore() {
    let names = (1...1_000).map { "\($0).jpg" }
    let text = listed(names, first: 10, separator: "; ")
    #expect(text.hasPrefix("1.jpg; 2.jpg; ") && !text.contains("11.jpg"))
    #expect(text.hasSuffix(say("; 10.jpg и ещё 990", "; 10.jpg and 990 more")))
  }
}

import ExactNumbers
import Findings
import Monitoring
import Testing

@testable import Store

/// Results of earlier years, taken over from signed tables.
@Suite struct ImportStoringTests {
  private func values() throws -> [IndicatorValue] {
    func value(
      _ address: String, _ kind: Indicator.Kind, _ state: IndicatorValue.State,
      _ part: ExactNumber, _ whole: ExactNumber?, percent: ExactNumber?
    ) throws -> IndicatorValue {
      IndicatorValue(
        address: try #require(ValueAddress(address)), kind: kind, state: state, numerator: part,
        denominator: whole, coverage: Coverage(),
        imported: .init(
          line: 1, percent: percent, decimals: 1,
          origin: Origin(
            file: "итоги.csv", hash: Store.hash(of: [1]), sheet: "Лист1", cell: "C7",
            rawText: "34,8", decimals: 1)))
    }
    return [
      try value("i/root/-/2018/value", .share, .known, 0, nil, percent: ExactNumber("34.8")),
      try value("i/school-01/-/2018/value", .share, .known, 12, 48, percent: nil),
      try value("n/root/-/2018/value", .count, .noData, 0, nil, percent: nil),
    ]
  }

  private func take(_ store: Store, _ number: Int = 2018) throws -> Int {
    try store.importResults(
      try values(), of: try year(number), file: "итоги.csv",
      hash: try store.keep([1], name: "итоги.csv"), author: "Иванова", reason: "приказ № 7",
      now: noon)
  }

  @Test func keepsEveryValueWithItsCell() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    #expect(try take(store) == 1)
    let kept = try #require(try Store(folder: folder.path).imports().first)
    #expect(kept.values == (try values()))
    #expect(kept.file == "итоги.csv" && kept.entry.act == .importResults(hash: Store.hash(of: [1])))
    #expect(try store.bytes(of: Store.hash(of: [1])) == [1])
  }

  @Test func aPeriodWithFormsIsReckonedFromThem() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    try Form(period: 2018, file: "a").store(in: store)
    #expect { try take(store) } throws: { ($0 as? StoreError)?.code == .contradiction }
    #expect(try store.journal().isEmpty)
  }

  @Test func aFormThatComesLaterDoesNotTakeTheTablesPlaceUntilItIsTakenBack() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    #expect(try take(store) == 1)
    try Form(period: 2018, file: "b").store(in: store)
    #expect(try store.imports().map(\.entry.number) == [1])
    // A better table may still come, and nothing but a person's word brings the forms in.
    #expect(try take(store) == 2)
    for line in [2, 1] {
      #expect(try store.imports().map(\.entry.number) == [line])
      try store.withdrawImport(line, author: "Иванова", reason: "есть формы", now: noon)
    }
    #expect(try store.imports().isEmpty)
    #expect { try take(store) } throws: { ($0 as? StoreError)?.code == .contradiction }
  }

  @Test func aFileThatWasNotKeptIsRefused() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    #expect {
      try store.importResults(
        [], of: year(2018), file: "x", hash: "00", author: "", reason: "", now: noon)
    } throws: { ($0 as? StoreError)?.code == .contradiction }
  }

  @Test func isTakenBackByALineOfItsOwnOnly() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    let line = try take(store)
    let withdrawal = JournalEntry(at: noon, author: "", reason: "", act: .withdraw(line))
    #expect { try store.write(withdrawal) } throws: {
      ($0 as? StoreError)?.code == .contradiction
    }
    let back = try store.withdrawImport(line, author: "Иванова", reason: "не та", now: noon)
    #expect(try store.imports().isEmpty)
    #expect(try store.journal(period: year(2018)).map(\.act).last == .withdraw(line))
    for wrong in [line, back, 99] {
      #expect {
        try store.withdrawImport(wrong, author: "", reason: "", now: noon)
      } throws: { ($0 as? StoreError)?.code == .contradiction }
    }
  }
}

import Store
import Testing
import Wording

@testable import Campaign

/// What a person is told to do when the store refuses.
@Suite struct StoringWordsTests {
  private func words(_ code: StoreError.Code, _ language: Language) -> String {
    do {
      try storing { throw StoreError(code, path: "svodka.sqlite", reason: "is not whole") }
    } catch {
      return (error as? CampaignError)?.message(language) ?? "\(error)"
    }
    return ""
  }

  @Test func ofADamagedStoreTheWayBackIsACopyAndNotANewStore() {
    let russian = words(.damaged, .ru)
    let english = words(.damaged, .en)
    #expect(russian.contains("из копии") && !russian.contains("Переименуйте"))
    #expect(english.contains("from a copy") && !english.contains("is whole."))
    for text in [russian, english] {
      #expect(text.contains("svodka.sqlite-wal") && text.contains("svodka.sqlite-shm"))
    }
  }

  @Test func aContradictionIsNoFaultOfTheDisk() {
    #expect(!words(.contradiction, .ru).contains("диск"))
    #expect(words(.failed, .ru).contains("диск"))
  }
}

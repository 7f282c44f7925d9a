import Campaign
import Foundation
import Synchronization
import TestSupport
import Testing

@Suite struct SteadyReaderTests {
  private func reader() -> SteadyReader {
    var reader = SteadyReader()
    reader.tries = 3
    reader.pause = .milliseconds(1)
    return reader
  }

  /// A file that is written to, `times` times, in the middle of being read.
  private func read(_ file: URL, changing times: Int) async -> (SteadyReader.Outcome, Int) {
    let reads = Mutex(0)
    let outcome = await reader().read(file) { url in
      let bytes = try WholeFile.read(url)
      let number = reads.withLock { count in
        count += 1
        return count
      }
      if number <= times { try WholeFile.write(bytes + [UInt8(number)], to: url) }
      return bytes
    }
    return (outcome, reads.withLock { $0 })
  }

  @Test func aFileThatIsSavedMeanwhileIsReadAgain() async throws {
    let scratch = try ScratchFolder()
    let file = scratch.url.appending(path: "form.xlsx")
    try WholeFile.write([7], to: file)
    let (outcome, reads) = await read(file, changing: 1)
    #expect(outcome == .bytes([7, 1]) && reads == 2)
  }

  @Test func aFileThatDoesNotComeToRestIsLeft() async throws {
    let scratch = try ScratchFolder()
    let file = scratch.url.appending(path: "form.xlsx")
    try WholeFile.write([7], to: file)
    let (outcome, reads) = await read(file, changing: .max)
    #expect(outcome == .changing && reads == 3)
  }

  @Test func aFileThatIsCutWhileItIsReadIsNotTaken() async throws {
    let scratch = try ScratchFolder()
    let file = scratch.url.appending(path: "form.xlsx")
    try WholeFile.write([1, 2, 3], to: file)
    let outcome = await reader().read(file) { _ in [1, 2] }
    #expect(outcome == .changing)
  }

  @Test func aFileThatWasRemovedIsGone() async throws {
    let scratch = try ScratchFolder()
    let file = scratch.url.appending(path: "form.xlsx")
    #expect(await reader().read(file) == .gone)
    try WholeFile.write([1], to: file)
    let outcome = await reader().read(file) { url in
      try WholeFile.remove(url)
      return try WholeFile.read(url)
    }
    #expect(outcome == .gone)
  }
}

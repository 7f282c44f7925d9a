import Findings
import Foundation
import Glibc
import Store
import Synchronization
import TestSupport
import Testing

@testable import Campaign

/// Who worked, in the order in which they did.
private actor Diary {
  private(set) var notes: [Int] = []

  func note(_ number: Int) { notes.append(number) }
}

/// Runs that are stopped, that come at once, and files that others work on.
@Suite struct UndisturbedTests {
  private func step(
    _ campaign: OpenCampaign, progress: Campaign.Progress = .silent,
    waiting: @escaping @Sendable (CampaignLock.Holder) -> Void = { _ in }
  ) -> CollectForms {
    CollectForms(
      campaign: campaign, now: FixtureCampaign.now, isDryRun: false, progress: progress,
      waiting: waiting)
  }

  private func put(_ fixture: String, _ campaign: OpenCampaign, as name: String) throws {
    let bytes = try WholeFile.read(Checkout.fixtures.appending(path: "broken/\(fixture)"))
    try WholeFile.write(bytes, to: campaign.folder.inbox.appending(path: name))
  }

  private func store(_ campaign: OpenCampaign) throws -> Store {
    try Store(folder: campaign.folder.root.path)
  }

  @Test func theStoreOfACollectedCampaignHasNoFaults() async throws {
    let campaign = try await FixtureCampaign.collected().campaign
    #expect(try store(campaign).faults().isEmpty)
  }

  @Test func aRunThatIsStoppedSaysWhatItStoredAndIsGoneOnWith() async throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    // More than one batch of files.
    try FileManager.default.removeItem(at: campaign.folder.inbox)
    try FileManager.default.copyItem(
      at: Checkout.fixtures.appending(path: "campaign/inbox"), to: campaign.folder.inbox)
    let run = Mutex<Task<CollectSummary, any Error>?>(nil)
    let step = step(
      campaign,
      progress: Campaign.Progress { _, done, _ in
        // What Ctrl-C does, when the first forms are stored.
        if done > 0 { run.withLock { $0?.cancel() } }
      })
    let (ready, go) = AsyncStream.makeStream(of: Void.self)
    let task = Task {
      for await _ in ready { break }
      return try await step.run()
    }
    run.withLock { $0 = task }
    go.yield()
    let error = try await #require(throws: CampaignError.self) { try await task.value }
    #expect(error.code == .interrupted && error.english.contains("run collect again"))
    let before = try store(campaign)
    #expect(try before.faults().isEmpty)
    #expect(try error.english.contains("\(before.submissions().count) forms stored"))
    _ = try await self.step(campaign).run()
    let whole = try await FixtureCampaign.collected().campaign
    #expect(
      try store(campaign).submissions().count == store(whole).submissions().count)
    _ = scratch
  }

  @Test func aSecondRunWaitsForTheFirstAndSaysWhoItIs() async throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    try put("inserted-column.xlsx", campaign, as: "form.xlsx")
    let lock = try await CampaignLock.take(in: campaign.folder) { _ in }
    let holders = Mutex<[CampaignLock.Holder]>([])
    let summary = try await step(campaign) { holder in
      holders.withLock { $0.append(holder) }
      lock.release()
    }.run()
    let seen = holders.withLock { $0 }
    #expect(seen.map(\.process) == [Int(getpid())] && seen.first?.since != nil)
    #expect(summary.arrived == 1)
    _ = scratch
  }

  @Test func waitingHasAnEnd() async throws {
    let scratch = try ScratchFolder()
    let folder = CampaignFolder(scratch.url)
    let lock = try await CampaignLock.take(in: folder) { _ in }
    let error = try await #require(throws: CampaignError.self) {
      _ = try await CampaignLock.take(in: folder, patience: .milliseconds(300)) { _ in }
    }
    #expect(error.code == .busy && error.russian.contains("процесс \(getpid())"))
    lock.release()
    // The next one has it at once.
    let next = try await CampaignLock.take(in: folder) { _ in Issue.record("waited for nobody") }
    next.release()
  }

  @Test func whatIsDoneAloneIsNotDoneTwiceAtOnce() async throws {
    let scratch = try ScratchFolder()
    let folder = CampaignFolder(scratch.url)
    let diary = Diary()
    let work: @Sendable (Int) async throws -> Void = { number in
      try await CampaignLock.alone(in: folder, waiting: { _ in }) {
        await diary.note(number)
        try await Task.sleep(for: .milliseconds(100))
        await diary.note(number)
      }
    }
    async let first: Void = work(1)
    async let second: Void = work(2)
    _ = try await (first, second)
    let order = await diary.notes
    #expect(order == [1, 1, 2, 2] || order == [2, 2, 1, 1])
  }

  @Test func workThatFailsLetsGoOfTheLock() async throws {
    let scratch = try ScratchFolder()
    let folder = CampaignFolder(scratch.url)
    await #expect(throws: CampaignError.self) {
      try await CampaignLock.alone(in: folder, waiting: { _ in }) {
        throw CampaignError.interruptedWaiting
      }
    }
    let next = try await CampaignLock.take(in: folder) { _ in Issue.record("waited for nobody") }
    next.release()
  }

  @Test func twoRunsAtOnceStoreEveryFormOnce() async throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    try put("inserted-column.xlsx", campaign, as: "1.xlsx")
    try put("total-doubled.xlsx", campaign, as: "2.xlsx")
    let step = step(campaign)
    async let first = step.run()
    async let second = step.run()
    let both = try await [first, second]
    // One of them read both, the other found them stored.
    #expect(both.map(\.known).sorted() == [0, 2])
    #expect(try store(campaign).filesSeen().count == 2)
    #expect(try store(campaign).faults().isEmpty)
    _ = scratch
  }

  @Test func aNameThatIsNoUTF8IsNamed() async throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    try put("inserted-column.xlsx", campaign, as: "1.xlsx")
    // «форма» in Windows-1251, as old programs unpack archives.
    let name: [UInt8] = [0xF4, 0xEE, 0xF0, 0xEC, 0xE0]
    let path = Array(campaign.folder.inbox.path.utf8) + Array("/".utf8) + name + [0]
    let file = unsafe open(path.map { CChar(bitPattern: $0) }, O_CREAT | O_WRONLY, 0o644)
    try #require(file >= 0)
    close(file)
    let summary = try await step(campaign).run()
    #expect(summary.arrived == 1 && summary.files == 2 && summary.refused == 1)
    #expect(summary.fileFindings.map(\.code) == ["file.name-bytes"])
    _ = scratch
  }

  @Test(arguments: ["~$form.xlsx", ".~lock.form.xlsx#"])
  func aFormThatIsOpenIsNamed(mark: String) async throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    try put("inserted-column.xlsx", campaign, as: "2021/form.xlsx")
    try put("empty.xlsx", campaign, as: "2021/\(mark)")
    // The mark of a form that lies elsewhere says nothing of this one.
    try put("empty.xlsx", campaign, as: mark)
    let summary = try await step(campaign).run()
    let open = summary.fileFindings.filter { $0.code == "file.open" }
    #expect(open.map { $0.origins.first?.file } == ["2021/form.xlsx"])
    #expect(summary.arrived == 1)
    _ = scratch
  }

  @Test func aFolderIsCopiedWholeWhateverOthersCopyToo() throws {
    let scratch = try ScratchFolder()
    let from = scratch.url.appending(path: "from")
    try WholeFile.write([1], to: from.appending(path: "pack.yaml"))
    let place = scratch.url.appending(path: "system/2021")
    // Process 4194305 cannot be on Linux; process 1 lives.
    let (dead, alive) = (".2021.4194305-0A.part", ".2021.1-0A.part")
    for name in [dead, alive] {
      try WholeFile.write([2], to: scratch.url.appending(path: "system/\(name)/half"))
    }
    try WholeFile.copyFolder(from, to: place)
    #expect(try WholeFile.read(place.appending(path: "pack.yaml")) == [1])
    // The copy that was there first stays.
    try WholeFile.write([3], to: from.appending(path: "pack.yaml"))
    try WholeFile.copyFolder(from, to: place)
    #expect(try WholeFile.read(place.appending(path: "pack.yaml")) == [1])
    let system = scratch.url.appending(path: "system").path
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: system).sorted() == [alive, "2021"])
  }

  @Test func whatAKilledRunLeftHalfWrittenGoes() async throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    try put("inserted-column.xlsx", campaign, as: "1.xlsx")
    let folder = campaign.folder.output(campaign.current)
    // Process numbers end at 4194304 (0x400000) on Linux; process 1 lives.
    let (dead, alive) = (".dat.nosync400001.aaaaaa", ".dat.nosync1.aaaaaa")
    for name in [dead, alive] { try WholeFile.write([1], to: folder.appending(path: name)) }
    _ = try await step(campaign).run()
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(left.contains(alive) && !left.contains(dead))
    _ = scratch
  }
}

import Campaign
import Foundation

extension CampaignOptions {
  /// Opens the campaign and works in it while no other run may write to it. Commands that write
  /// documents, settings or the journal do all their work here; a dry run waits for nobody.
  func alone<Value>(
    isDryRun: Bool, _ work: (OpenCampaign) async throws -> Value
  ) async throws -> Value {
    let place = CampaignFolder(URL(filePath: folder, directoryHint: .isDirectory))
    // Where there is no campaign, opening it says so, and no lock is left behind.
    guard !isDryRun, FileManager.default.fileExists(atPath: place.settings.path) else {
      return try await work(try open())
    }
    // Opened when the others are done: what they wrote to settings and journal holds.
    return try await CampaignLock.alone(in: place, waiting: WaitingNote.tell) {
      try await work(try open())
    }
  }
}

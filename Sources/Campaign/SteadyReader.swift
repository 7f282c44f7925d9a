package import Foundation

/// Reads files of the inbox whole, though another program may be saving or removing them.
///
/// A file that was read while it was written is half old and half new, and may still open as a
/// workbook. So its size, its time of change and its number on the disk are compared before and
/// after; where they differ it is read again. One that was written to a moment ago is looked at once
/// more when that moment has passed: a program that saves in pieces may be between two of them. One
/// that rests longer in its middle cannot be told from one that is whole.
package struct SteadyReader: Sendable {
  package enum Outcome: Sendable, Hashable {
    case bytes([UInt8])
    /// It was different after each try.
    case changing
    /// It is not there any more.
    case gone
    /// The system's words.
    case unreadable(String)
  }

  /// Times that a file is read: an office program saves a form within a second.
  package var tries = 5
  /// Between two tries; four of them make a second and a half.
  package var pause = Duration.milliseconds(400)
  /// For how long a file must not have been written to: programs write piece after piece within
  /// some milliseconds.
  package var rest = Duration.milliseconds(250)
  /// The clock that the disk's times are of; not that of the campaign.
  package var clock: @Sendable () -> Date = { Date.now }

  package init() {}

  /// - Parameter load: reads the file; throws `CampaignError`.
  package func read(
    _ file: URL, load: @Sendable (URL) throws -> [UInt8] = WholeFile.read
  ) async -> Outcome {
    let path = file.path
    for attempt in 1...max(tries, 1) {
      guard let before = FileState(of: path) else { return .gone }
      do {
        let bytes = try load(file)
        if before == FileState(of: path), before.size == bytes.count, await hasRested(path, before)
        {
          return .bytes(bytes)
        }
      } catch let error as CampaignError {
        if FileState(of: path) == nil { return .gone }
        return .unreadable(error.english)
      } catch {
        return .unreadable("\(error)")
      }
      if attempt < tries { try? await Task.sleep(for: pause) }
    }
    return FileState(of: path) == nil ? .gone : .changing
  }

  /// Waits until nothing can have been written for a while, and looks again.
  private func hasRested(_ path: String, _ state: FileState) async -> Bool {
    let age = Duration.seconds(clock().timeIntervalSince(state.changed))
    // A time in the future is a wrong clock: nothing to wait for.
    guard age >= .zero, age < rest else { return true }
    try? await Task.sleep(for: rest - age)
    return state == FileState(of: path)
  }
}

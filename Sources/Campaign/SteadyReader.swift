package import Foundation

/// Reads files of the inbox whole, though another program may be saving or removing them.
///
/// A file that was read while it was written is half old and half new, and may still open as a
/// workbook. So its size, its time of change and its number on the disk are compared before and
/// after; where they differ it is read again. What two writes within one tick of the disk's clock
/// (some 4 ms on Linux) do to a file of the same size cannot be seen.
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

  package init() {}

  /// - Parameter load: reads the file; throws `CampaignError`.
  package func read(
    _ file: URL, load: @Sendable (URL) throws -> [UInt8] = WholeFile.read
  ) async -> Outcome {
    for attempt in 1...max(tries, 1) {
      guard let before = FileState(of: file) else { return .gone }
      do {
        let bytes = try load(file)
        if before == FileState(of: file), before.size == bytes.count { return .bytes(bytes) }
      } catch let error as CampaignError {
        if FileState(of: file) == nil { return .gone }
        return .unreadable(error.english)
      } catch {
        return .unreadable("\(error)")
      }
      if attempt < tries { try? await Task.sleep(for: pause) }
    }
    return FileState(of: file) == nil ? .gone : .changing
  }
}

/// What tells that a file is still the one that it was.
private struct FileState: Equatable {
  /// Bytes.
  let size: Int
  private let changed: Date?
  /// Another one where a program saves under a new name and renames.
  private let number: Int?

  /// Nil where there is no such file, or where nobody may ask.
  init?(of file: URL) {
    guard let known = try? FileManager.default.attributesOfItem(atPath: file.path) else {
      return nil
    }
    size = (known[.size] as? NSNumber)?.intValue ?? 0
    changed = known[.modificationDate] as? Date
    number = (known[.systemFileNumber] as? NSNumber)?.intValue
  }
}

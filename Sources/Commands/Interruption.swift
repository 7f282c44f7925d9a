import ArgumentParser
import Dispatch
import Glibc

/// Ctrl-C and SIGTERM: the first one asks a run to stop in order, the second ends it at once.
enum Interruption {
  private static let signals = [SIGINT, SIGTERM]

  /// Runs work as a task that the first signal cancels.
  static func stopping<Value: Sendable>(
    _ work: sending @escaping @isolated(any) () async throws -> Value
  ) async throws -> Value {
    let task = Task(operation: work)
    let sources = signals.map { number in
      // The system's own answer, to end the process, must not come first.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number)
      source.setEventHandler {
        guard !task.isCancelled else { _exit(ExitStatus.interrupted.rawValue) }
        task.cancel()
        Terminal.note(
          say(
            "\nОстанавливаюсь, как только закончу начатое; ещё раз Ctrl-C — сразу.",
            "\nStopping as soon as what was begun is done; Ctrl-C again to stop at once."))
      }
      source.resume()
      return source
    }
    defer {
      for source in sources { source.cancel() }
      for number in signals { signal(number, SIG_DFL) }
    }
    return try await task.value
  }
}

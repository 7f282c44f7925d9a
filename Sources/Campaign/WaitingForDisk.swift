import Dispatch

/// Does work that waits for the disk on a thread of its own: the tasks of a program share as many
/// threads as there are cores, and one that waits would leave its core idle.
func waitingForDisk<Value: Sendable>(
  _ work: @escaping @Sendable () throws -> Value
) async throws -> Value {
  try await withCheckedThrowingContinuation { continuation in
    DispatchQueue.global().async { continuation.resume(with: Swift.Result(catching: work)) }
  }
}

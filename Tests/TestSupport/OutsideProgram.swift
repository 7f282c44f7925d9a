import Foundation

/// Programs that tests hold what is written against.
package enum OutsideProgram {
  /// Nil where the program is not there, and under `scripts/sanitize`: Foundation keeps some bytes
  /// of every program that was run to the end, which AddressSanitizer takes for lost.
  package static func path(_ path: String) -> String? {
    let isUnwanted = ProcessInfo.processInfo.environment["SVODKA_NO_PROGRAMS"] != nil
    return !isUnwanted && FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }

  /// - Returns: its exit code, and all that it said.
  package static func run(_ path: String, _ arguments: [String]) throws -> (
    status: Int32, said: String
  ) {
    let program = Process()
    let output = Pipe()
    program.executableURL = URL(filePath: path)
    program.arguments = arguments
    program.standardOutput = output
    program.standardError = output
    try program.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    program.waitUntilExit()
    return (program.terminationStatus, String(decoding: said, as: UTF8.self))
  }
}

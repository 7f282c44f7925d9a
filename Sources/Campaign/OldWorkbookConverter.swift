import Foundation
import Glibc
import Intake
import Spreadsheets

/// Makes XLSX of old XLS with the LibreOffice of this machine, in a folder and with a profile that
/// are made for each file and removed after it.
package struct OldWorkbookConverter: Sendable {
  package enum Outcome: Sendable, Hashable {
    case converted([UInt8])
    /// What LibreOffice came to, in a few words for both languages.
    case failed(String)
  }

  private let program: URL
  private let seconds: Int

  /// Seconds for one file: the first start of LibreOffice takes some five on a small machine.
  package static let patience = 90

  /// - Parameter path: folders to look in, as the variable PATH lists them.
  /// - Returns: nil where there is no LibreOffice.
  package init?(path: String, seconds: Int = patience) {
    let found = path.split(separator: ":").flatMap { folder in
      ["soffice", "libreoffice"].map { URL(filePath: String(folder)).appending(path: $0) }
    }.first { FileManager.default.isExecutableFile(atPath: $0.path) }
    guard let found else { return nil }
    program = found
    self.seconds = seconds
  }

  /// Converts one file. Macros are not run, and what takes longer than the patience is killed.
  package func convert(_ bytes: [UInt8]) async -> Outcome {
    let scratch = FileManager.default.temporaryDirectory.appending(path: "svodka-\(UUID())")
    defer { try? FileManager.default.removeItem(at: scratch) }
    do {
      try FileManager.default.createDirectory(
        at: scratch, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try Data(bytes).write(to: scratch.appending(path: "old.xls"))
    } catch {
      return .failed(error.localizedDescription)
    }
    guard await run(in: scratch) else { return .failed("LibreOffice > \(seconds) s") }
    let result = scratch.appending(path: "out/old.xlsx")
    let size = (try? result.resourceValues(forKeys: [.fileSizeKey]))?.fileSize ?? 0
    guard size > 0, size <= SpreadsheetLimits.form.fileBytes,
      let content = try? Data(contentsOf: result)
    else {
      return .failed("LibreOffice: 0 XLSX")
    }
    return .converted([UInt8](content))
  }

  /// - Returns: false when it was killed, or could not be started.
  private func run(in scratch: URL) async -> Bool {
    let process = Process()
    process.executableURL = program
    process.arguments = [
      "-env:UserInstallation=\(scratch.appending(path: "profile").absoluteString)", "--headless",
      "--norestore", "--nolockcheck", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir",
      scratch.appending(path: "out").path, scratch.appending(path: "old.xls").path,
    ]
    process.environment = [
      "HOME": scratch.path, "PATH": program.deletingLastPathComponent().path + ":/usr/bin:/bin",
      "LC_ALL": "C.UTF-8",
    ]
    process.currentDirectoryURL = scratch
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let (ends, end) = AsyncStream.makeStream(of: Bool.self)
    process.terminationHandler = { _ in
      end.yield(true)
      end.finish()
    }
    guard (try? process.run()) != nil else { return false }
    let group = process.processIdentifier
    let clock = Task { [seconds] in
      try await Task.sleep(for: .seconds(seconds))
      end.yield(false)
    }
    var isDone = false
    for await isEnd in ends {
      isDone = isEnd
      break
    }
    clock.cancel()
    // soffice starts a program of its own, which outlives it: the group goes as a whole.
    if getpgid(group) == group || isDone { kill(-group, SIGKILL) }
    if !isDone { kill(group, SIGKILL) }
    return isDone
  }
}

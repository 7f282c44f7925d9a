import Foundation
import TestSupport
import Testing

/// Programs of offices, for tests that hold a form against what they make of it when they save it.
enum OtherProgram: CaseIterable {
  case libreOffice
  case gnumeric

  var isInstalled: Bool { path != nil }

  private var path: String? {
    let name =
      switch self {
      case .libreOffice: "soffice"
      case .gnumeric: "ssconvert"
      }
    return ["/usr/bin", "/usr/local/bin"].map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// The files as the program saves them, in their order.
  ///
  /// - Parameter files: names with their endings, and bytes.
  func saved(
    _ files: [(name: String, bytes: [UInt8])], as ending: String
  ) throws -> [[UInt8]] {
    let path = try #require(path)
    let scratch = try ScratchFolder()
    let out = scratch.url.appending(path: "out")
    try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
    let sources = files.map { scratch.url.appending(path: $0.name) }
    for (file, source) in zip(files, sources) { try Data(file.bytes).write(to: source) }
    let targets = sources.map { source in
      out.appending(path: source.deletingPathExtension().lastPathComponent + ".\(ending)")
    }
    switch self {
    case .libreOffice:
      try run(
        path,
        [
          "--headless", "-env:UserInstallation=\(scratch.url.appending(path: "profile"))",
          "--convert-to", ending, "--outdir", out.path,
        ] + sources.map(\.path))
    case .gnumeric:
      for (source, target) in zip(sources, targets) {
        try run(path, ["--recalc", source.path, target.path])
      }
    }
    return try targets.map { [UInt8](try Data(contentsOf: $0)) }
  }

  private func run(_ path: String, _ arguments: [String]) throws {
    let program = Process()
    program.executableURL = URL(filePath: path)
    program.arguments = arguments
    program.standardOutput = FileHandle.nullDevice
    program.standardError = FileHandle.nullDevice
    try program.run()
    program.waitUntilExit()
    try #require(program.terminationStatus == 0, "\(self) gave up")
  }
}

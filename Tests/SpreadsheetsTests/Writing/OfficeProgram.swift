import Foundation
import Spreadsheets
import TestSupport
import Testing

/// LibreOffice, for tests that hold what is written against what it makes of it.
enum OfficeProgram {
  private static let path = ["/usr/bin/soffice", "/usr/local/bin/soffice"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// The file as LibreOffice saves it, all formulas reckoned anew; nil where there is no
  /// LibreOffice, which the test says aloud.
  static func convert(
    _ bytes: [UInt8], from: NewWorkbook.FileFormat, to format: String
  ) throws -> [UInt8]? {
    guard let path else {
      print("skipped in part: LibreOffice (soffice) is not installed")
      return nil
    }
    let scratch = try ScratchFolder()
    let source = scratch.url.appending(path: "source.\(from.rawValue)")
    let out = scratch.url.appending(path: "out")
    try Data(bytes).write(to: source)
    let program = Process()
    program.executableURL = URL(filePath: path)
    program.arguments = [
      "--headless", "-env:UserInstallation=\(scratch.url.appending(path: "profile"))",
      "--convert-to", format, "--outdir", out.path, source.path,
    ]
    program.standardOutput = FileHandle.nullDevice
    program.standardError = FileHandle.nullDevice
    try program.run()
    program.waitUntilExit()
    let name = "source." + (format.split(separator: ":").first.map(String.init) ?? format)
    return [UInt8](try Data(contentsOf: out.appending(path: name)))
  }
}

import Foundation
import Spreadsheets
import TestSupport
import Testing

/// LibreOffice, for tests that hold what is written against what it makes of it.
enum OfficeProgram {
  /// Nil where it is not installed: tests that need it are not enabled then.
  static let path = OutsideProgram.path("/usr/bin/soffice")

  /// The file as LibreOffice saves it, all formulas reckoned anew.
  static func convert(
    _ bytes: [UInt8], from: NewWorkbook.FileFormat, to format: String
  ) throws -> [UInt8] {
    let path = try #require(path)
    let scratch = try ScratchFolder()
    let source = scratch.url.appending(path: "source.\(from.rawValue)")
    let out = scratch.url.appending(path: "out")
    let profile = scratch.url.appending(path: "profile")
    let user = profile.appending(path: "user")
    try FileManager.default.createDirectory(at: user, withIntermediateDirectories: true)
    try Data(settings.utf8).write(to: user.appending(path: "registrymodifications.xcu"))
    try Data(bytes).write(to: source)
    let arguments = [
      "--headless", "-env:UserInstallation=\(profile)", "--convert-to", format,
      "--outdir", out.path, source.path,
    ]
    let (status, said) = try OutsideProgram.run(path, arguments)
    try #require(status == 0, "\(said)")
    let name = "source." + (format.split(separator: ":").first.map(String.init) ?? format)
    return [UInt8](try Data(contentsOf: out.appending(path: name)))
  }

  /// Files of Excel and of OpenDocument are reckoned anew when they are opened (0: always).
  private static let settings = """
    <?xml version="1.0" encoding="UTF-8"?>
    <oor:items xmlns:oor="http://openoffice.org/2001/registry">
    <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" \
    oor:op="fuse"><value>0</value></prop></item>
    <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="ODFRecalcMode" \
    oor:op="fuse"><value>0</value></prop></item>
    </oor:items>
    """
}

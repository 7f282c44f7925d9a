import Findings
import Foundation
import Monitoring
import Packs
import TestSupport
import Testing

@testable import Intake

/// Forms that LibreOffice opened and saved again, in each of its formats.
@Suite(.enabled(if: Office.path != nil, "soffice is not installed"))
struct OfficeSavedFormTests {
  /// A damaged form that is understood, and a clean one.
  private static let forms = [
    "campaign/inbox/2021/05_форма МС-1_2021.xlsx", "broken/moved-table.xlsx",
    "broken/inserted-column.xlsx", "broken/renamed-heading.xlsx",
  ]

  @Test(arguments: ["xlsx", "ods", "fods"])
  func aFormThatWasSavedAgainIsReadTheSame(_ format: String) throws {
    let binder = try binder()
    let folder = try ScratchFolder()
    let sources = Self.forms.map { Checkout.fixtures.appending(path: $0) }
    try convert(sources, to: format, into: folder.url)
    for source in sources {
      let name = source.deletingPathExtension().lastPathComponent
      let saved = folder.url.appending(path: "\(name).\(format)")
      let before = try bind(source, binder)
      let after = try bind(saved, binder)
      #expect(after.form == before.form && before.form != nil, "\(name)")
      #expect(after.values == before.values, "\(name)")
      #expect(after.codes == before.codes, "\(name)")
    }
  }

  private func bind(_ url: URL, _ binder: FormBinder) throws -> FormBinding {
    let read = FileIntake().read(path: "form", hash: "h", bytes: Array(try Data(contentsOf: url)))
    return binder.bind(try #require(read.form))[0]
  }

  private func binder() throws -> FormBinder {
    let pack = try PackLoader.load(folder: Checkout.templates.appending(path: "vilyuysk"))
    let bytes = try Data(contentsOf: Checkout.fixtures.appending(path: "campaign/schools.xlsx"))
    let file = try #require(
      FileIntake().read(path: "schools.xlsx", hash: "h", bytes: Array(bytes)).form)
    let district = Unit(
      code: "district", number: 0, names: [.init(full: "Район", short: "Район")],
      level: "municipality")
    return FormBinder(
      schema: pack.forms[0], among: pack.forms, classifiers: pack.classifiers,
      readings: pack.readings, register: UnitRegisterReader(root: district).read(file).register,
      periods: [2021].compactMap(Period.init(year:)))
  }

  private func convert(_ sources: [URL], to format: String, into folder: URL) throws {
    let office = Process()
    office.executableURL = URL(filePath: try #require(Office.path))
    let profile = folder.appending(path: "profile").absoluteString
    office.arguments =
      [
        "--headless", "-env:UserInstallation=\(profile)", "--convert-to", format, "--outdir",
        folder.path,
      ] + sources.map(\.path)
    office.standardOutput = FileHandle.nullDevice
    office.standardError = FileHandle.nullDevice
    try office.run()
    office.waitUntilExit()
    #expect(office.terminationStatus == 0)
  }
}

private enum Office {
  static let path = ["/usr/bin/soffice", "/usr/lib/libreoffice/program/soffice"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }
}

import Foundation
import Spreadsheets
import TestSupport
import Testing

/// Files that are made to break a reader: `python3 Fixtures/hostile FOLDER`, or `scripts/hostile
/// --make`.
@Suite struct ODSAnnotatingHostileTests {
  static let folder: URL? = {
    let told = ProcessInfo.processInfo.environment["SVODKA_HOSTILE"].map { URL(filePath: $0) }
    if let told, FileManager.default.fileExists(atPath: told.path) { return told }
    print("skipped: remarks in hostile files (scripts/hostile --make makes them)")
    return nil
  }()

  @Test(.enabled(if: folder != nil, "there are no hostile files"))
  func endsInACopyOrARefusal() throws {
    let folder = try #require(Self.folder)
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "ods" }.sorted { $0.path < $1.path }
    #expect(files.count > 100)
    for url in files {
      let bytes = [UInt8](try Data(contentsOf: url))
      let sheets = (try? Workbook(reading: bytes, limits: .form))?.sheets ?? []
      let names = sheets.isEmpty ? ["Лист1"] : sheets.prefix(2).map(\.name)
      let marks = try names.flatMap { name in
        try ["A1", "B2", "C700000", "XFD1", "XFD1048576"].map {
          try ODSAnnotatingTests.mark($0, "проба", sheet: name)
        }
      }
      let start = ContinuousClock.now
      let copy = try? ODSAnnotatedFiles.annotation(marks).applied(to: bytes)
      let seconds = (ContinuousClock.now - start).components.seconds
      if seconds > 5 { print("\(url.lastPathComponent): \(seconds) s") }
      // Unoptimised, on a busy machine; built for release it is a tenth of it.
      #expect(seconds < 90, "\(url.lastPathComponent)")
      if let copy {
        #expect(throws: Never.self, "\(url.lastPathComponent)") {
          _ = try Workbook(reading: copy.bytes)
        }
      }
    }
  }
}

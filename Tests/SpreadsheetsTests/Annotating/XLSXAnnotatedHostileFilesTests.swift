import Foundation
import TestSupport
import Testing

@testable import Spreadsheets

/// Files that are made to break a reader (`Fixtures/hostile`), annotated.
@Suite struct XLSXAnnotatedHostileFilesTests {
  /// Seconds that a file may take: a build for debugging on a busy machine takes twenty times what
  /// `scripts/hostile` allows.
  private static let mostSeconds = 60.0

  @Test func breaksAtNoHostileFile() throws {
    // `scripts/hostile --make` makes them: 300 MB, which take a minute.
    guard let told = ProcessInfo.processInfo.environment["SVODKA_HOSTILE"],
      FileManager.default.fileExists(atPath: told)
    else {
      print("skipped: annotation of hostile files (SVODKA_HOSTILE names no folder of them)")
      return
    }
    let folder = URL(filePath: told)
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil
    ).filter { ["xlsx", "xlsm"].contains($0.pathExtension) }.sorted { $0.path < $1.path }
    #expect(files.count > 50)
    for file in files { try annotate(file) }
  }

  private func annotate(_ file: URL) throws {
    let bytes = try [UInt8](Data(contentsOf: file))
    let sheet = (try? Workbook(reading: bytes, limits: .form))?.sheets.first?.name ?? "Лист1"
    let marks = ["A1", "B2", "XFD1048576"].map { AnnotatedSample.mark(sheet, $0) }
    let begin = ContinuousClock.now
    let copy = try? AnnotatedSample.annotation(marks).applied(to: bytes, limits: .form)
    let seconds = begin.duration(to: .now) / .seconds(1)
    #expect(seconds < Self.mostSeconds, "\(file.lastPathComponent)")
    // What came out of it is a workbook.
    if let copy {
      let found = Result { try Workbook(reading: copy.bytes, limits: SpreadsheetLimits()) }
      #expect(throws: Never.self, "\(file.lastPathComponent)") { try found.get() }
    }
  }
}

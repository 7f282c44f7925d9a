import Archives
import Foundation
import Spreadsheets

/// Measures the reader alone, for `scripts/bench reader`: prints the CPU seconds of the work, without
/// the program's start, and what was counted.
///
/// usage: reader-bench inflate|stream|whole FILE…
///   inflate  inflates the parts of XML through libzip and does nothing with them: the unit
///   stream   reads all cells with addresses, exact values and notices, and counts those that hold one
///   whole    does so and keeps the whole workbook in memory
@main
enum ReaderBench {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 2, let measure = measures[arguments[1]] else {
      FileHandle.standardError.write(Data("usage: reader-bench inflate|stream|whole FILE…\n".utf8))
      exit(64)
    }
    let files = arguments[2...]
    // Of many files the first is read once before, so that nothing is measured that is done once.
    if files.count > 1, let first = files.first { _ = try measure(first) }
    let start = processSeconds
    var counted = 0
    for file in files { counted += try measure(file) }
    print(processSeconds - start, counted)
  }

  private static let measures: [String: @Sendable (String) throws -> Int] = [
    "inflate": inflate, "stream": stream, "whole": whole,
  ]

  private static var processSeconds: Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  @Sendable private static func inflate(_ path: String) throws -> Int {
    var archive = try Archive(path: path)
    var count = 0
    for part in archive.parts where part.name.hasSuffix(".xml") {
      try archive.read(part) { (bytes) throws(ArchiveError) in
        count += bytes.count
        return true
      }
    }
    return count
  }

  @Sendable private static func stream(_ path: String) throws -> Int {
    var counter = CellCounter()
    try WorkbookReader.read(path: path, contents: [], into: &counter)
    return counter.count
  }

  @Sendable private static func whole(_ path: String) throws -> Int {
    let workbook = try Workbook(readingFileAt: path, contents: [])
    return workbook.sheets.reduce(0) { sum, sheet in
      sum + sheet.cells.count { !$0.isEmpty }
    }
  }
}

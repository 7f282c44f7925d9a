import CFuzzDriver
import Foundation

/// `fuzz TARGET [options of libFuzzer] [folders]`: one executable, a target a run.
@main
enum Fuzz {
  typealias Test = @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32

  /// What is fuzzed, by name. A closure of C's kind captures nothing: hence one each.
  static let targets: [(name: String, test: Test)] = [
    ("markup", { run($0, $1, MarkupTarget.test) }),
    ("xlsx-sheet", { run($0, $1) { PartTarget.test(.xlsxSheet, $0) } }),
    ("xlsx-strings", { run($0, $1) { PartTarget.test(.xlsxSharedStrings, $0) } }),
    ("xlsx-styles", { run($0, $1) { PartTarget.test(.xlsxStyles, $0) } }),
    ("ods-content", { run($0, $1) { PartTarget.test(.odsContent, $0) } }),
    ("formats", { run($0, $1, ValueTarget.format) }),
    ("formulas", { run($0, $1, ValueTarget.formula) }),
    ("addresses", { run($0, $1, ValueTarget.address) }),
    ("numbers", { run($0, $1, ValueTarget.number) }),
    ("dates", { run($0, $1, ValueTarget.date) }),
    ("workbook", { run($0, $1, WorkbookTarget.test) }),
  ]

  static func main() {
    var arguments = CommandLine.arguments
    // libFuzzer starts itself anew to minimise an input and leaves the name out: it stays in the
    // environment.
    if arguments.count > 1, targets.contains(where: { $0.name == arguments[1] }) {
      setenv("SVODKA_FUZZ_TARGET", arguments.remove(at: 1), 1)
    }
    let name = ProcessInfo.processInfo.environment["SVODKA_FUZZ_TARGET"] ?? ""
    guard let target = targets.first(where: { $0.name == name }) else {
      print(targets.map(\.name).joined(separator: "\n"))
      exit(arguments.contains("--list") ? 0 : 64)
    }
    var count = Int32(arguments.count)
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    pointers.withUnsafeMutableBufferPointer { buffer in
      var base = buffer.baseAddress
      exit(LLVMFuzzerRunDriver(&count, &base, target.test))
    }
  }

  private static func run(
    _ bytes: UnsafePointer<UInt8>?, _ count: Int, _ test: ([UInt8]) -> Void
  ) -> Int32 {
    test(Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
  }

  /// libxml2 loses a character that is cut between two pieces where iconv converts the encoding,
  /// and the reader says that the document is damaged: no office program writes such.
  static func isCutCharacter(_ whole: String?, _ pieces: String?) -> Bool {
    whole == nil && pieces?.contains("none of the document's encoding") ?? false
  }

  /// Ends the run: what must hold did not.
  static func broken(_ promise: String, _ seen: Any...) -> Never {
    print("broken promise: \(promise)")
    for value in seen { print("  \(value)") }
    fflush(nil)
    abort()
  }
}

extension [UInt8] {
  /// The bytes cut into pieces of 1 to 48, the same for the same bytes.
  var pieces: [[UInt8]] {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in self { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
    var pieces: [[UInt8]] = []
    var start = 0
    while start < count {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      let end = Swift.min(start + 1 + Int(state % 48), count)
      pieces.append(Array(self[start..<end]))
      start = end
    }
    return pieces
  }
}

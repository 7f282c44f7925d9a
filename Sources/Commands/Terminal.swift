import Campaign
import Foundation
import Synchronization

/// What a run prints: results to standard output, everything about the run to standard error.
enum Terminal {
  static func print(_ text: String) {
    FileHandle.standardOutput.write(Data((harmless(text) + "\n").utf8))
  }

  /// Text that ends its own lines.
  static func write(_ bytes: [UInt8]) { FileHandle.standardOutput.write(Data(bytes)) }

  static func note(_ text: String) {
    FileHandle.standardError.write(Data((harmless(text) + "\n").utf8))
  }

  /// Without what would steer the terminal: the name of a file may hold an escape, or a mark that
  /// turns the letters after it round.
  private static func harmless(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isSteering =
        switch scalar.value {
        case 0x09, 0x0A: false
        case ..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
      scalars.append(isSteering ? "\u{FFFD}" : scalar)
    }
    return String(scalars)
  }

  /// A bar on standard error with rate and time left; silent when it is not a terminal.
  static func progress() -> Campaign.Progress {
    guard isatty(STDERR_FILENO) != 0 else { return .silent }
    let pace = Mutex<ProgressPace?>(nil)
    return Campaign.Progress { step, done, total in
      let now = ContinuousClock.now
      let begun = pace.withLock { pace in
        if pace?.step != step { pace = ProgressPace(step: step, begun: now) }
        return pace?.isTime(at: now, isLast: done >= total) == true ? pace?.begun : nil
      }
      guard let begun else { return }
      draw(step: step, done: done, total: total, seconds: (now - begun) / .seconds(1))
    }
  }

  private static func draw(step: Campaign.Progress.Step, done: Int, total: Int, seconds: Double) {
    let name =
      switch step {
      case .issuing: say("бланки", "forms")
      case .reading: say("чтение", "reading")
      case .checking: say("проверка", "checking")
      case .writing: say("документы", "writing")
      }
    let width = 24
    let filled = total > 0 ? width * done / total : width
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    var line = "\r\(name) \(bar) \(done)/\(total)"
    if done > 0, seconds > 0.5, done < total {
      let rate = Double(done) / seconds
      let left = Int((Double(total - done) / rate).rounded(.up))
      line += say("  \(Int(rate))/с, осталось \(left) с", "  \(Int(rate))/s, \(left) s left")
    }
    line += "\u{1B}[K" + (done >= total ? "\n" : "")
    FileHandle.standardError.write(Data(line.utf8))
  }
}

/// When a step began, and when its bar was drawn last.
struct ProgressPace {
  /// Between two drawings: faster is not seen, and a remote terminal would hold the run up.
  private static let least = Duration.milliseconds(100)

  let step: Campaign.Progress.Step
  let begun: ContinuousClock.Instant
  private var drawn: ContinuousClock.Instant?

  init(step: Campaign.Progress.Step, begun: ContinuousClock.Instant) {
    self.step = step
    self.begun = begun
  }

  /// Whether to draw now: the first of a step, the last, and in between not too often.
  mutating func isTime(at now: ContinuousClock.Instant, isLast: Bool) -> Bool {
    if let drawn, !isLast, now - drawn < Self.least { return false }
    drawn = now
    return true
  }
}

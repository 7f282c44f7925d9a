import Campaign
import Foundation

/// What is said to the one who waits for another run.
enum WaitingNote {
  @Sendable static func tell(_ holder: CampaignLock.Holder) {
    let process = holder.process.map { "\($0)" } ?? "?"
    let since = holder.since?.formatted(date: .omitted, time: .standard) ?? "?"
    let minutes = CampaignLock.patience.components.seconds / 60
    Terminal.note(
      say(
        "С этой кампанией уже работает другой запуск svodka (процесс \(process), с \(since)); "
          + "жду его конца, не дольше \(minutes)\u{A0}минут.",
        "Another svodka is at work in this campaign (process \(process), since \(since)); waiting "
          + "for it, \(minutes) minutes at most."))
  }
}

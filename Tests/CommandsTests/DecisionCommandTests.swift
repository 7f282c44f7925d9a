import ArgumentParser
import Campaign
import Foundation
import Monitoring
import Testing

@testable import Commands

/// What the commands of decisions make of their arguments.
@Suite struct DecisionCommandTests {
  @Test(arguments: [
    ("Кадры!C14=12", ValueAssignment.Name.cell("Кадры!C14"), "12"),
    ("staff_total = 12", .field("staff_total", row: nil), " 12"),
    ("trained:mathematics=", .field("trained", row: "mathematics"), ""),
    ("note=a=b", .field("note", row: nil), "a=b"),
  ])
  func readsWhatIsToBeCorrected(typed: String, name: ValueAssignment.Name, text: String) throws {
    #expect(ValueAssignment(typed) == ValueAssignment(name: name, text: text))
  }

  @Test(arguments: ["", "12", "=12", "  =3"])
  func whatNamesNoValueIsNoAssignment(typed: String) {
    #expect(ValueAssignment(typed) == nil)
  }

  @Test func everyDecisionNeedsAReason() {
    for arguments in [
      ["correct", ".", "school-07", "a=1"], ["accept", ".", "school-07", "code"],
      ["return", ".", "school-07"], ["choose", ".", "school-07", "1"], ["withdraw", ".", "1"],
    ] {
      #expect(throws: (any Error).self) { try SvodkaCommand.parseAsRoot(arguments) }
      #expect(throws: Never.self) {
        try SvodkaCommand.parseAsRoot(arguments + ["--reason", "so", "--author", "A"])
      }
    }
  }

  @Test func chooseTakesTheFormThatIsMeant() throws {
    let command = try SvodkaCommand.parseAsRoot([
      "choose", ".", "school-07", "1", "--form", "MS-1", "--reason", "so", "--author", "A",
    ])
    #expect((command as? ChooseCommand)?.form == "MS-1")
  }

  @Test func withoutAnAuthorTheCommandSaysHowToNameOne() throws {
    guard ProcessInfo.processInfo.environment["SVODKA_AUTHOR"] == nil else { return }
    let options = try DecisionOptions.parse([])
    #expect {
      try options.note("so")
    } throws: { "\($0)".contains("SVODKA_AUTHOR") }
    let named = try DecisionOptions.parse(["--author", "Е. Г. Лазарева"])
    #expect(try named.note(" по  телефону ").reason == "по телефону")
  }

  @Test func oneFindingOrAllNotBoth() {
    #expect(throws: (any Error).self) {
      try SvodkaCommand.parseAsRoot([
        "accept", ".", "school-07", "code", "--all", "--cell", "A!B1", "--reason", "so",
      ])
    }
  }

  @Test(arguments: [
    ("=cmd()", "'=cmd()"), ("a, \"b\"", "\"a, \"\"b\"\"\""), ("-5", "-5"), ("-cmd", "'-cmd"),
    ("а", "а"),
  ])
  func aReasonIsSafeToOpenInATableProgram(text: String, cell: String) {
    #expect(commaSeparated(text, ",") == cell)
  }
}

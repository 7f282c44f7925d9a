import Documents
import Foundation
import Testing

@Suite struct OutputTests {
  @Test func writesTheSampleForALook() throws {
    let document = try Sample.template().render(Sample.record)
    let bytes = try document.odt(clock: "2021-06-21T10:00:00Z")
    try Data(bytes).write(to: URL(filePath: "/tmp/sample.odt"))
    let frame = try HTMLFrame(parsing: Sample.file("frame.html"), name: "frame.html")
    try Data(document.html(frame: frame)).write(to: URL(filePath: "/tmp/sample.html"))
  }
}

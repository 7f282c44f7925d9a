/// The HTML page of a pack around the body of a document. Its tags are `{{ title }}`,
/// `{{ styles }}` (within `<style>`) and `{{ body }}`.
package struct HTMLFrame: Sendable {
  package let name: String

  /// Throws `faultyTemplate` when a tag is unknown or one of the three is not there.
  package init(parsing bytes: [UInt8], name: String) throws(DocumentError) {
    self.name = name
  }
}

/// A language that the command line and findings speak. Documents are always Russian.
package enum Language: String, Sendable, CaseIterable {
  case ru
  case en
}

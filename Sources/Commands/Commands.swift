/// The command line as the executable sees it.
package enum Entrance {
  /// Parses the arguments of the process, runs the command and exits.
  package static func run() async {}
}

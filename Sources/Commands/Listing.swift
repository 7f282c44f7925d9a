/// «а; б; в и ещё 990»: the first of many texts, and how many more there are.
func listed(_ texts: [String], first: Int, separator: String) -> String {
  let more = texts.count - first
  let shown = texts.prefix(first).joined(separator: separator)
  return more > 0 ? shown + say(" и ещё \(more)", " and \(more) more") : shown
}

/// "Did you mean": the known name nearest to a mistyped one.
enum Suggestion {
  /// Nil when none is within a third of its letters.
  static func nearest(to name: String, among known: some Sequence<String>) -> String? {
    let limit = max(1, name.count / 3)
    return known.map { (name: $0, distance: distance(name, $0)) }
      .filter { $0.distance <= limit }
      .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
  }

  /// Letters to insert, remove or replace (Levenshtein).
  private static func distance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a), Array(b))
    var row = Array(0...b.count)
    for i in a.indices {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let replaced = diagonal + (a[i] == b[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[b.count]
  }
}

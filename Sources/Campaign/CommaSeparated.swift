import ExactNumbers

/// A cell of a CSV: quoted where it has to be, and never run as a formula by the program that opens
/// the file.
package func commaSeparated(_ cell: String, _ separator: String) -> String {
  // A cell that begins like a formula would be run as one when a table program opens the file.
  let isFormula = cell.first.map { "=+@\t\r".contains($0) } ?? false
  let isMinus = cell.first == "-" && cell.count > 1 && ExactNumber(cell) == nil
  let safe = isFormula || isMinus ? "'" + cell : cell
  guard safe.contains(where: { $0 == "\"" || $0.isNewline }) || safe.contains(separator) else {
    return safe
  }
  return "\"" + safe.replacing("\"", with: "\"\"") + "\""
}

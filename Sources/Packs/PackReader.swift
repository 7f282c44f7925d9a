import Monitoring

/// Reads the files of a pack one after another; each may name only what the ones before declare.
final class PackReader {
  let files: PackFiles
  let faults = FaultList()
  let source: SourceReader
  var catalogue = Catalogue()

  init(files: PackFiles, limits: PackLimits) {
    self.files = files
    source = SourceReader(faults: faults, limits: limits)
  }

  /// Nil when something without which there is no pack could not be read; its faults are noted.
  func pack() -> SystemPack? {
    let head = readHead()
    let (classifiers, properties) = readDictionaries()
    let forms = readForms()
    let rosters = readRosters(forms: forms)
    let readings = readReadings(forms: forms, rosters: rosters)
    let bindings = readBindings(forms: forms)
    let indicators = readIndicators()
    check(properties)
    let rules = readRules(pack: head?.code ?? "", forms: forms, classifiers: classifiers)
    let sentences = readSentences()
    let advice = readAdvice()
    let measures = readMeasures()
    let documents = readDocuments()
    guard let head, !forms.isEmpty else { return nil }
    return SystemPack(
      code: head.code, version: head.version, title: head.title, regulation: head.regulation,
      periodKind: head.periodKind, thresholds: head.thresholds, smallCell: head.smallCell,
      classifiers: classifiers, indicators: indicators, forms: forms, rules: rules,
      sentences: sentences, advice: advice, measures: measures, documents: documents,
      texts: head.texts, readings: readings, rosters: rosters, bindings: bindings,
      levels: head.levels)
  }

  /// The root of a file of the pack, a mapping with these keys.
  func root(_ name: String, keys: [String]) -> Record? {
    faults.open(name)
    let whole = Place(file: name, line: 0, column: 0)
    do {
      guard let bytes = try files.read(name) else {
        faults.add(.missingFile, at: whole)
        return nil
      }
      return source.root(of: name, bytes: bytes).flatMap { Record($0, keys: keys, faults: faults) }
    } catch {
      faults.add(.unreadableFile(reason: "\(error)"), at: whole)
      return nil
    }
  }

  /// The records of the list below the only key of a file.
  func records(_ file: String, _ key: String, keys: [String]) -> [Record] {
    guard let root = root(file, keys: [key]), root.needed(key) != nil else { return [] }
    return root.elements(key).compactMap { Record($0, keys: keys, faults: faults) }
  }
}

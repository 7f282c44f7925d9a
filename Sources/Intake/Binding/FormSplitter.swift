import Monitoring

/// Tells the sheets of several forms in one workbook apart: by equal endings of their names, or
/// because they stand in blocks. Where the two, or they and the titles, contradict one another,
/// nothing is told.
struct FormSplitter {
  let locator: SectionLocator
  let units: UnitFinder

  /// What a title sheet says.
  struct Title {
    var page: SheetLabels
    var unit: UnitCode?
    /// Of the campaign or not.
    var period: Period?
    /// Unit and period as they were typed.
    var words: [Label.Word]
  }

  /// A section with the sheets that could be it.
  struct Unclear {
    var section: FormSection
    var pages: [SheetLabels]
  }

  enum Split {
    /// The title stands more than once, and says the same.
    case one
    /// The sheets of each form, known by the names that the form was issued with where they can be.
    case several([[SheetLabels]])
    case unclear([Unclear])
  }

  /// A sheet with the sections that it may hold, by their positions in the form.
  struct Candidate {
    var position: Int
    var page: SheetLabels
    var sections: Set<Int>
    var isTitle: Bool
  }

  /// - Parameter titles: of all title sheets of the workbook, in its order; two at least.
  func split(_ pages: [SheetLabels], titles: [Title]) -> Split {
    let filled = titles.filter { $0.words.contains { !$0.isEmpty } }
    guard Set(filled.map(\.words)).count > 1 else { return .one }
    let candidates = candidates(pages)
    let named = byNames(candidates)
    let ordered = byOrder(candidates)
    let groups = named ?? ordered
    guard let groups, named == nil || ordered == nil || isSame(groups, ordered),
      isConsistent(groups, titles)
    else { return .unclear(unclear(candidates)) }
    return .several(groups.map { group in group.map(\.page) })
  }

  private func candidates(_ pages: [SheetLabels]) -> [Candidate] {
    let sections = locator.schema.sections
    return pages.enumerated().compactMap { position, page in
      let held = sections.indices.filter { index in
        guard let share = locator.labels[sections[index].code]?.share(of: page) else {
          return false
        }
        return share.isLikeSection || (share.found > 0 && page.rest(after: sections[index]) != nil)
      }
      guard !held.isEmpty else { return nil }
      return Candidate(
        position: position, page: page, sections: Set(held), isTitle: locator.isTitle(page))
    }
  }

  /// «Титул», «Кадры», «Титул (2)», «Кадры (2)»: what a name has besides the section's tells whose
  /// it is. Nil where a sheet is called otherwise.
  private func byNames(_ candidates: [Candidate]) -> [[Candidate]]? {
    var groups: [Label.Word: [Candidate]] = [:]
    for var candidate in candidates {
      let sections = candidate.sections.sorted().map { locator.schema.sections[$0] }
      guard let section = sections.first(where: { candidate.page.rest(after: $0) != nil }),
        let rest = candidate.page.rest(after: section)
      else { return nil }
      candidate.page.name = Label(section.sheet).tight
      groups[rest, default: []].append(candidate)
    }
    return checked(Array(groups.values))
  }

  /// Blocks that begin with a title and go through the sections in the order of the form. All hold
  /// the same sections that a form must have: where one lacks a sheet, the next may have it.
  private func byOrder(_ candidates: [Candidate]) -> [[Candidate]]? {
    var groups: [[Candidate]] = []
    for candidate in candidates {
      if candidate.isTitle {
        groups.append([candidate])
      } else {
        guard let last = groups.last?.last?.sections.max(), let next = candidate.sections.min(),
          next > last
        else { return nil }
        groups[groups.count - 1].append(candidate)
      }
    }
    let sections = locator.schema.sections
    let held = groups.map { group in
      Set(group.flatMap(\.sections)).filter { !sections[$0].isOptional }
    }
    return Set(held).count == 1 ? checked(groups) : nil
  }

  /// In the order of the workbook, if each has one title and no section twice.
  private func checked(_ groups: [[Candidate]]) -> [[Candidate]]? {
    let isWhole = groups.allSatisfy { group in
      group.count(where: \.isTitle) == 1
        && Set(group.flatMap(\.sections)).count == group.reduce(0) { $0 + $1.sections.count }
    }
    guard groups.count > 1, isWhole else { return nil }
    return groups.sorted { ($0.first?.position ?? 0) < ($1.first?.position ?? 0) }
  }

  private func isSame(_ groups: [[Candidate]], _ others: [[Candidate]]?) -> Bool {
    groups.map { $0.map(\.position) } == others?.map { $0.map(\.position) }
  }

  /// Whether no two titles name one unit and year, and no sheet is named by another unit or year
  /// than its title.
  private func isConsistent(_ groups: [[Candidate]], _ titles: [Title]) -> Bool {
    var seen: Set<[Label.Word]> = []
    return groups.allSatisfy { group in
      guard let page = group.first(where: \.isTitle)?.page,
        let title = titles.first(where: { $0.page.grid.name == page.grid.name }),
        seen.insert(title.words).inserted
      else { return false }
      return group.allSatisfy { agrees($0.page, with: title) }
    }
  }

  private func agrees(_ page: SheetLabels, with title: Title) -> Bool {
    if let year = page.year, let period = title.period, year != period { return false }
    let names =
      [Label(page.grid.name).tight]
      + locator.schema.sections.compactMap { page.rest(after: $0) }
    for name in names {
      if case .found(let unit) = units.find(code: nil, name: String(decoding: name, as: UTF16.self)),
        let own = title.unit, unit != own
      {
        return false
      }
    }
    return true
  }

  private func unclear(_ candidates: [Candidate]) -> [Unclear] {
    locator.schema.sections.enumerated().compactMap { index, section in
      let pages = candidates.filter { $0.sections.contains(index) }.map(\.page)
      return pages.count > 1 ? Unclear(section: section, pages: pages) : nil
    }
  }
}

extension SheetLabels {
  /// What the sheet's own name has before or after that of the section, «(2)» of «Кадры (2)»: empty
  /// for the name itself, nil for any other name.
  func rest(after section: FormSection) -> Label.Word? {
    let own = Label(grid.name).tight
    for name in [Label(section.sheet).tight, Label(section.title).tight] where !name.isEmpty {
      if own.starts(with: name) { return Label.Word(own.dropFirst(name.count)) }
      if own.reversed().starts(with: name.reversed()) {
        return Label.Word(own.dropLast(name.count))
      }
    }
    return nil
  }

  /// The year in the sheet's name, «Кадры 2020».
  var year: Period? { DateText.period(in: grid.name) }
}

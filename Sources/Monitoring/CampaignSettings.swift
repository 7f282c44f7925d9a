/// What `campaign.yaml` says: whose campaign it is, over which periods, and who signs.
package struct CampaignSettings: Sendable, Hashable {
  /// A person who signs or answers, as documents print it.
  package struct Official: Sendable, Hashable {
    package var post: String
    package var name: String

    package init(post: String, name: String) {
      self.post = post
      self.name = name
    }
  }

  /// The municipality: the root of the organisation tree.
  package var district: Unit
  /// The office in whose name documents are made, in full and short.
  package var organisation: String
  package var organisationShort: String
  package var place: String
  package var head: Official
  /// Who prepares the documents.
  package var executor: Official
  /// The pack's code.
  package var pack: String
  /// Oldest first; the last one is the current one.
  package var periods: [Period]
  /// Periods whose results are signed: their documents no longer say «ПРОЕКТ».
  package var locked: [Period]
  /// ISO 8601, "2021-06-15": the last day on which forms of a period come in time. Earlier periods
  /// may have none.
  package var deadlines: [Period: String]
  /// The last day for corrected forms, where it is a later one.
  package var corrections: [Period: String]
  /// The zone whose days count, "Asia/Yakutsk"; nil: the machine's.
  package var timeZone: String?
  /// Where the public edition is placed, as documents name it.
  package var publication: String
  /// ISO 8601, "2026-12-31": the last day on which files with rosters are kept. Nil: they are not
  /// kept at all, only their hash and counts are.
  package var rostersKeptUntil: String?
  /// Where schools send their forms, as the instruction of a form names it after «Форму отправьте»:
  /// «на адрес …». Nil: only who prepares the documents is named there.
  package var formsTo: String?

  package init(
    district: Unit, organisation: String, organisationShort: String, place: String,
    head: Official, executor: Official, pack: String, periods: [Period], locked: [Period],
    deadlines: [Period: String], corrections: [Period: String] = [:], timeZone: String? = nil,
    publication: String, rostersKeptUntil: String? = nil, formsTo: String? = nil
  ) {
    self.district = district
    self.organisation = organisation
    self.organisationShort = organisationShort
    self.place = place
    self.head = head
    self.executor = executor
    self.pack = pack
    self.periods = periods
    self.locked = locked
    self.deadlines = deadlines
    self.corrections = corrections
    self.timeZone = timeZone
    self.publication = publication
    self.rostersKeptUntil = rostersKeptUntil
    self.formsTo = formsTo
  }

  /// The same of a campaign whose current period alone has a deadline.
  package init(
    district: Unit, organisation: String, organisationShort: String, place: String,
    head: Official, executor: Official, pack: String, periods: [Period], locked: [Period],
    deadline: String, publication: String, rostersKeptUntil: String? = nil, formsTo: String? = nil
  ) {
    self.init(
      district: district, organisation: organisation, organisationShort: organisationShort,
      place: place, head: head, executor: executor, pack: pack, periods: periods, locked: locked,
      deadlines: periods.last.map { [$0: deadline] } ?? [:], publication: publication,
      rostersKeptUntil: rostersKeptUntil, formsTo: formsTo)
  }

  /// The period that documents are made for; nil for a campaign without periods.
  package var current: Period? { periods.last }
}

extension CampaignSettings {
  /// The last day on which forms of a period come in time; nil where none is set.
  package func deadline(of period: Period) -> String? { deadlines[period] }

  /// The last day for corrected forms of a period: its deadline, unless a later one is set.
  package func correctionsUntil(of period: Period) -> String? {
    corrections[period] ?? deadlines[period]
  }

  /// Whether files with rosters may no longer be kept on a day, ISO 8601: the last day still belongs
  /// to the term, and without a term there is no day for them.
  package func isRosterTermOver(on day: String) -> Bool {
    rostersKeptUntil.map { $0 < day } ?? true
  }
}

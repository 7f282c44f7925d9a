package import Monitoring
package import Wording

/// The register of forms of one period: who is expected, how far each form has come, and when.
package struct FormRegister: Sendable {
  /// One expected unit.
  package struct Row: Sendable, Hashable {
    package var standing: UnitStanding
    /// The declared group of the unit; nil when the register does not say.
    package var group: String?
    /// The units above it, from below the root downwards.
    package var path: [UnitCode]
    package var timing: Timing
    /// Who filled the form in and the telephone, as the form says. They reach no document, and of the
    /// register only what a person asks for by `status`.
    package var filledBy: String?
    package var phone: String?
    /// The day on which the signed paper was received; nil while it was not.
    package var scan: CalendarDate?
  }

  /// Whether a form came in time. The day counts on which its first version was first stored.
  package enum Timing: Sendable, Hashable {
    /// On that day; there is no deadline to measure it by.
    case came(CalendarDate)
    /// On that day, not after the deadline.
    case inTime(CalendarDate)
    /// On that day, as many days after the deadline, 1 or more.
    case late(CalendarDate, days: Int)
    /// It has not come; there is time yet, or no deadline.
    case awaited
    /// It has not come, as many days after the deadline, 1 or more.
    case overdue(days: Int)
  }

  package var period: Period
  /// Nil for a period without deadline.
  package var deadline: CalendarDate?
  /// The last day for corrected forms; nil without deadline.
  package var correctionsUntil: CalendarDate?
  /// In the order of the register.
  package var rows: [Row]
  /// The names of the units above, as they were in the period.
  package var names: [UnitCode: String]
  /// The titles of the levels by unit above.
  package var levels: [UnitCode: String]
  /// Files of the period that were not taken and of which nobody can tell whose they are; looked
  /// for by those alone who ask for the register.
  package var unclaimed: [RefusedFile] = []
}

extension FormRegister.Row {
  /// The day on which the first version came; nil while none has.
  package var arrived: CalendarDate? {
    switch timing {
    case .came(let day), .inTime(let day), .late(let day, _): day
    case .awaited, .overdue: nil
    }
  }

  package var isLate: Bool {
    switch timing {
    case .late, .overdue: true
    case .came, .inTime, .awaited: false
    }
  }
}

extension FormRegister {
  /// The register for pages that are written without being asked for.
  var withoutContacts: FormRegister {
    var copy = self
    for place in copy.rows.indices {
      copy.rows[place].filledBy = nil
      copy.rows[place].phone = nil
    }
    return copy
  }
}

/// A Latin identifier declared by a pack or a register, wrapped so that codes of different
/// things cannot be taken for one another. What is printed is a property of the thing itself.
package protocol Code: Sendable, Hashable, Codable, Comparable, RawRepresentable,
  ExpressibleByStringLiteral, CustomStringConvertible
where RawValue == String {
  init(rawValue: String)
}

extension Code {
  package init(stringLiteral value: String) { self.init(rawValue: value) }
  package var description: String { rawValue }
  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// A unit of the organisation tree: "school-07".
package struct UnitCode: Code {
  package var rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
}

/// A form: "ms-1".
package struct FormCode: Code {
  package var rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
}

/// A section of a form: "staff".
package struct SectionCode: Code {
  package var rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
}

/// A field of a form, unique within its pack: "staff_total".
package struct FieldCode: Code {
  package var rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
}

/// An indicator: "i3_3".
package struct IndicatorCode: Code {
  package var rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
}

/// A dictionary of a pack: "subjects", "directions", "factors".
package struct ClassifierCode: Code {
  package var rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
}

/// A member of a dictionary: "mathematics".
package struct MemberCode: Code {
  package var rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
}

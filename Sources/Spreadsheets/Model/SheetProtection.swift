/// That a sheet lets only its unlocked cells be changed.
public struct SheetProtection: Hashable, Sendable {
  /// Whether a password is needed to lift it. Reading needs none.
  public var hasPassword: Bool

  /// Protection that stands in no file.
  public init(hasPassword: Bool) { self.hasPassword = hasPassword }
}

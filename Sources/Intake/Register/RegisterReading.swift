package import Findings
package import Monitoring

/// What was read of a register.
package struct RegisterReading: Sendable {
  package var register: UnitRegister
  package var findings: [Finding]
}

package import Monitoring

/// Reads `campaign.yaml`.
package enum CampaignFile {
  /// The settings that a file holds. Throws everything that is wrong with it at once.
  package static func load(
    bytes: [UInt8], name: String = "campaign.yaml", limits: PackLimits = PackLimits()
  ) throws(PackError) -> CampaignSettings {
    let faults = FaultList()
    let reader = CampaignReader(faults: faults)
    let root = SourceReader(faults: faults, limits: limits).root(of: name, bytes: bytes)
    let settings = root.flatMap(reader.settings)
    guard let settings, faults.isEmpty else { throw PackError(faults.sorted) }
    return settings
  }

  /// The same from a text.
  package static func load(
    text: String, name: String = "campaign.yaml", limits: PackLimits = PackLimits()
  ) throws(PackError) -> CampaignSettings {
    try load(bytes: [UInt8](text.utf8), name: name, limits: limits)
  }
}

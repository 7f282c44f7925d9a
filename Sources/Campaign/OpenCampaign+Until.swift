import Monitoring

extension OpenCampaign {
  /// The campaign as if `period` were its last: what a report of an earlier period is made of.
  func until(_ period: Period) -> OpenCampaign {
    var settings = settings
    settings.periods = settings.periods.filter { $0 <= period }
    return OpenCampaign(
      folder: folder, settings: settings, register: register, registerFindings: registerFindings,
      packs: packs, packFolders: packFolders, pack: pack(of: period), current: period,
      readingMark: readingMark, machineZone: machineZone)
  }
}

import Monitoring

extension CampaignDays {
  /// A revision with the days of its journal lines as documents tell them: by the clocks of the
  /// campaign.
  func told(_ revision: Revision) -> Revision {
    var revision = revision
    revision.signing.at = told(revision.signing.at)
    for place in revision.causes.indices {
      revision.causes[place].at = told(revision.causes[place].at)
    }
    return revision
  }
}

// Wording: laid out in Package.swift, filled by the commits that follow.

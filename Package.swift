// swift-tools-version: 6.2
//
// Svodka is read like a river: forms flow in at the bottom of this table, documents leave at the top.
// A target may depend only on targets of a lower layer; Documentation/Architecture.md tells why,
// `scripts/check` compares every file's imports with this table.

import PackageDescription

/// One row of the house: a target and what it may import.
struct Room {
  var name: String
  var uses: [Target.Dependency]
  /// What its tests import besides: a peer whose values they stand on.
  var testedWith: [Target.Dependency]
  /// Folders of its tests that hold data, read from where they lie.
  var testData: [String]

  init(
    _ name: String, uses: [Target.Dependency] = [], testedWith: [Target.Dependency] = [],
    testData: [String] = []
  ) {
    self.name = name
    self.uses = uses
    self.testedWith = testedWith
    self.testData = testData
  }
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let bigInt = Target.Dependency.product(name: "BigInt", package: "BigInt")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let house: [Room] = [
  // Beside all layers.
  Room("ExactNumbers", uses: [bigInt]),
  Room("Wording", uses: ["ExactNumbers"]),
  Room("Findings", uses: ["ExactNumbers", "Wording"]),

  // 1 ground: C libraries behind one wall, bytes in, bytes out.
  Room("Archives", uses: ["CLibzip"]),
  Room("Markup", uses: ["CXMLReader"]),
  Room("OpenDocument", uses: ["Archives", "Markup"]),
  Room("XLSXWriting", uses: ["CXLSXWriter"]),
  Room("Files"),

  // 2 formats.
  Room(
    "Spreadsheets",
    uses: ["Archives", "Markup", "OpenDocument", "XLSXWriting", "ExactNumbers"]),
  Room("Expressions", uses: ["ExactNumbers"]),

  // 3 words.
  Room("Monitoring", uses: ["ExactNumbers", "Findings", "Wording", "Expressions"]),
  Room(
    "Documents",
    uses: ["ExactNumbers", "Wording", "Markup", "Archives", "OpenDocument", "Expressions"],
    testData: ["Goldens", "Samples"]),

  // 4 work: peers that never import one another.
  Room(
    "Packs",
    uses: ["Monitoring", "Findings", "Expressions", "ExactNumbers", "Wording", yams]),
  Room(
    "Intake",
    uses: [
      "Monitoring", "Findings", "Expressions", "ExactNumbers", "Spreadsheets", "Archives",
      "Wording",
    ],
    testedWith: ["Packs"]),
  Room("Store", uses: ["Monitoring", "Findings", "ExactNumbers", "Files", grdb, crypto]),
  Room("Analysis", uses: ["Monitoring", "ExactNumbers"], testedWith: ["Findings"]),
  Room("Advice", uses: ["Monitoring", "ExactNumbers", "Wording", "Expressions"]),
  Room(
    "Reporting",
    uses: ["Monitoring", "Documents", "Findings", "ExactNumbers", "Wording", "Expressions"]),

  // 5 wiring.
  Room(
    "Campaign",
    uses: [
      "Packs", "Intake", "Store", "Analysis", "Advice", "Reporting", "Documents", "Monitoring",
      "Findings", "Spreadsheets", "Expressions", "ExactNumbers", "Wording", "Files", logging,
    ],
    testedWith: ["Archives"]),

  // 6 entrance.
  Room(
    "Commands",
    uses: [
      "Campaign", "Analysis", "Reporting", "Monitoring", "Findings", "Spreadsheets", "ExactNumbers",
      "Wording", argumentParser, logging,
    ]),
]

// `scripts/sanitize` tests some rooms only: the others would be built for nothing.
let wanted = Context.environment["SVODKA_ROOMS"]?.split(separator: " ").map(String.init)
let rooms = house.filter { wanted?.contains($0.name) ?? true }

// Warnings are errors in `scripts/check` only, so that a newer compiler never breaks a build.
let isStrict = Context.environment["SVODKA_STRICT"] != nil

// Fuzzers are built only by `scripts/fuzz`, which gives the path of libFuzzer: everything that
// they reach is instrumented then.
let fuzzer = Context.environment["SVODKA_FUZZ"]
let fuzzedC: [CSetting] =
  fuzzer == nil ? [] : [.unsafeFlags(["-fsanitize=address,fuzzer-no-link", "-g"])]

let swiftSettings: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (isStrict ? [.treatAllWarnings(as: .error)] : [])
  + (fuzzer == nil ? [] : [.unsafeFlags(["-sanitize=fuzzer,address", "-g"])])

let fuzzTargets: [Target] =
  fuzzer.map { library in
    [
      .target(name: "CFuzzDriver", path: "Fuzz/Driver"),
      .executableTarget(
        name: "fuzz", dependencies: ["CFuzzDriver", "Spreadsheets", "Markup", "ExactNumbers"],
        path: "Fuzz/Targets", swiftSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-g"])],
        linkerSettings: [.unsafeFlags(["-sanitize=address", library, "-lstdc++"])]),
    ]
  } ?? []

// `SVODKA_BENCH` adds what `scripts/bench reader` and `scripts/bench rules` measure with.
let benchTargets: [Target] =
  Context.environment["SVODKA_BENCH"] == nil
  ? []
  : [
    .executableTarget(
      name: "reader-bench", dependencies: ["Archives", "Spreadsheets"], path: "Bench",
      sources: ["ReaderBench.swift"], swiftSettings: swiftSettings),
    .executableTarget(
      name: "rules-bench", dependencies: ["ExactNumbers", "Intake", "Monitoring", "Packs"],
      path: "Bench", sources: ["RulesBench.swift"], swiftSettings: swiftSettings),
  ]

// `SVODKA_ANNOTATE` adds what `scripts/hostile` annotates files with, each in a process of its own.
let annotateTargets: [Target] =
  Context.environment["SVODKA_ANNOTATE"] == nil
  ? []
  : [
    .executableTarget(
      name: "annotate-file", dependencies: ["Spreadsheets"], path: "Fuzz/Annotating",
      swiftSettings: swiftSettings)
  ]

let package = Package(
  name: "svodka",
  // The reader by itself, with the numbers that its cells hold.
  products: rooms.filter { $0.name == "Spreadsheets" }.map { room in
    .library(name: room.name, targets: [room.name, "ExactNumbers"])
  },
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // 0 C: module maps, and the one shim that sees libxml2's headers.
    .systemLibrary(name: "CLibzip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CLibxml2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .target(name: "CXMLReader", dependencies: ["CLibxml2"], cSettings: fuzzedC),
  ]
    + rooms.map {
      .target(name: $0.name, dependencies: $0.uses, swiftSettings: swiftSettings)
    }
    + rooms.map {
      .testTarget(
        name: "\($0.name)Tests",
        dependencies: [.target(name: $0.name), "TestSupport"] + $0.uses + $0.testedWith,
        exclude: $0.testData, swiftSettings: swiftSettings)
    }
    + [
      .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: swiftSettings)
    ]
    // Uses the library as a stranger does, who sees nothing but what is public.
    + rooms.filter { $0.name == "Spreadsheets" }.map { room in
      .testTarget(
        name: "SpreadsheetsExampleTests", dependencies: [.target(name: room.name)],
        packageAccess: false, swiftSettings: swiftSettings)
    }
    // 7
    + rooms.filter { $0.name == "Commands" }.map { _ in
      .executableTarget(name: "svodka", dependencies: ["Commands"], swiftSettings: swiftSettings)
    }
    + fuzzTargets + benchTargets + annotateTargets
)

import WallChartWords

// What is said of kinds of files and of what parts their columns.
extension Separator {
  /// The signs, in the plural.
  var word: Word {
    switch self {
    case .comma: .importCommas
    case .semicolon: .importSemicolons
    case .tab: .importTabs
    }
  }
}

extension ForeignFile {
  /// What such a file is called.
  var word: Word {
    switch self {
    case .oldWorkbook: .importKindOldWorkbook
    case .encryptedWorkbook: .importKindEncryptedWorkbook
    case .binaryWorkbook: .importKindBinaryWorkbook
    case .openDocument: .importKindOpenDocument
    case .wordDocument: .importKindWordDocument
    case .pdf: .importKindPDF
    case .archive: .importKindArchive
    case .picture: .importKindPicture
    case .markup: .importKindMarkup
    case .json: .importKindJSON
    }
  }
}

internal import Glibc

/// The plans that were replaced: `.backup/<number>.json` in the chart's folder, the newest twenty.
package struct Backups {
  private let folder: String

  package init(of chart: String) {
    folder = chart + "/.backup"
  }

  /// The newest one's path; nil when there is none.
  package var newest: String? { numbers.last.map(path) }

  /// The newest one with these bytes; nil when it is gone.
  /// - Parameter digest: SHA-256 of the bytes, in hexadecimal.
  package func plan(of digest: String) -> [UInt8]? {
    for number in numbers.reversed() {
      if let bytes = try? PosixFile.contents(of: path(number)), HashChain.sha256(bytes) == digest {
        return bytes
      }
    }
    return nil
  }

  private func path(_ number: Int) -> String { "\(folder)/\(number).json" }

  private var numbers: [Int] {
    PosixFile.names(in: folder).compactMap { name in
      // What a person put here under another name is his.
      Int(name.dropLast(5)).flatMap { "\($0).json" == name && (1..<1 << 53) ~= $0 ? $0 : nil }
    }.sorted()
  }

  /// Links a plan into the folder under the next number and drops all but the newest twenty;
  /// returns its path.
  func keep(_ plan: String) throws(StoreError) -> String {
    try PosixFile.makeFolder(folder)
    let numbers = numbers
    let next = path((numbers.last ?? 0) + 1)
    do throws(StoreError) {
      try PosixFile.call("link", next) { Int(link(PosixFile.resolved(plan), next)) }
    } catch .system(_, _, let code) where code == EPERM || code == EOPNOTSUPP || code == EXDEV {
      // File systems without hard links: a copy is as good.
      try PosixFile.replace(next, with: try PosixFile.contents(of: plan))
    }
    // Else a power cut might leave the new plan and not the old one.
    try PosixFile.syncFolder(folder)
    for number in numbers.dropLast(19) { unlink(path(number)) }
    return next
  }
}

internal import Glibc

/// A plain file that is open to be read: what was found under a name, whatever has the name now.
final class PlainFile: Sendable {
  private let path: String
  private let file: PosixFile.Descriptor
  private let stamp: FileStamp

  init(_ path: String, limitMegabytes: Int = 256) throws(StoreError) {
    self.path = path
    file = try PosixFile.open(path, O_RDONLY | O_NONBLOCK)
    let status = try PosixFile.status(file, path)
    stamp = FileStamp(status)
    guard PosixFile.isRegular(status) else { throw .notAFile(path: path) }
    guard status.st_size <= off_t(limitMegabytes) << 20 else {
      throw .tooLarge(path: path, limitMegabytes: limitMegabytes)
    }
  }

  func contents() throws(StoreError) -> [UInt8] { try PosixFile.read(file, path) }

  /// SHA-256 of what it holds, in hexadecimal; nil when it was written to since it was opened.
  var digest: String? {
    let digest = try? HashChain.sha256 { take in
      try PosixFile.forEachPiece(of: file, path) { piece in
        take(piece)
        return true
      }
    }
    guard let digest, let status = try? PosixFile.status(file, path), FileStamp(status) == stamp
    else { return nil }
    return digest
  }
}

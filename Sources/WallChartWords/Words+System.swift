internal import Glibc

extension Words {
  /// Why a call of the operating system failed, of errno(3); one that is not listed is said as the
  /// system says it.
  package func reason(ofSystem code: Int32) -> String {
    Self.systemWords[code].map { self($0) } ?? String(cString: strerror(code))
  }

  /// What a person at a disk or a share can meet.
  private static let systemWords: [Int32: Word] = [
    EPERM: .systemNotPermitted, EACCES: .systemNoAccess, EROFS: .systemReadOnly,
    ENOENT: .systemNotThere, ENOTDIR: .systemNoFolder, EISDIR: .systemIsFolder,
    EEXIST: .systemThere, ENOTEMPTY: .systemNotEmpty, ENOSPC: .systemNoSpace,
    EDQUOT: .systemNoQuota, EFBIG: .systemTooLarge, EIO: .systemFault, ENODEV: .systemNoDevice,
    ENXIO: .systemNoAddress, ESTALE: .systemStale, ETIMEDOUT: .systemTimedOut,
    EHOSTDOWN: .systemHostDown, ENOLCK: .systemNoLocks, EOPNOTSUPP: .systemUnsupported,
    EBUSY: .systemBusy, EAGAIN: .systemAgain, ETXTBSY: .systemRunning,
    ENAMETOOLONG: .systemNameTooLong, ELOOP: .systemLinks, EMLINK: .systemManyLinks,
    EXDEV: .systemOtherDisk, EMFILE: .systemManyFiles, ENFILE: .systemManyFilesHere,
    ENOMEM: .systemNoMemory, EINVAL: .systemInvalid, EBADF: .systemNotOpen,
    EPIPE: .systemNoReader,
  ]
}

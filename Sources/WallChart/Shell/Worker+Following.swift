import Dispatch
import Synchronization
import WallChartStore

/// Where this program's cursor is, on its way to those who follow it.
struct Outgoing: ~Copyable {
  var file: LiveFile
  /// The last place there was, when it is not written yet; nil takes the file away.
  var waiting: LivePlace??
  var lastWrite = DispatchTime(uptimeNanoseconds: 0)
}

/// What is known of others' cursors.
struct Incoming {
  var files: LiveFiles
  var last: LivePlace?
}

// Cursors that are followed. A slow disk holds up no key here, either.
extension Worker {
  /// Between two writes; the last place always is written.
  private static let pause = DispatchTimeInterval.milliseconds(100)

  /// Tells those who follow where the cursor is.
  func show(_ place: LivePlace) {
    let due = outgoing.withLock { outgoing -> DispatchTime? in
      defer { outgoing.waiting = .some(place) }
      return outgoing.waiting == nil ? outgoing.lastWrite + Self.pause : nil
    }
    guard let due else { return }
    queue.asyncAfter(deadline: max(due, .now())) { [weak self] in self?.writePlace() }
  }

  private func writePlace() {
    outgoing.withLock { outgoing in
      guard let place = outgoing.waiting else { return }
      let isFirst = outgoing.lastWrite.uptimeNanoseconds == 0
      outgoing.waiting = nil
      outgoing.lastWrite = .now()
      outgoing.file.show(place)
      if isFirst { outgoing.file.sweep() }
    }
  }

  /// Nobody is to follow any more, for now; the file is gone when this returns.
  func showNothing() {
    queue.sync {
      outgoing.withLock { outgoing in
        outgoing.waiting = nil
        outgoing.file.show(nil)
      }
    }
  }

  /// Lets those who follow know that the program still runs, where they cannot see it, or no longer.
  func keepShowing() {
    queue.async { [self] in outgoing.withLock { $0.file.keepUp() } }
  }

  /// Looks where others' cursors are.
  /// - Parameter isHint: whether one was hinted to have moved.
  func follow(isHint: Bool) {
    queue.async { [self] in
      guard !tellPlace(), isHint else { return }
      // A hint without news may be a clerk's end that is not whole yet: the file is closed before
      // its lock goes.
      queue.asyncAfter(deadline: .now() + Self.pause) { [weak self] in _ = self?.tellPlace() }
    }
  }

  /// Tells the loop where the clerk is, when it is somewhere else than last told.
  private func tellPlace() -> Bool {
    incoming.withLock { incoming in
      let place = incoming.files.place(uptime: SystemClock.uptime())
      guard place != incoming.last else { return false }
      incoming.last = place
      mailbox.post(.followed(place))
      return true
    }
  }
}

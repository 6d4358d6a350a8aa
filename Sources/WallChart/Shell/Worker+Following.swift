import Dispatch
import Synchronization
import WallChartStore

/// Where this program's cursor is, on its way to those who follow it. Apart from the file, which may
/// be slow to write.
struct Outgoing {
  /// The last place there was; nil where there is none to tell.
  var place: LivePlace?
  /// Whether anybody follows. Else nothing is told: it would cost a write at every key.
  var isFollowed = false
  /// Whether it is to be written.
  var isWaiting = false
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

  /// Whether anybody follows. The loop takes a turn when that changes.
  var isFollowed: Bool { outgoing.withLock { $0.isFollowed } }

  /// Tells those who follow where the cursor is.
  func show(_ place: LivePlace) {
    let due = outgoing.withLock { outgoing -> DispatchTime? in
      outgoing.place = place
      guard outgoing.isFollowed, !outgoing.isWaiting else { return nil }
      outgoing.isWaiting = true
      return outgoing.lastWrite + Self.pause
    }
    guard let due else { return }
    queue.asyncAfter(deadline: max(due, .now())) { [weak self] in self?.writePlace() }
  }

  /// Tells the last place, or takes the file away.
  private func writePlace() {
    let (place, isFirst) = outgoing.withLock { outgoing in
      let isFirst = outgoing.lastWrite.uptimeNanoseconds == 0
      (outgoing.isWaiting, outgoing.lastWrite) = (false, .now())
      return (outgoing.isFollowed ? outgoing.place : nil, isFirst)
    }
    liveFile.withLock { file in
      file.show(place)
      if isFirst { file.sweep() }
    }
  }

  /// Nobody is to follow any more, for now; the file is gone when this returns.
  func showNothing() {
    queue.sync {
      outgoing.withLock { ($0.place, $0.isWaiting) = (nil, false) }
      liveFile.withLock { $0.show(nil) }
    }
  }

  /// Looks whether anybody follows, and lets those know that the program still runs, where they cannot
  /// see it, or no longer.
  func lookForFollowers() {
    queue.async { [self] in
      let isFollowed = incoming.withLock { $0.files.areFollowed(uptime: SystemClock.uptime()) }
      let was = outgoing.withLock { outgoing in
        defer { outgoing.isFollowed = isFollowed }
        return outgoing.isFollowed
      }
      guard isFollowed != was else { return liveFile.withLock { $0.keepUp() } }
      if !isFollowed { writePlace() }
      mailbox.wake()
    }
  }

  /// Says that this is a projector that follows.
  func beginFollowing() {
    queue.async { [self] in
      var place = LivePlace(at: SystemClock.now(), view: "projector")
      place.isFollowing = true
      liveFile.withLock { $0.show(place) }
    }
  }

  /// Looks where others' cursors are.
  /// - Parameter isHint: whether one was hinted to have moved.
  func follow(isHint: Bool) {
    queue.async { [self] in
      liveFile.withLock { $0.keepUp() }
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

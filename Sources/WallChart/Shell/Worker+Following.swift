import Dispatch
import Synchronization
import WallChartStore

/// Where this program's cursor is, on its way to those who follow it.
struct Outgoing: ~Copyable {
  var file: LiveFile
  /// The last place there was; nil where there is none to tell.
  var place: LivePlace?
  /// Whether anybody follows. Else nothing is told: it would cost a write at every key.
  var isFollowed = false
  /// Whether it is to be written.
  var isWaiting = false
  var lastWrite = DispatchTime(uptimeNanoseconds: 0)

  /// Tells the last place.
  mutating func write() {
    let isFirst = lastWrite.uptimeNanoseconds == 0
    isWaiting = false
    lastWrite = .now()
    file.show(isFollowed ? place : nil)
    if isFirst { file.sweep() }
  }
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
      outgoing.place = place
      guard outgoing.isFollowed, !outgoing.isWaiting else { return nil }
      outgoing.isWaiting = true
      return outgoing.lastWrite + Self.pause
    }
    guard let due else { return }
    queue.asyncAfter(deadline: max(due, .now())) { [weak self] in
      self?.outgoing.withLock { if $0.isWaiting { $0.write() } }
    }
  }

  /// Nobody is to follow any more, for now; the file is gone when this returns.
  func showNothing() {
    queue.sync {
      outgoing.withLock { outgoing in
        (outgoing.place, outgoing.isWaiting) = (nil, false)
        outgoing.file.show(nil)
      }
    }
  }

  /// Looks whether anybody follows, and lets those know that the program still runs, where they cannot
  /// see it, or no longer.
  func lookForFollowers() {
    queue.async { [self] in
      let isFollowed = incoming.withLock { $0.files.areFollowed(uptime: SystemClock.uptime()) }
      outgoing.withLock { outgoing in
        guard isFollowed != outgoing.isFollowed else { return outgoing.file.keepUp() }
        outgoing.isFollowed = isFollowed
        outgoing.write()
      }
    }
  }

  /// Says that this is a projector that follows.
  func beginFollowing() {
    queue.async { [self] in
      var place = LivePlace(at: SystemClock.now(), view: "projector")
      place.isFollowing = true
      outgoing.withLock { $0.file.show(place) }
    }
  }

  /// Looks where others' cursors are.
  /// - Parameter isHint: whether one was hinted to have moved.
  func follow(isHint: Bool) {
    queue.async { [self] in
      outgoing.withLock { $0.file.keepUp() }
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

internal import Glibc
internal import Synchronization

/// Something that is worked out on a thread of its own while this one does something else. The
/// thread ends with its work: those of a pool stay for seconds, and wake up to end.
final class Ahead<Value: Sendable>: Sendable {
  private let work: @Sendable () -> Value
  private let result = Mutex<Value?>(nil)
  /// Nil when it has ended and was waited for, or never began.
  private let thread = Mutex<pthread_t?>(nil)

  init(_ work: @escaping @Sendable () -> Value) {
    self.work = work
    thread.withLock { $0 = Errand.begin { _ = self.worked() } }
  }

  /// What it came to, as soon as it has.
  var value: Value {
    thread.withLock {
      if let running = $0 { pthread_join(running, nil) }
      $0 = nil
    }
    return worked()
  }

  /// Works it out unless that was done: where no thread could begin, whoever asks does it.
  private func worked() -> Value {
    result.withLock {
      let value = $0 ?? work()
      $0 = value
      return value
    }
  }

  /// The thread holds this one until its work is done, so nobody waits for it any more.
  deinit {
    thread.withLock { if let done = $0 { pthread_detach(done) } }
  }
}

/// What a new thread is to do.
private final class Errand: Sendable {
  private let run: @Sendable () -> Void

  private init(_ run: @escaping @Sendable () -> Void) { self.run = run }

  /// Does it on a new thread, which takes no signals: they are for the one that has the terminal.
  /// Nil when the system has no thread left.
  static func begin(_ run: @escaping @Sendable () -> Void) -> pthread_t? {
    var (all, before, thread) = (sigset_t(), sigset_t(), pthread_t())
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    // The one reference that is handed over here is taken back by the thread, once; where none
    // began, here.
    let errand = Unmanaged.passRetained(Errand(run))
    let failure = pthread_create(
      &thread, nil,
      { errand in
        if let errand { Unmanaged<Errand>.fromOpaque(errand).takeRetainedValue().run() }
        return nil
      }, errand.toOpaque())
    guard failure == 0 else {
      errand.release()
      return nil
    }
    return thread
  }
}

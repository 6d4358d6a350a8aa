internal import Glibc
internal import Synchronization

/// Something that is worked out on a thread of its own while this one does something else. The
/// thread ends with its work: those of a pool stay for seconds, and wake up to end.
package final class Ahead<Value: Sendable>: Sendable {
  private enum State {
    /// With all that it is made of, which is let go when it is done.
    case due(@Sendable () -> Value)
    case done(Value)
    case handedOver
  }

  private enum Thread {
    case notBegun
    case running(pthread_t)
    /// It was waited for, or could not begin.
    case over
  }

  private let state: Mutex<State>
  private let thread = Mutex(Thread.notBegun)

  /// - Parameter begins: whether it begins at once; else when it is told to, or asked.
  package init(begins: Bool = true, _ work: @escaping @Sendable () -> Value) {
    state = Mutex(.due(work))
    if begins { begin() }
  }

  /// Begins unless it has.
  func begin() {
    thread.withLock { thread in
      guard case .notBegun = thread else { return }
      thread = Errand.begin { _ = self.worked() }.map { .running($0) } ?? .over
    }
  }

  /// What it came to, as soon as it has.
  package var value: Value {
    join()
    return worked()
  }

  /// The same for the only one who asks, and asks once: it can be changed without a copy.
  func handOver() -> Value {
    let value = value
    state.withLock { $0 = .handedOver }
    return value
  }

  private func join() {
    thread.withLock { thread in
      if case .running(let running) = thread { pthread_join(running, nil) }
      thread = .over
    }
  }

  /// Works it out unless that was done: where no thread could begin, whoever asks does it.
  private func worked() -> Value {
    state.withLock { state in
      switch state {
      case .due(let work):
        let value = work()
        state = .done(value)
        return value
      case .done(let value): return value
      // Nobody asks for what was handed over.
      case .handedOver: preconditionFailure()
      }
    }
  }

  /// The thread holds this one until its work is done, so nobody waits for it any more.
  deinit {
    thread.withLock { if case .running(let done) = $0 { pthread_detach(done) } }
  }
}

extension Array {
  /// Where the later half begins, for a thread of its own; the end where they are so few that they are
  /// done sooner than a thread begins.
  var laterHalf: Int { count < 1000 ? count : count / 2 }
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

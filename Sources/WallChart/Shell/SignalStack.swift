import Glibc

/// A stack for the handlers of signals: where a thread's own has overflowed, there is no other to run
/// them on, and the system would end the program without them (sigaltstack(2)).
///
/// Unchecked without harm: one thread has it at a time, and only the system writes to it.
final class SignalStack: @unchecked Sendable {
  private static let size = 64 << 10
  private let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)

  deinit { memory.deallocate() }

  /// Gives it to this thread.
  func begin() { set(0) }

  /// Takes it from this thread, which may go on to other work or end.
  func end() { set(Int32(SS_DISABLE)) }

  private func set(_ flags: Int32) {
    var stack = stack_t(ss_sp: memory, ss_flags: flags, ss_size: Self.size)
    sigaltstack(&stack, nil)
  }
}

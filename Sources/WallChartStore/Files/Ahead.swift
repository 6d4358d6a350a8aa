internal import Dispatch
internal import Synchronization

/// Something that is worked out on another thread while this one does something else.
final class Ahead<Value: Sendable>: Sendable {
  private let result = Mutex<Value?>(nil)
  private let group = DispatchGroup()

  init(_ work: @escaping @Sendable () -> Value) {
    DispatchQueue.global(qos: .userInteractive).async(group: group) { [self] in
      let value = work()
      result.withLock { $0 = value }
    }
  }

  /// What it came to, as soon as it has.
  var value: Value? {
    group.wait()
    return result.withLock(\.self)
  }
}

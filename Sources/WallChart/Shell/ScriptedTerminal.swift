/// A terminal without a terminal: plays keys, one after what the one before set going has ended,
/// and keeps the last screen. For `--script`, bug reports and tests.
struct ScriptedTerminal: Terminal, ~Copyable {
  let size: Size
  private var keys: ArraySlice<Key>
  private let worker: Worker
  /// Every second turn brings no key, so that the screen shows what the last one led to.
  private var isKeyTurn = false
  private var hasPlayed = false
  private let last: LastFrame

  /// The last screen, to be read when the terminal is gone.
  final class LastFrame {
    var frame: Frame?
  }

  init(keys: [Key], size: Size, worker: Worker, last: LastFrame) {
    self.keys = keys[...]
    self.size = size
    self.worker = worker
    self.last = last
  }

  mutating func wait(for files: [Int32], milliseconds: Int) {
    worker.finish()
    isKeyTurn.toggle()
    hasPlayed = !isKeyTurn
  }

  mutating func next() -> Input? {
    guard !hasPlayed else { return nil }
    hasPlayed = true
    guard let key = keys.popFirst() else { return .ended }
    return .key(key)
  }

  mutating func paint(_ frame: Frame) {
    last.frame = frame
  }

  mutating func redraw() {}
  mutating func suspend() {}
  mutating func bell() {}
  mutating func entitle(_ title: String?) {}
}

import Dispatch
import Synchronization
import WallChartStore

/// The one place that touches the disk while the program runs: one thing after the other, on a
/// queue of its own, answered by message. A slow disk never holds up a key.
final class Worker: Sendable {
  private let queue = DispatchQueue(label: "wallchart.disk")
  private let folder: Mutex<ChartFolder>
  private let mailbox: Mailbox

  init(_ folder: ChartFolder, mailbox: Mailbox) {
    self.folder = Mutex(folder)
    self.mailbox = mailbox
  }

  /// Waits until everything asked for so far is done.
  func finish() { queue.sync {} }

  func append(_ entry: Entry, today: Day) {
    perform { folder in
      do {
        let saved = try folder.append(entry, today: today)
        return .saved(saved, ownWriters: folder.ownWriters)
      } catch {
        return .failed(entry, Self.storeError(error))
      }
    }
  }

  func reload() {
    perform { folder in
      do {
        try folder.refresh()
        return .loaded(folder.chart, folder.ledger, ownWriters: folder.ownWriters)
      } catch {
        return .loadFailed(Self.storeError(error))
      }
    }
  }

  func remember(task: String?, node: String?) {
    perform { folder in
      folder.remember(task: task, node: node)
      return nil
    }
  }

  private func perform(_ work: @escaping @Sendable (inout ChartFolder) -> Message?) {
    queue.async { [self] in
      if let message = folder.withLock({ work(&$0) }) { mailbox.post(message) }
    }
  }

  private static func storeError(_ error: any Error) -> StoreError {
    switch error {
    case let error as StoreError: error
    case let finding as Finding: .invalid([finding])
    default: .system(operation: "\(error)", path: "", code: 0)
    }
  }
}

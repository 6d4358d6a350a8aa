import Dispatch
import Synchronization
import WallChartStore

/// The one place that touches the disk while the program runs: one thing after the other, on a
/// queue of its own, answered by message. A slow disk never holds up a key.
final class Worker: Sendable {
  private let queue = DispatchQueue(label: "wallchart.disk")
  private let folder: Mutex<ChartFolder>
  private let mailbox: Mailbox
  /// Damage that the user has been told of.
  private let told: Mutex<[Finding]>

  init(_ folder: ChartFolder, mailbox: Mailbox) {
    self.folder = Mutex(folder)
    self.mailbox = mailbox
    told = Mutex(folder.damage)
  }

  /// Waits until everything asked for so far is done.
  func finish() { queue.sync {} }

  func append(_ entry: Entry, today: Day) {
    perform { folder in
      do {
        let saved = try folder.append(entry, today: today)
        return [.saved(saved, ownWriters: folder.ownWriters)]
      } catch {
        return [.failed(entry, Self.storeError(error))]
      }
    }
  }

  /// What could be read is shown, and then what could not be is said.
  func reload() {
    perform { folder in
      var failure: Message?
      do {
        try folder.refresh()
      } catch {
        failure = .loadFailed(Self.storeError(error))
      }
      let loaded = Message.loaded(folder.chart, folder.ledger, ownWriters: folder.ownWriters)
      return [loaded] + (failure.map { [$0] } ?? [])
    }
  }

  func remember(task: String?, node: String?) {
    perform { folder in
      folder.remember(task: task, node: node)
      return []
    }
  }

  private func perform(_ work: @escaping @Sendable (inout ChartFolder) -> [Message]) {
    queue.async { [self] in
      folder.withLock { work(&$0) + newDamage(in: $0) }.forEach { mailbox.post($0) }
    }
  }

  /// What was found damaged or gone since the user was last told.
  private func newDamage(in folder: ChartFolder) -> [Message] {
    let damage = folder.damage
    return told.withLock { told in
      let new = damage.first { !told.contains($0) }
      told = damage
      return new.map { [.loadFailed(.invalid([$0]))] } ?? []
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

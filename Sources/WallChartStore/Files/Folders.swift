/// The folders of the XDG base directory specification, from an environment.
public struct Folders: Sendable {
  /// `$XDG_STATE_HOME/wallchart`: writers, cursors, the last chart; nil when there is no home.
  public let state: String?
  /// `$XDG_DATA_HOME/wallchart`: the private copy of the example.
  package let data: String?

  /// - Parameter environment: the variables, by name; `XDG_STATE_HOME`, `XDG_DATA_HOME` and `HOME`
  ///   are looked at, and relative paths ignored.
  public init(environment: [String: String]) {
    func folder(_ variable: String, _ fallback: String) -> String? {
      // The specification: a relative path is to be ignored.
      if let path = environment[variable], path.hasPrefix("/") { return path + "/wallchart" }
      guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
      return "\(home)/\(fallback)/wallchart"
    }
    state = folder("XDG_STATE_HOME", ".local/state")
    data = folder("XDG_DATA_HOME", ".local/share")
  }

  /// The chart opened last on this machine.
  package var lastChart: String? {
    get {
      guard let state, let bytes = try? PosixFile.contents(of: state + "/last", limitMegabytes: 1)
      else { return nil }
      return String(validating: bytes.split(separator: 10).first ?? [], as: UTF8.self)
    }
    nonmutating set {
      guard let state, let newValue else { return }
      // Memory only: when it cannot be written, the next start shows another chart.
      try? PosixFile.makeFolder(state)
      try? PosixFile.replace(state + "/last", with: Array(newValue.utf8) + [10], durably: false)
    }
  }
}

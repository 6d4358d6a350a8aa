/// The folders of the XDG base directory specification, from an environment.
public struct Folders: Sendable {
  /// `$XDG_STATE_HOME/wallchart`: writers, cursors, the last chart; nil when there is no home.
  public let state: String?
  /// `$XDG_DATA_HOME/wallchart`: the private copy of the example.
  package let data: String?
  /// `$XDG_CONFIG_HOME/wallchart`: what a person has set for good.
  package let config: String?

  /// - Parameter environment: the variables, by name; `XDG_STATE_HOME`, `XDG_DATA_HOME`,
  ///   `XDG_CONFIG_HOME` and `HOME` are looked at, and relative paths ignored.
  public init(environment: [String: String]) {
    func folder(_ variable: String, _ fallback: String) -> String? {
      // The specification: a relative path is to be ignored.
      if let path = environment[variable], path.hasPrefix("/") { return path + "/wallchart" }
      guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
      return "\(home)/\(fallback)/wallchart"
    }
    state = folder("XDG_STATE_HOME", ".local/state")
    data = folder("XDG_DATA_HOME", ".local/share")
    config = folder("XDG_CONFIG_HOME", ".config")
  }
}

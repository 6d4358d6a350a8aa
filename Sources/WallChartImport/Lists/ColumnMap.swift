/// Which header means which field where a person had to say so: `--map FIELD=HEADER`, now or at
/// an earlier import of the same chart.
struct ColumnMap: Sendable, Equatable {
  /// Why an argument says nothing of the kind.
  enum Misuse: Error, Equatable {
    /// There is no `=` with something on both sides.
    case noHeader(String)
    case unknownField(String)
  }

  /// Headers by field, as they were typed.
  private(set) var headers: [String: String] = [:]
  /// The same the other way round, the headers made plain.
  private var fields: [String: String] = [:]

  init() {}

  /// What this machine remembers; fields that are none, any more, are left out.
  init(remembered headers: [String: String]) {
    for (field, header) in headers.sorted(by: { $0.key < $1.key }) where Self.isField(field) {
      set(field, to: header)
    }
  }

  init(_ arguments: [String]) throws(Misuse) {
    for argument in arguments {
      guard let sign = argument.firstIndex(of: "=") else { throw .noHeader(argument) }
      let name = argument[..<sign].withoutOuterSpaces
      let header = argument[argument.index(after: sign)...].withoutOuterSpaces
      guard !name.isEmpty, !HeaderText.plain(header).isEmpty else { throw .noHeader(argument) }
      guard let field = Field.name(of: name) else { throw .unknownField(name) }
      set(field, to: header)
    }
  }

  /// The fields that may be named, those of nodes by an example.
  static var fields: [String] {
    Field.table.map(\.name) + NodePart.allCases.map { $0.column(of: 1) }
  }

  private static func isField(_ name: String) -> Bool {
    Field.names.contains(name) || Field.node(of: name) != nil
  }

  private mutating func set(_ field: String, to header: String) {
    if let old = headers[field] { fields[HeaderText.plain(old)] = nil }
    if let other = fields.updateValue(field, forKey: HeaderText.plain(header)), other != field {
      headers[other] = nil
    }
    headers[field] = header
  }

  /// The field a header stands for.
  func field(of header: String) -> String? {
    fields.isEmpty ? nil : fields[HeaderText.plain(header)]
  }

  var isEmpty: Bool { headers.isEmpty }

  /// This map with what another one says beyond it, or otherwise.
  func overridden(by other: ColumnMap) -> ColumnMap {
    var map = self
    for (field, header) in other.headers.sorted(by: { $0.key < $1.key }) {
      map.set(field, to: header)
    }
    return map
  }
}

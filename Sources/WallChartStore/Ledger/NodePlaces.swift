/// Where the nodes of a task stand: looked for among a few, looked up among many, so that a task
/// with hundreds of nodes does not fold for minutes and one with six needs no table.
package struct NodePlaces {
  private let nodes: [Chart.Node]
  private let table: [String: Int]

  package init(of nodes: [Chart.Node]) {
    self.nodes = nodes
    table =
      nodes.count > 16
      ? Dictionary(zip(nodes.map(\.id), nodes.indices), uniquingKeysWith: { first, _ in first })
      : [:]
  }

  package subscript(id: String) -> Int? {
    table.isEmpty ? nodes.indices.first { nodes[$0].id == id } : table[id]
  }
}

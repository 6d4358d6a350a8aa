/// A plan as the file will hold it, with its digest: written out once, for both.
package struct PlanText: Sendable {
  package let bytes: [UInt8]
  /// SHA-256 of the bytes.
  package let digest: String

  package init(of chart: Chart) {
    bytes = ChartWriter.bytes(of: chart)
    digest = HashChain.sha256(bytes)
  }
}

import Foundation
import Testing

/// `Resources/install`, as whoever sets up the office's machine uses it.
@Suite struct InstallTests {
  private static let script = Desk.root + "/Resources/install"
  private static let programs = URL(fileURLWithPath: Desk.program).deletingLastPathComponent().path

  private func files(below folder: String) -> Set<String> {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return Set(
      names.filter { name in
        let attributes = try? FileManager.default.attributesOfItem(atPath: folder + "/" + name)
        return attributes?[.type] as? FileAttributeType == .typeRegular
      })
  }

  @Test func `Programs, pages and completions come below the prefix, twice the same, and go again`()
    throws
  {
    let desk = try Desk(nil)
    let prefix = desk.folder + "/stage/usr"
    desk.environment["DESTDIR"] = desk.folder + "/stage"
    try desk.write("another's\n", to: "stage/usr/share/man/man1/other.1")
    let installing = ["/usr", Self.programs]
    #expect(try desk.output(of: Self.script, installing) == ("", 0))
    let installed = files(below: prefix)
    for name in ["wallchart", "wallchart-import"] {
      #expect(
        installed.isSuperset(of: [
          "bin/\(name)", "share/man/man1/\(name).1", "share/man/zh_CN/man1/\(name).1",
          "share/bash-completion/completions/\(name)", "share/zsh/site-functions/_\(name)",
          "share/fish/vendor_completions.d/\(name).fish",
        ]))
    }
    #expect(installed.contains("share/man/man5/wallchart-chart.5"))
    #expect(installed.contains("share/man/zh_CN/man5/wallchart-chart.5"))
    #expect(installed.contains("share/wallchart/ledger.schema.json"))
    #expect(try desk.output(of: prefix + "/bin/wallchart", ["--version"]).ending == 0)
    #expect(try desk.output(of: Self.script, installing) == ("", 0))
    #expect(files(below: prefix) == installed)
    #expect(try desk.output(of: Self.script, ["--remove", "/usr"]) == ("", 0))
    #expect(files(below: prefix) == ["share/man/man1/other.1"])
  }

  @Test func `What is not built yet is told, with the line that builds it`() throws {
    let desk = try Desk(nil)
    let (text, ending) = try desk.output(of: Self.script, [desk.home, desk.folder])
    #expect(ending == 66)
    #expect(text.contains("swift build -c release --static-swift-stdlib"))
    #expect(files(below: desk.home).isEmpty)
  }
}

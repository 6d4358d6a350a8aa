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
    #expect(
      Set(try FileManager.default.subpathsOfDirectory(atPath: prefix))
        == ["share", "share/man", "share/man/man1", "share/man/man1/other.1"])
  }

  @Test func `What could not be put in place whole is told by the exit code, and left out`() throws
  {
    let desk = try Desk(nil)
    // A program whose completions are cut short, as by a full disk.
    try desk.write(
      "#!/bin/sh\n[ \"$1\" != --generate-completion-script ] || { echo '_x() {'; exit 74; }\n",
      to: "programs/wallchart")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: desk.folder + "/programs/wallchart")
    let installing = ["prefix", desk.folder + "/programs"]
    #expect(try desk.output(of: Self.script, installing).ending == 74)
    #expect(!files(below: desk.home).contains { $0.contains("completions") })
    #expect(try desk.output(of: Self.script, ["--remove", "prefix"]) == ("", 0))
    #expect(try FileManager.default.subpathsOfDirectory(atPath: desk.home) == ["prefix"])
    try desk.write("", to: "home/prefix/bin/wallchart/x")
    let (text, ending) = try desk.output(of: Self.script, installing)
    #expect(ending == 73)
    #expect(text == "prefix/bin/wallchart: a folder is in the way.\n")
    #expect(files(below: desk.home + "/prefix/bin") == ["wallchart/x"])
  }

  @Test func `zsh is told where its completions are, and then finds them`() throws {
    let desk = try Desk(nil)
    let prefix = desk.home + "/.local"
    let (text, ending) = try desk.output(of: Self.script, [prefix, Self.programs])
    #expect(ending == 0)
    let line = "fpath+=('\(prefix)/share/zsh/site-functions')"
    guard FileManager.default.fileExists(atPath: "/usr/bin/zsh") else { return }
    #expect(text.hasSuffix("before compinit: \(line)\n"))
    let asked = "\(line); autoload -Uz compinit; compinit -u -D; print $_comps[wallchart]"
    #expect(try desk.output(of: "/usr/bin/zsh", ["-fc", asked]).text == "_wallchart\n")
  }

  @Test func `What is not built yet is told, with the line that builds it`() throws {
    let desk = try Desk(nil)
    let (text, ending) = try desk.output(of: Self.script, [desk.home, desk.folder])
    #expect(ending == 66)
    #expect(text.contains("swift build -c release --static-swift-stdlib"))
    #expect(files(below: desk.home).isEmpty)
  }
}

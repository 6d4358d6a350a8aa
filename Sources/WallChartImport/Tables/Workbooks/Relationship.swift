/// What one part of a workbook says another is to it.
struct Relationship {
  var id: String
  /// The last word of its type, which both editions of the standard share, such as `worksheet`.
  var kind: Substring
  /// The other part, by its path from the root of the archive.
  var part: String

  /// All that a part relates to inside the workbook; those of the workbook itself for "".
  static func all(of part: String, in archive: ZipArchive) throws(WorkbookRefusal) -> [Relationship]
  {
    let steps = part.split(separator: "/")
    let folder = steps.dropLast()
    let path = (folder + ["_rels", (steps.last ?? "") + ".rels"]).joined(separator: "/")
    let reader = try XMLPart(archive.part(path))
    var found: [Relationship] = []
    while try reader.next() {
      guard reader.node == .start(.relationship) else { continue }
      let attributes = reader.attributes()
      guard let id = attributes[.identifier], let type = attributes[.type],
        let target = attributes[.target]
      else { throw reader.broken }
      // What lies outside is nothing that is read here.
      guard attributes[.mode] != "External", let part = resolved(target, from: folder) else {
        continue
      }
      guard found.count < 4 * ZipArchive.partLimit else {
        throw WorkbookRefusal(.tooManyParts(limit: ZipArchive.partLimit))
      }
      let kind = type.split(separator: "/").last ?? ""
      found.append(Relationship(id: id, kind: kind, part: part))
    }
    return found
  }

  /// A path as written in a part of this folder; nil when it leads out of the workbook.
  private static func resolved(_ target: String, from folder: ArraySlice<Substring>) -> String? {
    var steps = target.hasPrefix("/") ? [] : Array(folder)
    for step in target.split(separator: "/") where step != "." {
      if step != ".." {
        steps.append(step)
      } else if steps.popLast() == nil {
        return nil
      }
    }
    return steps.joined(separator: "/")
  }
}

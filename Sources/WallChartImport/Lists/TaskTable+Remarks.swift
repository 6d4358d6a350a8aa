import WallChartStore

// What is said of a list's heading and rows, and where in the list something stands.
extension TaskTable {
  /// A label, and the parts of one that is joined of two rows, to be compared.
  static func plainTexts(of label: String) -> [String] {
    ([label] + label.split(separator: "/").map(String.init)).map(HeaderText.plain)
  }

  /// What was found out about the heading, and which rows are no tasks.
  func remarks(on heading: Heading, _ body: ListBody, _ reading: ListReading) -> [LayoutRemark] {
    var remarks: [LayoutRemark] = []
    if heading.rows != 0..<1 { remarks.append(.heading(row: heading.number)) }
    let labels = Dictionary(
      source.map { ($0.field, $0.label) }, uniquingKeysWith: { first, _ in first })
    let used = reading.remembered.headers.filter { field, header in
      reading.map.headers[field] == nil
        && Self.plainTexts(of: labels[field] ?? "").contains(HeaderText.plain(header))
    }
    if !used.isEmpty {
      remarks.append(
        .remembered(
          used.sorted { $0.key < $1.key }
            .map { LayoutRemark.NamedColumn(field: $0.key, header: $0.value) }))
    }
    for makeshift in heading.columns.makeshifts {
      let label = labels[makeshift.field] ?? makeshift.header
      remarks.append(
        makeshift.field == "id"
          ? .runningNumbers(label) : .makeshift(label, field: makeshift.field))
    }
    if !body.battleNames.isEmpty { remarks.append(.battleRows(body.battleNames)) }
    if !body.passedOver.isEmpty { remarks.append(.passedOver(body.passedOver)) }
    if !body.plainIDs.isEmpty {
      remarks.append(.plainIDs(body.plainIDs.map { "\($0.written) → \($0.id)" }))
    }
    if !body.withBattleAbove.isEmpty { remarks.append(.battleAbove(body.withBattleAbove)) }
    return remarks
  }

  /// What the list is called above its heading: 大连市2020年污染防治攻坚战任务清单. Who filled it in,
  /// 附件1 and 单位：万元 are no titles.
  var title: String? {
    titles.lazy.map(\.onOneLine).first { title in
      let isPlain = title.unicodeScalars.allSatisfy {
        $0.value >= 0x20 && $0.properties.generalCategory != .control
      }
      return isPlain && (4...100).contains(title.count) && !ListBody.isNote(title)
        && !["附件", "附表", "单位"].contains(where: title.hasPrefix)
        && title.contains { $0.isLetter && !"年月日".contains($0) }
    }
  }

  /// A column that the list has not, as it would call it: in Chinese where it speaks Chinese.
  func name(ofMissing field: String) -> String {
    let isEnglish = source.allSatisfy { $0.label.utf8.allSatisfy { $0 < 0x80 } }
    return isEnglish ? field : Field.header(of: field)
  }

  /// The column, as the list calls it, that something stands in.
  func label(at place: Int) -> String? {
    guard let index = sheetRow(at: place) else { return nil }
    let cells = table.rows[index].cells
    return cells.indices.last(reaching: place, by: { cells[$0].place })
      .flatMap { source[safe: $0]?.label }
  }

  /// The rows of the sheet that a task was put together from, by index.
  func sheetRows(of task: Table.Row) -> [Int] {
    Set(task.cells.compactMap { sheetRow(at: $0.place) }).sorted()
  }

  /// The row of the sheet, by index, that something stands in.
  func sheetRow(at place: Int) -> Int? {
    table.rows.indices.last(reaching: place, by: { table.rows[$0].place })
  }
}

extension RandomAccessCollection {
  /// The last element whose place is not behind `place`; the places ascend.
  fileprivate func last(reaching place: Int, by placeOf: (Element) -> Int) -> Element? {
    self[..<partitioningIndex { placeOf($0) > place }].last
  }
}

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
        .remembered(used.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }))
    }
    for makeshift in heading.columns.makeshifts {
      let label = labels[makeshift.field] ?? makeshift.header
      remarks.append(
        makeshift.field == "id"
          ? .runningNumbers(label) : .makeshift(label, field: makeshift.field))
    }
    if !body.battleNames.isEmpty { remarks.append(.battleRows(body.battleNames)) }
    if !body.passedOver.isEmpty { remarks.append(.passedOver(body.passedOver)) }
    return remarks
  }

  /// The row of the list, and the column as the list calls it, that something stands in.
  func rowAndColumn(of place: Int) -> (row: Int, label: String?)? {
    guard let row = table.rows.last(reaching: place, by: { $0.cells.first?.place ?? 0 }),
      let cell = row.cells.indices.last(reaching: place, by: { row.cells[$0].place })
    else { return nil }
    return (row.number - headingNumber, source[safe: cell]?.label)
  }
}

extension RandomAccessCollection {
  /// The last element whose place is not behind `place`; the places ascend.
  fileprivate func last(reaching place: Int, by placeOf: (Element) -> Int) -> Element? {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = index(low, offsetBy: distance(from: low, to: high) / 2)
      if placeOf(self[middle]) <= place { low = index(after: middle) } else { high = middle }
    }
    return low == startIndex ? nil : self[index(before: low)]
  }
}

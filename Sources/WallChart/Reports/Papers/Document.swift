import WallChartStore
import WallChartWords

/// A paper in plain values, the same for all formats: a title, what is to be known first, and
/// sections of paragraphs, lists and tables. Its texts are words a person reads, not yet escaped.
struct Document: Equatable {
  /// A line below the title: `Period: 1 Jul to 7 Jul`.
  struct Fact: Equatable {
    /// Says which one it is, in every language.
    let id: String
    let text: String
  }

  struct Section: Equatable {
    let id: String
    let title: String
    var blocks: [Block]
  }

  enum Block: Equatable {
    case paragraph(String)
    case list([String])
    case table(Table)
  }

  struct Table: Equatable {
    let id: String
    let columns: [Column]
    let rows: [Row]
  }

  struct Column: Equatable {
    let id: String
    let head: String
    var kind = Kind.text
    /// Figures stand at the right.
    var isFigure: Bool { kind != .text }

    enum Kind: String, Equatable {
      case text, figure, share
    }
  }

  struct Row: Equatable {
    let cells: [Cell]
    /// Whether it sums up those above it.
    var isTotal = false
  }

  enum Cell: Equatable {
    case text(String)
    /// A day, and how it is written here.
    case day(Day, String)
    case figure(Int)
    /// A part of a whole, of which it is so many percent.
    case share(part: Int, of: Int)
    /// Nothing can be said here.
    case none
  }

  /// The head of a numbered paper: what it is, its number, who issued it and when.
  struct Masthead: Equatable {
    let name: String
    let number: String
    var issuer: String?
    let date: String
  }

  let title: String
  var masthead: Masthead?
  var facts: [Fact] = []
  var sections: [Section] = []
  /// What whoever signs and prints it fills in by hand, at its foot.
  var imprint: [Fact] = []

  mutating func add(_ id: String, _ title: String, _ blocks: [Block]) {
    sections.append(Section(id: id, title: title, blocks: blocks))
  }
}

extension Document.Row {
  init(texts: [String]) { self.init(cells: texts.map { .text($0) }) }
}

// MARK: For templates

extension Document {
  func datum(_ words: Words) -> Datum {
    let numerals = words(.paperNumerals).split(separator: " ").map(String.init)
    return [
      "title": .text(title),
      "masthead": masthead.map {
        [
          "name": .text($0.name), "number": .text($0.number), "issuer": Datum($0.issuer),
          "date": .text($0.date),
        ]
      } ?? .none,
      "facts": .list(facts.map(\.datum)),
      "sections": .list(
        sections.enumerated().map { place, section in
          let numeral = place < numerals.count ? numerals[place] : "\(place + 1)"
          return [
            "id": .text(section.id), "numeral": .text(numeral),
            "point": .text(words(.paperHead, ["n": "", "title": ""])),
            "title": .text(section.title),
            "head": .text(words(.paperHead, ["n": numeral, "title": section.title])),
            "blocks": .list(section.blocks.map { $0.datum(words) }),
          ]
        }),
      "imprint": imprint.isEmpty ? .none : .list(imprint.map(\.datum)),
    ]
  }
}

extension Document.Fact {
  fileprivate var datum: Datum { ["id": .text(id), "text": .text(text)] }
}

extension Document.Block {
  fileprivate func datum(_ words: Words) -> Datum {
    switch self {
    case .paragraph(let text): ["paragraph": .text(text)]
    case .list(let items): ["list": Datum(items)]
    case .table(let table): ["table": table.datum(words)]
    }
  }
}

extension Document.Table {
  func datum(_ words: Words) -> Datum {
    [
      "id": .text(id),
      "columns": .list(
        columns.map {
          [
            "id": .text($0.id), "head": .text($0.head), "kind": .text($0.kind.rawValue),
            "isFigure": .flag($0.isFigure),
          ]
        }),
      "rows": .list(
        rows.map { row in
          [
            "isTotal": .flag(row.isTotal),
            "cells": .list(
              zip(columns, row.cells).map { column, cell in
                let datum: Datum = [
                  "text": .text(cell.text(words)), "isFigure": .flag(column.isFigure),
                ]
                return datum.with(cell.numbers)
              }),
          ]
        }),
    ]
  }
}

extension Document.Cell {
  /// What a person reads: `12 of 15, 80 %`; a dash of none.
  func text(_ words: Words) -> String {
    switch self {
    case .text(let text), .day(_, let text): text
    case .figure(let number): "\(number)"
    case .share(_, 0), .none: "—"
    case .share(let part, let whole):
      words(
        .shareOf,
        ["n": "\(part)", "total": "\(whole)", "share": percent(part, of: whole)])
    }
  }

  fileprivate var numbers: Datum {
    switch self {
    case .text, .none: [:]
    case .day(let day, _): ["day": .text(day.iso)]
    case .figure(let number): ["number": .number(number)]
    case .share(let part, let whole): ["number": .number(part), "of": .number(whole)]
    }
  }
}

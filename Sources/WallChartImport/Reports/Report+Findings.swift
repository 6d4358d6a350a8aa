import WallChartStore
import WallChartWords

// Findings in words.
extension Report {
  /// How many are said one by one; the rest is counted.
  static let findingLimit = 50

  /// A list that was refused as a whole: what is wrong, in the order of the file.
  init(_ findings: [ImportFinding], in table: Table, in words: Words) {
    complaints = Self.firstLines(for: findings, in: table, words)
    // How the file was read may be what is wrong.
    complaints += table.remarks.map { Self.sentence(for: $0, in: words) }
    complaints.append(words(.importRefused, ["n": "\(findings.count)"]))
    exitCode = findings.allSatisfy(\.problem.asksForOption) ? 64 : 65
  }

  /// `file:line:column (row R, column "name"): what is wrong, what to do`, in the order given.
  static func lines(
    for findings: some Collection<ImportFinding>, in table: Table, _ words: Words
  ) -> [String] {
    zip(findings, table.labels(of: findings.map(\.place))).map { finding, label in
      // The name of a cell says row and column already; a plan has none.
      Printable.filtered(label)
        + (table.hasNamedColumns ? rowAndColumn(of: finding, in: words) : "")
        + ": " + sentence(for: finding.problem, in: words)
    }
  }

  /// The first ones, and how many more there are.
  static func firstLines(
    for findings: [ImportFinding], in table: Table, _ words: Words
  ) -> [String] {
    let lines = lines(for: findings.prefix(findingLimit), in: table, words)
    guard findings.count > findingLimit, let last = findings.last else { return lines }
    let more = words(.errorMore, ["n": "\(findings.count - findingLimit)"])
    // Not all was looked at: that is said, however much comes before it.
    guard case .tooManyFindings = last.problem else { return lines + [more] }
    return lines + [more] + Self.lines(for: [last], in: table, words)
  }

  /// ` (row R, column "name")`.
  private static func rowAndColumn(of finding: ImportFinding, in words: Words) -> String {
    guard let row = finding.row else { return "" }
    guard let name = finding.name else { return words(.importPlaceRow, ["row": "\(row)"]) }
    return words(.importPlace, ["row": "\(row)", "name": Printable.excerpt(name)])
  }

  /// The first ten names of columns; the rest is counted.
  static func names(_ all: [String], in words: Words) -> String {
    firstTen(all, in: words, as: Printable.excerpt)
  }

  /// The first ten of some, as a text each; the rest is counted.
  private static func firstTen<Element>(
    _ all: [Element], in words: Words, as text: (Element) -> String
  ) -> String {
    let names = all.prefix(10).map(text).joined(separator: words(.importListComma))
    guard all.count > 10 else { return names }
    return words(.importNamesAndMore, ["names": names, "n": "\(all.count - 10)"])
  }

  private static func sentence(for unseen: [UnseenText], in words: Words) -> String {
    let texts = firstTen(unseen, in: words) { text in
      words(
        .importUnseenAt,
        [
          "place": Printable.filtered(text.place),
          "characters": words.list(of: text.characters),
        ])
    }
    return words(.importUnseen, ["n": "\(unseen.count)", "texts": texts])
  }

  /// A day of submission. One that follows from the cross-off says so: it stands in no cell.
  private static func submission(on day: Day, crossedOff: Day?, in words: Words) -> String {
    guard let crossedOff else { return words.date(day) }
    return words(
      .importComputedSubmission,
      [
        "day": words.date(day), "crossedOff": words.date(crossedOff),
        "n": "\(crossedOff - day - 1)",
      ])
  }

  static func sentence(for remark: Remark, in words: Words) -> String {
    switch remark {
    case .encoding(let name): words(.importEncoding, ["encoding": name])
    case .separator(let separator):
      words(.importSeparator, ["signs": words(separator.word)])
    case .joinedLines(let cells): words(.importJoinedLines, ["n": "\(cells)"])
    case .unseen(let texts): sentence(for: texts, in: words)
    case .ignored(let names):
      words(.importIgnored, ["n": "\(names.count)", "names": Self.names(names, in: words)])
    case .sheet, .hiddenRows, .hiddenColumns: sentence(ofWorkbook: remark, in: words)
    case .inLayout(let remark): sentence(for: remark, in: words)
    case .noNodes: words(.importNoNodes)
    case .mediumRisk: words(.importMediumRisk)
    case .emptyExport: words(.importEmptyExport)
    case .onlyPlan: words(.importOnlyPlan)
    case .ownRules: words(.importOwnRules)
    case .year(let year):
      words(
        .importYear, ["year": "\(year.year)", "text": Printable.excerpt(year.text)])
    }
  }

  static func sentence(for problem: ImportFinding.Problem, in words: Words) -> String {
    func shown(_ text: String) -> String { Printable.excerpt(text) }
    switch problem {
    case .empty: return words(.importEmpty)
    case .noTasks: return words(.importNoTasks)
    case .noRows: return words(.importNoRows)
    case .notATable(let kind): return words(.importNotATable, ["kind": words(kind.word)])
    case .badBytes(let hex, let encoding):
      return words(.importBadBytes, ["hex": hex, "encoding": encoding])
    case .unknownEncoding(let hex): return words(.importUnknownEncoding, ["hex": hex])
    case .otherEncoding(let marked, let named):
      return words(.importOtherEncoding, ["marked": marked, "named": named])
    case .noByteOrderMark(let encoding):
      return words(.importNoByteOrderMark, ["encoding": encoding])
    case .nullCharacter: return words(.importNullCharacter)
    case .ambiguousSeparator(let all):
      return words(
        .importAmbiguousSeparator,
        [
          "signs": all.map { words($0.word) }.joined(separator: words(.importOr)),
          "options": all.map { "--delimiter '\($0.name)'" }.joined(separator: words(.importOr)),
        ])
    case .unclosedQuote: return words(.importUnclosedQuote)
    case .quoteInsideCell: return words(.importQuoteInsideCell)
    case .textAfterQuote: return words(.importTextAfterQuote)
    case .inWorkbook(let problem): return sentence(for: problem, in: words)
    case .blankHeader: return words(.importBlankHeader)
    case .inLayout(let problem): return sentence(for: problem, in: words)
    case .duplicateHeader(let name): return words(.importDuplicateHeader, ["name": shown(name)])
    case .tooManyColumns(let found, let limit):
      return words(.importTooManyColumns, ["found": "\(found)", "limit": "\(limit)"])
    case .tooManyRows(let rows, let cells):
      return words(.importTooManyRows, ["rows": "\(rows)", "cells": "\(cells)"])
    case .missingColumns(let groups, let found):
      let missing = groups.map { Self.fields($0, in: words) }
      let isBattle = groups.map { $0.contains("battle") }
      let other = zip(groups, isBattle).first { !$0.1 }?.0.last
      return words(
        .importMissingColumns,
        [
          "missing": missing.joined(separator: words(.importListSemicolon)),
          "found": names(found, in: words),
        ])
        + (other.map { words(.importMissingMap, ["field": name(ofField: $0, in: words)]) } ?? "")
        + (isBattle.contains(true) ? words(.importMissingBattle) : "")
    case .tooManyFindings(let limit):
      return words(.importTooManyFindings, ["limit": "\(limit)"])
    case .columnCount(let expected, let found):
      return words(.importColumnCount, ["expected": "\(expected)", "found": "\(found)"])
    case .lineBreak: return words(.importLineBreak)
    case .controlCharacter(let name): return words(.importControlCharacter, ["name": name])
    case .emptyCell: return words(.importEmptyCell)
    case .neededBy(let column): return words(.importNeededBy, ["column": column])
    case .badDay(let text): return words(.importBadDay, ["text": shown(text)])
    case .noSuchDay(let text): return words(.importNoSuchDay, ["text": shown(text)])
    case .badYear(let text, let years):
      return words(
        .importBadYear,
        ["text": text, "first": "\(years.lowerBound)", "last": "\(years.upperBound)"])
    case .badLimit(let text): return words(.importBadLimit, ["text": shown(text)])
    case .needsDay(let text): return words(.importNeedsDay, ["text": shown(text)])
    case .noYear(let text): return words(.importNoYear, ["text": shown(text)])
    case .dayOrder(let text): return words(.importDayOrder, ["text": shown(text)])
    case .shortYear(let text): return words(.importShortYear, ["text": shown(text)])
    case .serialNumber(let text): return words(.importSerialNumber, ["text": shown(text)])
    case .beginningOrEnd(let text): return words(.importBeginningOrEnd, ["text": shown(text)])
    case .limitDiffers(let text, let meant, let day):
      return words(
        .importLimitDiffers,
        ["text": shown(text), "meant": words.date(meant), "day": words.date(day)])
    case .noTime(let template, let step, let title, let start, let limit):
      return words(
        .importNoTime,
        [
          "template": shown(template), "step": "\(step)", "title": words(title),
          "start": words.date(start), "limit": words.date(limit),
        ])
    case .badNumber(let text): return words(.importBadNumber, ["text": shown(text)])
    case .spreadsheetForm(let text): return words(.importSpreadsheetForm, ["text": shown(text)])
    case .spreadsheetError(let text):
      return words(.importSpreadsheetError, ["text": shown(text)])
    case .duplicateTask(let id, let row):
      return words(.importDuplicateTask, ["id": shown(id), "row": "\(row)"])
    case .lostZeros(let id, let whole):
      return words(.importLostZeros, ["id": id, "whole": whole])
    case .rhythmDiffers(let said, let risk, let rhythm):
      return words(
        .importRhythmDiffers,
        [
          "text": words.name(of: said), "risk": words.name(of: risk),
          "rhythm": words.name(of: rhythm),
        ])
    case .twoUnits(let one, let other):
      return words(.importTwoUnits, ["one": shown(one), "other": shown(other)])
    case .twoBattles(let one, let other):
      return words(.importTwoBattles, ["one": shown(one), "other": shown(other)])
    case .sameUnit(let name, let ids):
      return words(.importSameUnit, ["name": shown(name), "ids": names(ids, in: words)])
    case .sameBattle(let name, let ids):
      return words(.importSameBattle, ["name": shown(name), "ids": names(ids, in: words)])
    case .sameID(let id, let here, let there):
      return words(
        .importSameID, ["id": id, "here": shown(words(here)), "there": shown(words(there))])
    case .twoKinds(let unit, let kind, let row):
      return words(.importTwoKinds, ["unit": unit, "kind": kind, "row": "\(row)"])
    case .evidenceTooEarly: return words(.importEvidenceTooEarly)
    case .metAfterSubmission(let met, let submitted, let crossedOff):
      return words(
        .importMetAfterSubmission,
        [
          "met": words.date(met),
          "submitted": submission(on: submitted, crossedOff: crossedOff, in: words),
        ])
    case .submittedTooEarly(let submitted, let crossedOff, let earlier):
      return words(
        .refusedDayBeforeEarlier,
        [
          "day": submission(on: submitted, crossedOff: crossedOff, in: words),
          "earlier": words.date(earlier),
        ])
    case .cannotClear(let old): return words(.importCannotClear, ["old": shown(old)])
    case .markedNode(let task, let node):
      return words(.importMarkedNode, ["task": task, "node": node])
    case .fault(.noLimit(let task)): return words(.importNoLimit, ["task": task])
    case .fault(.unknownWord(let text, let allowed)):
      return words(
        .importUnknownWord,
        [
          "text": shown(text), "allowed": allowed.joined(separator: words(.importListComma)),
        ])
    case .fault(let fault): return words.sentence(for: fault)
    // Then another day of the task may be the wrong one.
    case .cannotMove(let refusal, _) where refusal.isOfOrder: return words(refusal)
    case .cannotMove(let refusal, let from):
      return words(refusal) + words(.importKeepDay, ["day": words.date(from)])
    // The list has no place for a reason: the store's advice would lead nowhere.
    case .refusal(.fallingCountNeedsReason(let from, let to)):
      return words(.importFallingCount, ["from": "\(from)", "to": "\(to)"])
    case .refusal(let refusal): return words(refusal)
    }
  }
}

extension Refusal {
  /// Whether nothing but the order of days speaks against it.
  fileprivate var isOfOrder: Bool { if case .extensionOutOfOrder = self { true } else { false } }
}

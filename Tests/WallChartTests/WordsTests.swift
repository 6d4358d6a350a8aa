import Glibc
import Testing
import WallChartStore

@testable import WallChartWords

@Suite("Words")
struct WordsTests {
  @Test("Every language has exactly the words of the list", arguments: Language.allCases)
  func complete(language: Language) throws {
    let names = Set(
      try Words.file(of: language).keys.map { name in
        name.hasSuffix(Words.flagsSuffix) ? String(name.dropLast(Words.flagsSuffix.count)) : name
      })
    let expected = Set(Word.allCases.map(\.rawValue))
    #expect(names.subtracting(expected).isEmpty, "words that nothing says")
    #expect(expected.subtracting(names).isEmpty, "words that are missing")
  }

  @Test(
    "A file has the words in their order, so that they are read fast", arguments: Language.allCases)
  func ordered(language: Language) throws {
    let names = try Words.texts(of: language).map(\.name)
    #expect(names.filter { !$0.hasSuffix(Words.flagsSuffix) } == Word.allCases.map(\.rawValue))
  }

  @Test("Words in any order, and without some, say the same")
  func unordered() throws {
    var file = try Words.file(of: .zh)
    file["asOf"] = nil
    let words = Words(.zh, file: file)
    #expect(words(.asOf) == Words(.en)(.asOf))
    #expect(words(.standingRed) == Words(.zh)(.standingRed))
    #expect(words.under(.flags)(.standingRed) == Words(.zh).under(.flags)(.standingRed))
  }

  @Test("Both languages fill the same places of a sentence")
  func places() throws {
    let english = try Words.file(of: .en)
    let chinese = try Words.file(of: .zh)
    // The English word for the things counted is in the number's phrase, the Chinese one a suffix.
    let optional: Set<String> = ["of"]
    for word in Word.allCases {
      let left = Self.places(in: english[word.rawValue] ?? "")
      let right = Self.places(in: chinese[word.rawValue] ?? "")
      #expect(left.symmetricDifference(right).subtracting(optional).isEmpty, "\(word)")
    }
  }

  @Test("What is said otherwise under flags fills the same places", arguments: Language.allCases)
  func flagPlaces(language: Language) throws {
    let file = try Words.file(of: language)
    for (name, text) in file where name.hasSuffix(Words.flagsSuffix) {
      let usual = file[String(name.dropLast(Words.flagsSuffix.count))] ?? ""
      #expect(Self.places(in: text) == Self.places(in: usual), "\(name)")
    }
    #expect(Words(language).under(.flags)(.standingRed) != Words(language)(.standingRed))
    #expect(
      Words(language).under(.flags).under(.lights)(.standingRed) == Words(language)(.standingRed))
  }

  @Test("Every word is said somewhere")
  func used() throws {
    let code = try Sources.text(ofFolder: "Sources", without: "Word.swift")
    for word in Word.allCases {
      let isUsed =
        code.contains(".\(word.rawValue)") || code.contains("case \(word.rawValue)")
      #expect(isUsed, "\(word.rawValue)")
    }
  }

  @Test("Numbers choose their form")
  func plural() {
    let words = Words(.en)
    #expect(words(.stateOverdue, ["n": "1"]) == "1 day overdue")
    #expect(words(.stateOverdue, ["n": "2"]) == "2 days overdue")
    #expect(Words(.zh)(.stateOverdue, ["n": "2"]) == "逾期2天")
  }

  @Test(
    "A language has as many forms of a number as its rule says",
    arguments: [
      // Chinese, English, Russian, Polish, Latvian, Arabic as CLDR has them.
      ("", [0, 1, 2, 21], [0, 0, 0, 0]),
      ("n = 1", [0, 1, 2, 21], [1, 0, 1, 1]),
      (
        "v = 0 and i % 10 = 1 and i % 100 != 11; v = 0 and i % 10 = 2..4 and i % 100 != 12..14",
        [1, 2, 5, 11, 12, 21, 24, 111, 112, 122], [0, 1, 2, 2, 2, 0, 1, 2, 2, 1]
      ),
      (
        "i = 1 and v = 0; v = 0 and i % 10 = 2..4 and i % 100 != 12..14", [1, 2, 5, 21, 22, 112],
        [0, 1, 2, 2, 1, 2]
      ),
      (
        "n % 10 = 0 or n % 100 = 11..19; n % 10 = 1 and n % 100 != 11", [0, 1, 2, 11, 21],
        [0, 1, 2, 0, 1]
      ),
      (
        "n = 0; n = 1; n = 2; n % 100 = 3..10; n % 100 = 11..99", [0, 1, 2, 7, 11, 100],
        [0, 1, 2, 3, 4, 5]
      ),
      ("n = 0,1", [0, 1, 2], [0, 0, 1]),
    ])
  func forms(rule: String, numbers: [Int], expected: [Int]) throws {
    let rule = try #require(PluralRule(rule))
    #expect(numbers.map(rule.form) == expected)
  }

  @Test(
    "A rule that cannot be read is none", arguments: ["n", "n = x", "n % = 1", "n % 0 = 1", "= 1"])
  func noRule(text: String) { #expect(PluralRule(text) == nil) }

  @Test("The rule of every language can be read", arguments: Language.allCases)
  func rules(language: Language) { #expect(PluralRule(Words(language)(.plurals)) != nil) }

  @Test("What cannot be an id is shown with the signs that can")
  func identifiers() {
    func said(_ fault: Fault, _ language: Language) -> String {
      Words(language).sentence(for: fault)
    }
    #expect(
      said(.badIdentifier("蓝天\u{1B}"), .en)
        == "\"蓝天␛\" cannot be an id. Use 1 to 64 of these: A to Z, a to z, 0 to 9, dot, hyphen, "
        + "underscore.")
    #expect(
      said(.badIdentifier("蓝天"), .zh) == "“蓝天”不能作编号。请用1至64个下列字符：A至Z、a至z、0至9、点、连字符、下划线。")
    #expect(
      said(.badEntryIdentifier("01ARZ3"), .en)
        == "\"01ARZ3\" cannot be the id of an entry, which has 26 of these: a to z, 2 to 7.")
    #expect(
      said(.badEntryIdentifier("01ARZ3"), .zh) == "“01ARZ3”不能作记录编号：记录编号由26个a至z、2至7的字符组成。")
  }

  @Test(
    "What the system says of a failure is said in the language of the sentence",
    arguments: [
      (EACCES, "没有权限"), (ENOSPC, "磁盘空间不足"), (EROFS, "此磁盘只能读取，不能写入"),
      (EDQUOT, "已超出磁盘配额"), (ENAMETOOLONG, "文件名过长"), (EIO, "磁盘读写出错"),
    ])
  func systemErrors(code: Int32, chinese: String) {
    let error = StoreError.system(operation: "write", path: "x", code: code)
    #expect(Words(.zh)(error) == "x：write：\(chinese)。未作任何更改。")
    #expect(Words(.zh).reason(for: error) == chinese)
    #expect(Words(.en).reason(for: error) == String(cString: strerror(code)))
  }

  @Test("No failure of the system that is known is left in English")
  func knownSystemErrors() {
    let left = (1...EHWPOISON).filter { code in
      let said = Words(.zh).reason(ofSystem: code)
      // The words of the system of those that have none of ours.
      return said != String(cString: strerror(code)) && said.utf8.contains { $0 < 0x80 }
    }
    #expect(left.isEmpty)
    let same = (1...EHWPOISON).filter {
      Words(.en).reason(ofSystem: $0) != String(cString: strerror($0))
    }
    #expect(same.isEmpty)
  }

  @Test("Dates are written as each language writes them")
  func dates() {
    let day = Day(iso: "2020-07-31")!
    #expect(Words(.en).longDate(day) == "Fri 31 Jul 2020")
    #expect(Words(.zh).longDate(day) == "2020年7月31日 星期五")
    #expect(Words(.en).shortDate(day, today: day) == "31 Jul")
    #expect(Words(.zh).shortDate(day, today: day + 365) == "2020年7月31日")
  }

  @Test(
    "The language follows the locale",
    arguments: [
      (["LC_ALL": "zh_CN.UTF-8"], Language.zh), (["LANG": "zh_CN.UTF-8", "LC_ALL": ""], .zh),
      (["LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_US"], .en), ([:], .en),
      (["LANG": "C.UTF-8"], .en), (["LANG": "zh"], .zh), (["LANG": "zh@x"], .zh),
      (["LANG": "zha_CN"], .en), (["LANG": "fr_FR.UTF-8"], .en),
    ])
  func language(environment: [String: String], expected: Language) {
    #expect(Language(environment: environment) == expected)
  }

  private static func places(in text: String) -> Set<String> {
    var found: Set<String> = []
    for part in text.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
      // A brace that stands in an example of JSON is no place.
      guard let end = part.firstIndex(of: "}") else { continue }
      // `{n|day|days}` only chooses a form, which Chinese does not have.
      let name = String(part[..<end])
      if name.allSatisfy(\.isLetter), !name.isEmpty { found.insert(name) }
    }
    return found
  }
}

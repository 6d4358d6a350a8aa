/// Tells Chinese from bytes that only happen to convert: nearly every pair of bytes above 7F is
/// some character of GB18030, but seldom one that people write.
enum ChineseText {
  /// The characters most used in Chinese at large, and those of such lists.
  private static let frequent = Set(
    """
    的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多\
    定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由\
    其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意\
    建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统\
    接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导\
    器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积\
    示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书\
    布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划\
    选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严\
    序编役源责牵督导配限险频目措施环境污染燃煤锅炉镇乡村街河湖湾渤蓝碧废排企拆缔项厅底初末季洗港城沙甘普庄州连阳
    """.unicodeScalars)

  /// So many characters decide at most, and so many known ones at least.
  private static let (sample, evidence) = (20_000, 4)

  /// Whether at least a third of what is written in other than ASCII is among those characters.
  static func isLikely(_ text: [UInt8]) -> Bool {
    var (known, all) = (0, 0)
    // What is cut off at the end of the sample counts as nothing.
    for scalar in String(decoding: text.prefix(1 << 20), as: UTF8.self).unicodeScalars {
      guard scalar.value > 0x7F, !isPunctuation(scalar) else { continue }
      all += 1
      if frequent.contains(scalar) { known += 1 }
      if all == sample { break }
    }
    return known >= evidence && known * 3 >= all
  }

  /// Signs that any text may have: they say nothing for it or against it.
  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xA0...0xBF, 0x2000...0x2BFF, 0x3000...0x303F, 0xFF00...0xFFEF: true
    default: false
    }
  }
}

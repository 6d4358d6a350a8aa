// Signs that are written in more than one way, to be compared.
extension Unicode.Scalar {
  /// In simple form: full-width ASCII narrow, capitals small, traditional characters simplified.
  var plain: Unicode.Scalar {
    let sign = narrow
    if ("A"..."Z").contains(sign) { return Unicode.Scalar(UInt8(sign.value + 32)) }
    return sign.isASCII ? sign : Self.simplified[sign] ?? sign
  }

  /// Full-width ASCII as ASCII.
  var narrow: Unicode.Scalar {
    // It stands 0xFEE0 above its own.
    (0xFF01...0xFF5E).contains(value) ? Unicode.Scalar(UInt8(value - 0xFEE0)) : self
  }

  /// The traditional characters that occur in headers, words and limits of lists.
  private static let simplified: [Unicode.Scalar: Unicode.Scalar] = {
    let pairs =
      "編编號号戰战務务來来標标題题問问責责單单領领導导頭头門门協协辦办參参與与時时間间節节點点險险級级調调頻频數数總总"
      + "計计長长實实際际狀状態态統统據据類类專专內内項项對对應应階阶證证簡简稱称屬属說说備备註注審审聯联電电話话報报製制"
      + "開开啟启動动進进驗验銷销區区縣县現现場场週周處处體体劃划規规達达堅坚衛卫藍蓝舉举準准個个業业農农種种額额終终結结"
      + "為为無无後后於于並并過过還还確确訂订執执築筑優优層层會会員员師师組组織织質质環环監监測测檢检續续滯滞聲声牽牵風风"
    let scalars = Array(pairs.unicodeScalars)
    return Dictionary(
      stride(from: 0, to: scalars.count - 1, by: 2).map { (scalars[$0], scalars[$0 + 1]) },
      uniquingKeysWith: { first, _ in first })
  }()
}
